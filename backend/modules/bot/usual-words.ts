import { createRespelling } from '../knowledge/index.ts';

/** Words on which much hangs in talk with a shop: mistyped, they are read as what was meant. */
const usual = {
  zh: '退货 换货 退款 发货 订单 推荐 取消 维修 修改 人工 运费 发票 颜色 投诉 包裹',
  en: `person human agent supervisor manager chatbot robot someone somebody return returned refund exchange cancel order
    parcel package shipping delivery delivered shipped tracking arrived received thanks thank recommend something looking
    address change invoice receipt coupon promo voucher discount price money cheaper budget camping hiking travel jacket
    jackets trousers backpack girlfriend boyfriend around between difference first second third repair broken damaged
    missing wrong faulty size small large colour color payment account password warranty compensation hello please
    waterproof machine before thing things really dryer`,
} as const;

/** Words of their own that sound or look like one of those. */
const kept = {
  zh: '发火 退件 定单 伐货',
  en: `older elder border ordered orders prize pride prince tanks cheat honey smell stall size sizes sized humane mange
    agents regent travels gravel charge charged chance changed account amount charge shopping stopping skipping parcels
    return returns refuse secondly thirsty worth world word could would cold wound mould hells hell pleased place places
    things think thick thin being begin really ready early dried driver thread fist fists frost burst worst promotion
    prime prone missed missing mission misting bigger wrongly faults fault color colors colours colt cooler cancer
    repaid refunds prices priced priest slice spice police person persons rent around ground round found robots bridge
    exchanged packaged tricking supervision arent changer argent receive receiver arrive arrives wouldn couldn personal persona broke broker deliver delivers damage damages
    manage manages shall doesnt larger superior thong monkey monty hella hunan trailing pricey locking hiding rally
    reilly prick slipped slipping shilling someones sometime sometimes somewhere hiring biking counting complain batter better letter second`,
} as const;

const words = (list: string): string[] => list.split(/\s+/u);

const readZh = createRespelling(words(usual.zh), { kept: words(kept.zh), stretch: 2 });
const readEn = createRespelling([words(usual.en).join(' ')], { kept: words(kept.en) });

/** “钱多久能退” asks after the refund without calling it so. */
const moneyBack =
  /(?<!(?:花|交|给|补|差)的?)钱((?:大概)?(?:多久|几天|什么时候|啥时候|何时))((?:能|可以|会)?)(?:退|回来|返)(?:给我|回来|到账)?/gu;

/** The text with the usual words spelled right, in either language: “retrun” as return, 推货 as 退货. */
export function withUsualWords(text: string): string {
  return readEn(readZh(text.replace(moneyBack, '退款$1$2到账')));
}
