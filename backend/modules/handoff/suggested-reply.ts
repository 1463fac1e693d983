import type { Language } from '#shared/domain/language';
import type { MoodLevel } from '#shared/domain/mood';
import type { Case, Issue } from './case.ts';
import { lateness } from './summary.ts';

/**
 * A first answer that the agent may start from: a greeting, a word of regret that fits the mood, what the shop's books say, and the next step
 * that an agent really can take. It quotes nobody and promises no money, no date and no exception.
 */
export function suggestReply(
  about: Case,
  to: { name: string | null; mood: MoodLevel; language: Language; isAsking: boolean },
): string {
  const { name, mood, language } = to;
  const next = step(about, to);
  const parts = [hello(name, language), regret[mood][language], fact(about, language), next];
  return parts.filter(Boolean).join(language === 'zh' ? '' : ' ');
}

function hello(name: string | null, language: Language): string {
  if (language === 'zh')
    return `${name === null ? '' : `${name}，`}您好，我是人工客服，前面的对话我都看过了。`;
  return `Hello${name === null ? '' : ` ${name}`}, I’m a person, and I have read the whole conversation.`;
}

const regret: Record<MoodLevel, { zh: string; en: string }> = {
  furious: {
    zh: '这件事让您这么生气，是我们没做好，真的很抱歉。',
    en: 'You have every reason to be angry, and I’m truly sorry.',
  },
  upset: { zh: '给您添麻烦了，很抱歉。', en: 'I’m sorry for the trouble.' },
  calm: { zh: '', en: '' },
  happy: { zh: '', en: '' },
};

/** What is known for sure. */
function fact({ order, issue }: Case, language: Language): string {
  if (order === null) return '';
  const { number, status, paidDays, lateHours } = order;
  const isZh = language === 'zh';
  const late = lateHours > 0 ? lateness(lateHours, language) : null;
  switch (status) {
    case 'paid':
    case 'packed':
      if (late === null)
        return isZh ? `订单 ${number} 已付款，还没有发出。` : `Order ${number} is paid and has not left yet.`;
      return isZh
        ? `订单 ${number} 付款 ${paidDays} 天还没有发出，比承诺晚了 ${late}，这是我们的问题。`
        : `Order ${number} was paid ${paidDays} days ago and has not left: ${late} later than promised, and that is on us.`;
    case 'shipped':
      if (late === null)
        return isZh ? `订单 ${number} 已经发出，在路上。` : `Order ${number} has left and is on its way.`;
      return isZh
        ? `订单 ${number} 已经发出，但物流有一段时间没有更新了。`
        : `Order ${number} has left, but its parcel has not moved for a while.`;
    case 'delivered':
      if (issue !== null && issue !== 'signed-for' && issue !== 'not-arrived') return '';
      return isZh ? `订单 ${number} 的物流显示已签收。` : `Order ${number} is shown as delivered.`;
    case 'returning':
      return isZh ? `订单 ${number} 的退货正在处理。` : `The return of order ${number} is being dealt with.`;
    case 'refunded':
      return isZh ? `订单 ${number} 系统里已经退款。` : `Our books show order ${number} as refunded.`;
    case 'cancelled':
      return isZh ? `订单 ${number} 已经取消。` : `Order ${number} is cancelled.`;
    case 'pending-payment':
      return isZh ? `订单 ${number} 还没有付款。` : `Order ${number} has not been paid yet.`;
  }
}

