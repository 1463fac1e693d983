import { describe, expect, it } from 'vitest';
import type { MoodLevel } from '#shared/domain/mood';
import type { BotFacts } from './bot-facts.ts';
import { readCase } from './case.ts';
import { suggestReply } from './suggested-reply.ts';
import { openQuestionOf, summarise } from './summary.ts';

type OrderFact = NonNullable<BotFacts['order']>;
type Talk = {
  said: string[];
  order: OrderFact | null;
  mood: MoodLevel;
  summary: string;
  question: string | null;
};

function order(status: OrderFact['status'], paidDays: number, lateHours: number): OrderFact {
  return { number: 'SY2026111803', status, paidDays, lateHours };
}

/** What customers say, and what the person who takes over should read of it. */
const talks: Talk[] = [
  {
    said: ['穿了你家毛衣过敏 去医院了'],
    order: null,
    mood: 'upset',
    summary: '穿了你家毛衣过敏 去医院了',
    question: null,
  },
  {
    said: ['拉链坏了 才穿两次', '我不想修 想退钱'],
    order: order('delivered', 12, 0),
    mood: 'upset',
    summary: '订单 SY2026111803，拉链坏了，要求退货退款',
    question: null,
  },
  {
    said: ['拍错了 想取消', '算了不取消了'],
    order: order('paid', 0, 0),
    mood: 'calm',
    summary: '订单 SY2026111803 今天付款，尚未发货，算了不取消了',
    question: null,
  },
  {
    said: ['你好', '我的订单怎么还没发货', '都四天了！！', '你们是骗子吗', '再不发就退款', '转人工'],
    order: order('paid', 4, 30),
    mood: 'furious',
    summary: '订单 SY2026111803 付款 4 天未发货（晚 30 小时），要求退款',
    question: '我的订单怎么还没发货',
  },
  {
    said: ['什么垃圾店！气死我了', '四天了还没发货，要么发要么退钱'],
    order: null,
    mood: 'furious',
    summary: '四天了还没发货，要求尽快发货或退款',
    question: null,
  },
  {
    said: ['包裹停在分拨中心三天没动了', '到底丢没丢'],
    order: order('shipped', 6, 50),
    mood: 'upset',
    summary: '订单 SY2026111803 已发货，物流停滞（超时 2 天）',
    question: null,
  },
  {
    said: ['物流显示签收了，但是我没收到', '驿站也找过了', '谁签收的？'],
    order: order('delivered', 7, 0),
    mood: 'upset',
    summary: '订单 SY2026111803 显示已签收，称没有收到',
    question: '谁签收的？',
  },
  {
    said: ['帐篷收到杆子是断的', '能换一个新的吗'],
    order: order('delivered', 5, 0),
    mood: 'calm',
    summary: '订单 SY2026111803，帐篷收到杆子是断的，要求换货或补发',
    question: '能换一个新的吗',
  },
  {
    said: ['鞋子穿了两次就开胶了，质量也太差了', '垃圾', '我要退货退款'],
    order: order('delivered', 12, 0),
    mood: 'upset',
    summary: '订单 SY2026111803，鞋子穿了两次就开胶了，要求退货退款',
    question: '我要退货退款',
  },
  {
    said: ['你们发错了，我买的是黑色发来灰色', '什么时候能给我补发'],
    order: order('delivered', 3, 0),
    mood: 'upset',
    summary: '订单 SY2026111803，你们发错了，要求换货或补发',
    question: '什么时候能给我补发',
  },
  {
    said: ['少了一个杯子，买的四件套只有三件'],
    order: null,
    mood: 'calm',
    summary: '少了一个杯子',
    question: null,
  },
  {
    said: ['退货十天了，退款还没到账', '说好三到五天的', '客服呢？？'],
    order: order('returning', 20, 0),
    mood: 'furious',
    summary: '订单 SY2026111803 退货处理中，退款未到账',
    question: null,
  },
  {
    said: ['同一个订单扣了两次款，请查一下'],
    order: null,
    mood: 'calm',
    summary: '同一个订单扣了两次款',
    question: '同一个订单扣了两次款，请查一下',
  },
  {
    said: ['昨天刚买今天就降价一百', '能不能退差价'],
    order: order('delivered', 2, 0),
    mood: 'upset',
    summary: '订单 SY2026111803，昨天刚买今天就降价一百',
    question: '能不能退差价',
  },
  {
    said: ['外套太小了，想换大一码 L'],
    order: order('delivered', 4, 0),
    mood: 'calm',
    summary: '订单 SY2026111803，外套太小了，要求换货或补发',
    question: null,
  },
  {
    said: ['地址填错了，能改地址吗'],
    order: order('paid', 0, 0),
    mood: 'calm',
    summary: '订单 SY2026111803 今天付款，尚未发货，想改收货地址',
    question: '地址填错了，能改地址吗',
  },
  {
    said: ['我想取消订单'],
    order: order('paid', 1, 0),
    mood: 'calm',
    summary: '订单 SY2026111803 付款 1 天，尚未发货，想取消订单',
    question: '我想取消订单',
  },
  {
    said: ['发票什么时候能开？抬头要公司的'],
    order: order('delivered', 8, 0),
    mood: 'calm',
    summary: '订单 SY2026111803，发票什么时候能开？',
    question: '发票什么时候能开？',
  },
  {
    said: ['一直登录不上，验证码收不到'],
    order: null,
    mood: 'upset',
    summary: '一直登录不上',
    question: null,
  },
  {
    said: ['转人工', '转人工！！', '人工！'],
    order: null,
    mood: 'upset',
    summary: '要求人工，未说明原因',
    question: null,
  },
  {
    said: ['你是机器人吗', '找个人来'],
    order: null,
    mood: 'calm',
    summary: '要求人工，未说明原因',
    question: null,
  },
  {
    said: ['SY2026110999 这单什么时候发货'],
    order: null,
    mood: 'calm',
    summary: '订单 SY2026110999（未核实），还没发货',
    question: 'SY2026110999 这单什么时候发货',
  },
  {
    said: ['问了三遍没人理，什么态度', '你们就是敷衍'],
    order: null,
    mood: 'furious',
    summary: '对服务不满，问题一直没解决',
    question: null,
  },
  {
    said: ['想买个两个人用的帐篷，预算八百以内', '有推荐吗', '机器人听不懂，转人工'],
    order: null,
    mood: 'calm',
    summary: '想买个两个人用的帐篷，预算八百以内',
    question: '有推荐吗',
  },
  {
    said: ['呵呵，真行', '等了五天就等来一句“请耐心等待”', '好样的'],
    order: order('paid', 5, 72),
    mood: 'upset',
    summary: '订单 SY2026111803 付款 5 天未发货（晚 3 天）',
    question: null,
  },
  { said: [], order: null, mood: 'calm', summary: '', question: null },
  { said: ['在吗', '在吗'], order: null, mood: 'calm', summary: '还没说明有什么事', question: null },
  {
    said: ['孩子后天生日，东西还能到吗', '急急急'],
    order: order('shipped', 3, 0),
    mood: 'upset',
    summary: '订单 SY2026111803 已发货，在途中，孩子后天生日，东西还能到吗',
    question: '孩子后天生日，东西还能到吗',
  },
  {
    said: ['你们客服经理电话多少', '傻逼机器人', '要求赔偿'],
    order: order('paid', 4, 30),
    mood: 'furious',
    summary: '订单 SY2026111803 付款 4 天未发货（晚 30 小时），要求赔偿',
    question: '你们客服经理电话多少',
  },
  {
    said: ['我的会员积分为什么清零了？', '几百分呢'],
    order: null,
    mood: 'upset',
    summary: '我的会员积分为什么清零了？',
    question: '几百分呢',
  },
];

describe('H1 the record of a handoff, in Chinese', () => {
  it.each(talks)('$said', ({ said, order, summary, question }) => {
    expect(summarise(said, { order }, 'zh')).toBe(summary);
    expect(summary.length).toBeLessThanOrEqual(60);
    expect(openQuestionOf(said)).toBe(question);
  });

  it.each(talks)('suggests what can be kept, and quotes nobody: $said', ({ said, order, mood, question }) => {
    const to = { name: '王小明', mood, language: 'zh', isAsking: question !== null } as const;
    const reply = suggestReply(readCase(said, { order }), to);
    expect(reply).toMatch(/^王小明，您好，我是人工客服/);
    expect(reply).not.toMatch(/赔|补偿|保证|一定|骗|垃圾|傻|“|小时内|今天之内/);
    for (const line of said.filter((text) => text.length >= 6)) expect(reply).not.toContain(line);
    expect(/抱歉/.test(reply)).toBe(mood === 'furious' || mood === 'upset');
    if (order !== null && order.lateHours > 0) expect(reply).toContain(order.number);
    expect(reply.length).toBeLessThanOrEqual(160);
  });
});
