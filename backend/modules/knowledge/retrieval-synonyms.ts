import type { Language } from '#shared/domain/language';
import { isHan } from '../language/index.ts';

/** Ways of saying the same in shops; each group is rewritten to its first member before terms are cut. */
const synonymGroups: Record<Language, readonly string[]> = {
  zh: [
    '怎么 如何 怎样 咋样 咋 怎麼 咋个',
    '什么 啥 神马 什麽',
    '什么时候 啥时候 何时 几时 多会儿 什么时间 啥时 多咱',
    '为什么 为何 为啥 干嘛',
    '多久 多长时间 几天 多少天 几日 多少时间 多长 几个工作日',
    '退货 退换货 退回去 退回 寄回去 寄回 退掉 返回',
    '快递 物流',
    '包裹 快件 货物',
    '运费 邮费 快递费 邮资 配送费 运输费',
    '包邮 免运费 免邮费 免邮 免快递费',
    '优惠券 优惠卷 优惠劵 红包 代金券 抵用券 折扣券',
    '便宜 优惠 打折 折扣',
    '降价 跌价 掉价',
    '差价 价保 保价 价格保护',
    '尺码 码数 尺寸 号码 大小 几码 几号码',
    '发票 收据 开票 票据',
    '手机 手机号',
    '发货 寄出 发出 寄件 出货 发走 发件 寄出来 发出来',
    '收到 拿到 到手',
    '到账 退到账 打款 返还',
    '坏了 坏掉 破了 烂了 损坏 坏的',
    '破损 摔碎 碎了 压坏 摔坏 压扁',
    '修理 维修 返修 修一下 修好',
    '保修 质保 三包 保质期',
    '缺货 断货 没货 卖完 售罄 无货 断码',
    '补货 上货 来货 到货',
    '真人 人工 活人',
    '账号 帐号 账户 帐户',
    '修改 更改 变更',
    '少发 漏发 缺件',
    '味道 气味 异味 味儿',
    '门店 实体店 线下店',
    '礼物 礼品',
    '分期 花呗 白条',
    '缩水 缩小 变小',
    '清洗 洗涤 水洗 机洗',
    '洗衣机 机洗',
    '电话 热线',
    '付款 支付 付钱 给钱',
    '登录 登陆 登入',
    '背带 肩带',
    '国外 海外 境外 美国 加拿大 英国 澳洲 澳大利亚 新西兰 欧洲 德国 法国 日本 韩国 马来西亚 泰国',
  ],
  en: [
    'return|send back|give back|bring back|send it back|send them back|send something back|sending back|take it back',
    'refund|money back|reimbursement|get my money|reimburse',
    'dispatch|ship|ships|shipped|send out|send it out|sent out|ship out|shipped out|go out|goes out',
    'delivery|arrive|arrives|arrival|get here|gets here|deliver|delivering',
    'shipping|postage|freight|delivery charge|delivery fee|delivery cost|shipping fee|shipping cost|shipping charge',
    'order|purchase',
    'parcel|package|shipment',
    "track|where is|where's|wheres|locate",
    'coupon|voucher|promo code|discount code|promo|coupon code',
    'size|sizing',
    'broken|damaged|faulty|defective|cracked|broke|torn|ripped|smashed|snapped|in pieces',
    'exchange|swap|change for|trade',
    'pay|payment|paying',
    'warranty|guarantee|warrenty|waranty|covered|under cover',
    'invoice|receipt',
    'cost|price|how much|fee|charge for',
    'twice|two times|double|2 times|2x',
    'charged|billed|debited',
    'sign in|log in|login|log into|logging in|sign into|signing in',
    'person|human|agent|representative|somebody real|live chat',
    'phone|telephone|call you',
    'open|opening hours|business hours|working hours|office hours',
    'store|physical store|brick and mortar|showroom',
    'wash|laundry|washing machine|clean|launder',
    'shrink|get smaller|shrunk|shrank',
    'smell|stink|stinks|odour|odor|stinky',
    'itch|itchy|scratchy|scratches my',
    'repair|fix|mend|repaired',
    'gift|present',
    'price dropped|on sale|price drop|went down|now cheaper|is cheaper|gets cheaper|reduced',
    'points|loyalty points|reward points|rewards',
    'sold out|out of stock|unavailable|no stock|not in stock',
    'back in stock|restock|restocked|available again|come back',
    'pre-order|preorder|pre order|preorders|pre-orders',
    'instalments|installments|instalment|installment|pay monthly|monthly payments|in parts',
    'courier|carrier|ship with|deliver with|delivery company|shipping company|delivery service',
    'colour|color|colours|colors',
    'waterproof|water-proof|watertight|water proof',
    'trousers|pants',
    'page|website|site|web page|webpage',
    'declined|rejected|fails|failing|failed',
    'backpack|rucksack|knapsack|pack',
    'missing|left out|not in the box|forgot',
    'wrong|incorrect|mistake',
    'abroad|overseas|international|internationally|another country|other countries|outside china|canada|usa|united states|the states|america|united kingdom|england|europe|germany|france|australia|new zealand|japan|korea|malaysia|thailand',
    'how long|how many days|how much time|how soon|how fast|how quickly',
  ],
};

const synonyms = new Map(
  (['zh', 'en'] as const).flatMap((language) =>
    synonymGroups[language].flatMap((group) => {
      const [first = '', ...others] = group.split(language === 'zh' ? ' ' : '|');
      return others.map((other) => [other, first] as const);
    }),
  ),
);

const synonymPattern = new RegExp(
  [...synonyms.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => (isHan(name) ? name : `\\b${name}\\b`))
    .join('|'),
  'gu',
);

/** A normalised text in the words that stand for their like. */
export function replaceSynonyms(normalised: string): string {
  return normalised.replace(synonymPattern, (found) => synonyms.get(found) ?? found);
}