const steps: Record<Issue, { zh: string; en: string }> = {
  'not-sent': {
    zh: '我现在向仓库核实什么时候能发，问到就在这里告诉您。',
    en: 'I’m asking the warehouse now when it can leave, and will tell you right here.',
  },
  'not-arrived': {
    zh: '我现在向快递核实包裹到了哪里，查到就在这里告诉您。',
    en: 'I’m asking the carrier now where the parcel is, and will tell you right here.',
  },
  'signed-for': {
    zh: '我现在向快递核实是谁签收的、放在了哪里，查到就在这里告诉您。',
    en: 'I’m asking the carrier now who signed for it and where it was left, and will tell you right here.',
  },
  'refund-late': {
    zh: '我现在查这笔退款走到了哪一步，查到就在这里告诉您。',
    en: 'I’m checking now how far this refund has got, and will tell you right here.',
  },
  'charged-twice': {
    zh: '我现在核对扣款记录。方便的话，请告诉我两次扣款的时间和金额。',
    en: 'I’m checking the payments now. If you can, please tell me the time and amount of both.',
  },
  fault: {
    zh: '请告诉我是哪里出了问题、什么时候发现的，我马上按售后规则核对怎么处理。',
    en: 'Please tell me what exactly is wrong and since when, and I’ll check at once what our rules allow.',
  },
  health: {
    zh: '先照顾好身体，商品请先停用并留好。请告诉我现在的情况、有没有就医，我马上按流程上报，由专人跟进。',
    en: 'Please look after yourself first, stop using it and keep it. Tell me how you are and whether you have seen a doctor, and I’ll report it at once so that somebody follows it up.',
  },
  'wrong-item': {
    zh: '请告诉我您收到的是什么、缺什么，我马上和仓库核对。',
    en: 'Please tell me what you got and what is missing, and I’ll check it with the warehouse at once.',
  },
  size: {
    zh: '请告诉我您现在的尺码和想要的尺码，我马上查有没有货、能不能换。',
    en: 'Please tell me the size you have and the one you need, and I’ll check at once what is in stock.',
  },
  price: {
    zh: '我现在核对您下单时的价格和优惠，按价格规则看能怎么处理。',
    en: 'I’m checking the price and discount of your order now, and what our rules allow.',
  },
  address: {
    zh: '请把新的收货地址发给我，我马上看这单还能不能改。',
    en: 'Please send me the new address, and I’ll check at once whether it can still be changed.',
  },
  cancel: {
    zh: '我现在看这单还能不能取消，马上告诉您。',
    en: 'I’m checking now whether it can still be cancelled, and will tell you right here.',
  },
  invoice: {
    zh: '请告诉我发票抬头，我马上核对开票情况。',
    en: 'Please tell me the name for the invoice, and I’ll check it at once.',
  },
  account: {
    zh: '请告诉我在哪一步登录不上、看到了什么提示，我马上帮您查。',
    en: 'Please tell me at which step it fails and what you see, and I’ll look into it at once.',
  },
  service: {
    zh: '接下来由我来处理。请告诉我您最想先解决的是哪一点。',
    en: 'I take it from here. Please tell me what you want settled first.',
  },
};

function step(
  { issue, order, demands, named }: Case,
  { language, isAsking }: { language: Language; isAsking: boolean },
): string {
  const isUnsent = order !== null && (order.status === 'paid' || order.status === 'packed');
  const asksForShipping = issue === null || issue === 'not-arrived' || issue === 'service';
  if (named !== null && needsOrder(issue)) return verify[language];
  const meant = isUnsent && asksForShipping ? 'not-sent' : issue;
  const canCancel =
    order?.status === 'paid' &&
    meant === 'not-sent' &&
    demands.some((one) => one === 'refund' || one === 'cancel');
  if (meant !== null) return `${steps[meant][language]}${canCancel ? orCancel[language] : ''}`;
  if (order === null && !isAsking && demands.length === 0)
    return language === 'zh' ? '请问您最想先解决的是什么？' : 'What would you like me to settle first?';
  return language === 'zh'
    ? '我现在就核实，查到马上在这里回复您。'
    : 'I’m checking it now and will answer you right here.';
}

/** Of an order that is not known to be theirs nothing is told before it is clear who asks (rule I1). */
const verify = {
  zh: '为了保护订单信息，我先和您核对身份：请登录后回复我，核对好马上查这单。',
  en: 'To keep the order’s details safe I’ll first make sure it’s yours: please sign in and answer here, and I’ll look it up at once.',
};

function needsOrder(issue: Issue | null): boolean {
  return issue === null || issue === 'not-sent' || issue === 'not-arrived';
}

/** An order that is not packed yet can be cancelled: the shop's own rule, no favour. */
const orCancel = {
  zh: '如果您不想再等，这单现在还可以取消。',
  en: ' If you would rather not wait, it can still be cancelled now.',
};
