import type { Script } from '../dialogue.ts';

/**
 * Talks in Chinese out of four sets that were written before any was played. At first sight 12 of the first thirty went right or well enough, then, each
 * time after the others had been mended in general, 11, 10 and 13 of twenty more. Kept are those that stood then or stand now.
 */
export const firstSightZh: readonly Script[] = [
  {
    title: 'first sight: where, then how long still',
    talker: 'shipped',
    steps: [
      { say: '我那个快递现在走到哪了啊', must: [/\$O/] },
      { say: '大概还要几天能到', must: [/天/], mustNot: [/身高/] },
    ],
  },
  {
    title: 'first sight: not sent, then the address',
    talker: 'paid',
    steps: [
      { say: '昨天拍的到现在还没发', must: [/\$O/] },
      { say: '那我能改个地址吗 我搬家了', must: [/地址/] },
    ],
  },
  {
    title: 'first sight: a fault told once is not asked for again',
    talker: 'delivered',
    steps: [
      { say: '收到的衣服袖口开线了，想退，运费谁出', must: [/运费我们出/] },
      { say: '就退货吧', must: [/\$O/, /来回运费我们出/], mustNot: [/什么原因/] },
      { say: '好的', must: [/登记好了/] },
    ],
  },
  {
    title: 'first sight: refund ten short',
    talker: 'delivered',
    steps: [{ say: '你们退款少给我退了10块，是怎么回事', must: [/¥10/], offers: /人工/ }],
  },
  {
    title: 'first sight: only a part came back, and it was a fault',
    talker: 'delivered',
    steps: [
      { say: '退款怎么才退我一部分', must: [/取件运费/] },
      { say: '可我是质量问题退的啊', handoff: 'predicted' },
    ],
  },
  {
    title: 'first sight: two questions on one shell, then the size',
    talker: 'guest',
    steps: [
      { say: '冲锋衣防水吗？能机洗吗？', must: [/防水/, /机洗/] },
      { say: '那170 130斤穿什么码', must: [/选 L/] },
    ],
  },
  {
    title: 'first sight: how long the coupon just spoken of lasts',
    talker: 'guest',
    steps: [
      { say: '新人券怎么领呀', must: [/¥20/] },
      { say: '那这个券多久过期', must: [/30 天/], mustNot: [/保修/] },
    ],
  },
  {
    title: 'first sight: stuck, then a new one is demanded',
    talker: 'stuck',
    steps: [
      { say: '我的包裹三天没动了是不是丢了', must: [/\$O/] },
      { say: '那你们补发一个给我吧', handoff: 'asked-for-person' },
    ],
  },
  {
    title: 'first sight: a size larger, no, back altogether',
    talker: 'delivered',
    steps: [
      { say: '想换个大一码', must: [/换/] },
      { say: '算了 不换了 直接退吧', must: [/\$O 可以退/] },
    ],
  },
  {
    title: 'first sight: do not cancel yet, another colour',
    talker: 'paid',
    steps: [
      { say: '帮我取消订单', must: [/确定取消/] },
      { say: '等等 先别取消 我问下能不能换个颜色', must: [/修改商品/], mustNot: [/已取消|签收超过/] },
    ],
  },
  {
    title: 'first sight: a coat for father, a budget, one in XL',
    talker: 'guest',
    steps: [
      { say: '想给我爸买件冬天穿的外套 他180 85公斤', must: [/¥/], cards: ['product'] },
      { say: '500以内的有吗', cards: ['product'], mustNot: [/¥(?:[5-9]\d\d|\d{4})/] },
      { say: '第一个有XL吗', must: [/XL/] },
    ],
  },
  {
    title: 'first sight: somebody alive',
    talker: 'guest',
    steps: [{ say: '你们这个机器人真的很烦，能不能来个活的', handoff: 'asked-for-person' }],
  },
  {
    title: 'first sight: the price of the scarf just named',
    talker: 'guest',
    steps: [
      { say: '我妈说你们家羊绒围巾扎脖子，是真的羊绒吗', must: [/羊/] },
      { say: '多少钱来着', must: [/羊绒围巾.{0,6}¥499/] },
    ],
  },
  {
    title: 'first sight: the fee and the days to the far west',
    talker: 'guest',
    steps: [{ say: '寄到乌鲁木齐要多少运费 几天', must: [/¥18/, /5 到 8 天/], mustNot: [/身高/] }],
  },
  {
    title: 'first sight: another size and another phone number',
    talker: 'paid',
    steps: [
      {
        say: '我拍错了尺码，想把L改成XL，再顺便把电话改一下',
        must: [/修改商品/, /收件人|电话/],
        mustNot: [/取消/],
      },
    ],
  },
  {
    title: 'first sight: points, and whether they expire',
    talker: 'guest',
    steps: [
      { say: '会员积分怎么兑换 我有800分', must: [/100 分抵/] },
      { say: '会过期吗', must: [/12 个月/], mustNot: [/刚才那条/] },
    ],
  },
  {
    title: 'first sight: a thing that is in no order',
    talker: 'delivered',
    steps: [{ say: '上个月买的保温杯不保温了 能保修吗', mustNot: [/现在替您登记/], handoff: null }],
  },
  {
    title: 'first sight: will it be here by Friday',
    talker: 'shipped',
    steps: [
      { say: '老板 我快递咋还没到啊', must: [/\$O/] },
      { say: '周五之前到得了不 我周末要出门', must: [/\$O/] },
    ],
  },
  {
    title: 'first sight: the bottle just spoken of in pink',
    talker: 'guest',
    steps: [
      { say: '保温杯能装多少', must: [/500/] },
      { say: '有粉色吗', must: [/珊瑚粉/] },
    ],
  },
  {
    title: 'first sight: down, and then the sleeping bag',
    talker: 'guest',
    steps: [
      { say: '你们家羽绒服可以水洗吗', must: [/洗/] },
      { say: '那睡袋呢', must: [/睡袋.{0,12}洗/] },
    ],
  },
  {
    title: 'first sight: how to apply for what was just told',
    talker: 'delivered',
    steps: [
      { say: '买的东西降价了 能补差价吗', must: [/15 天/] },
      { say: '怎么申请', must: [/申请价保/], mustNot: [/申请退换/] },
    ],
  },
  {
    title: 'first sight: whether the return has come',
    talker: 'returning',
    steps: [{ say: '退货寄出去好几天了 仓库收到没', must: [/\$O/] }],
  },
  {
    title: 'first sight: how far the return is',
    talker: 'returning',
    steps: [
      { say: '退货到哪一步了', must: [/\$O/] },
      { say: '银行卡一般几天到', must: [/3 到 7/] },
    ],
  },
  {
    title: 'first sight: the address, and an invoice beside it',
    talker: 'guest',
    steps: [{ say: '地址填成老家了，另外发票能开公司的吗', must: [/修改地址/, /发票|专票/] }],
  },
  {
    title: 'first sight: cancel, and the points beside it',
    talker: 'paid',
    steps: [
      { say: '我有两件事 一个是取消订单 另外积分会退吗', must: [/积分|100 分/, /确定取消订单 \$O/] },
      { say: '确认', must: [/已取消/] },
    ],
  },
  {
    title: 'first sight: somebody else in the account',
    talker: 'guest',
    steps: [{ say: '账号被盗了 有人用我积分下单', handoff: 'sensitive-subject' }],
  },
  {
    title: 'first sight: I would like a tent',
    talker: 'guest',
    steps: [
      { say: '我想买帐篷 但不知道选哪个', must: [/帐篷/], cards: ['product'] },
      { say: '下大雨会漏吗', must: [/防水|3000/] },
    ],
  },
  {
    title: 'first sight: another phone number, which comes next',
    talker: 'paid',
    steps: [
      { say: '我要改收货电话', must: [/修改地址|收件人/] },
      { say: '13911112222', handoff: 'predicted' },
    ],
  },
  {
    title: 'first sight: unopened and not wanted',
    talker: 'delivered',
    steps: [
      { say: '不想要了 没拆封', must: [/\$O 可以退/] },
      { say: '行', must: [/登记好了/] },
    ],
  },
  {
    title: 'first sight: the fee of the instalments just told',
    talker: 'guest',
    steps: [
      { say: '可以用花呗分期吗', must: [/分期/] },
      { say: '手续费呢', must: [/手续费/], mustNot: [/刚才那条/] },
    ],
  },
  {
    title: 'first sight: how long the new invoice takes',
    talker: 'guest',
    steps: [
      { say: '发票抬头开错了咋办', must: [/重开/] },
      { say: '重开要多久', must: [/一个工作日/] },
    ],
  },
  {
    title: 'first sight: how much cheaper fifty are',
    talker: 'guest',
    steps: [
      { say: '我想咨询一下团购 50件卫衣印logo', must: [/20 件/] },
      { say: '能便宜多少', must: [/8\.8/] },
    ],
  },
  {
    title: 'first sight: one sock short, and here is the photo',
    talker: 'delivered',
    steps: [
      { say: ['亲', '上次买的那双袜子', '少了一双'], must: [/补发/] },
      { say: '照片发你了', handoff: 'predicted' },
    ],
  },
  {
    title: 'first sight: it is urgent',
    talker: 'late-dispatch',
    steps: [
      { say: '到底发不发货啊 急用', must: [/\$O/], offers: /人工/ },
      { say: '帮我催一下 谢谢', handoff: ['predicted', 'asked-for-person'] },
    ],
  },
  {
    title: 'first sight: fetch your boss',
    talker: 'guest',
    steps: [{ say: '别扯了 让你们领导来', handoff: ['asked-for-person', 'anger'] }],
  },
];
