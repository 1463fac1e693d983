import { extractEntities } from '../language/index.ts';
import type { BotFacts } from './bot-facts.ts';
import { shorten, tellingClauses } from './sentences.ts';

/** What is wrong, as far as words tell. */
export type Issue =
  | 'health'
  | 'signed-for'
  | 'wrong-item'
  | 'charged-twice'
  | 'refund-late'
  | 'fault'
  | 'price'
  | 'size'
  | 'address'
  | 'cancel'
  | 'not-sent'
  | 'not-arrived'
  | 'invoice'
  | 'account'
  | 'service';

/** What the customer wants to happen. */
export type Demand = 'send' | 'refund' | 'replace' | 'return' | 'compensate' | 'cancel';

/** A case in short: what is wrong, in which words, what is wanted, and the order it is about. */
export type Case = {
  issue: Issue | null;
  /** The customer's own words for it, without insults; `null` where none are fit to be shown. */
  words: string | null;
  demands: Demand[];
  order: NonNullable<BotFacts['order']> | null;
  /** A number that the customer named and that is not known to be theirs. */
  named: string | null;
};

const issues: readonly (readonly [Issue, RegExp])[] = [
  [
    'health',
    /受伤|划伤|割伤|烫伤|摔伤|流血|过敏|起疹|皮疹|红疹|中毒|医院|急诊|\b(?:injur\w+|bleeding|allerg\w+|rash|hospital|emergency room|poison\w*|burn(?:ed|t) (?:my|me|him|her))\b/iu,
  ],
  [
    'signed-for',
    /(?:显示|说|写|已经?).{0,6}(?:签收|送达).{0,14}(?:没|未)|没(?:有)?(?:收到|拿到).{0,12}签收|签收.{0,10}没(?:有)?(?:收到|拿到)|(?:marked|says?|shows?|shown|status).{0,16}delivered|delivered.{0,24}(?:never|didn['’]?t|not)/iu,
  ],
  [
    'wrong-item',
    /发错|寄错|漏发|少发|少寄|少了(?:一|两|个|件)|不是我(?:买|要|订)的|缺(?:了|少|一)|\bwrong (?:item|one|colou?r|size|product|thing|jacket|shoes?|tent|order)|\bmissing\b|not what i ordered|only (?:got|received) (?:one|half)|ordered .{1,24} (?:but|and) (?:got|received)|instead of the/iu,
  ],
  [
    'charged-twice',
    /(?:重复|两次|多).{0,3}(?:扣|付|收)|扣了?(?:我)?(?:两|2)(?:次|笔|遍)|\b(?:charged|billed|paid).{0,10}(?:twice|double|two times)|double.?charge|overcharged/iu,
  ],
  [
    'refund-late',
    /(?:退款|退的钱|退货款?).{0,16}(?:没|还|未|不|多久|什么时候).{0,6}(?:到|退|收|动静|处理|下来)?|钱.{0,8}(?:还没|没|未|不).{0,4}(?:退|到)|\brefund.{0,40}(?:not|n['’]t|still|never|yet|late|days|weeks)|where.{0,12}(?:refund|money)|(?:waiting|waited|still no|no).{0,24}(?:refund|money back)/iu,
  ],
  [
    'fault',
    /坏|破|裂|断|开线|开胶|脱胶|瑕疵|掉色|褪色|起球|漏水|漏气|渗水|质量|不能用|没法用|用不了|有洞|拉链.{0,4}(?:卡|掉|拉不)|\b(?:faulty|defect\w*|broken?|torn|ripped|damaged|crack\w*|leak\w*|fell apart|falling apart|doesn['’]?t work|stopped working|holes?|peeling|snapped|came off|bent|stuck zip)\b/iu,
  ],
  [
    'price',
    /降价|买贵|价保|保价|差价|便宜了|优惠券.{0,10}(?:用不|不能|没)|\b(?:price (?:drop\w*|match|protection|went down)|cheaper|coupon|discount|promo(?: code)?)\b/iu,
  ],
  [
    'size',
    /(?:太|偏)(?:大|小|紧|松|长|短)|[大小]了|尺码不|不合身|穿不(?:下|上|进)|\b(?:too (?:big|small|tight|loose|large|long|short)|doesn['’]?t fit|don['’]?t fit)\b/iu,
  ],
  [
    'address',
    /(?:改|换|填错|写错|更改|修改).{0,6}地址|地址.{0,6}(?:错|改|换)|(?:change|wrong|update|correct).{0,20}address/iu,
  ],
  [
    'not-sent',
    /[没不]有?(?:给我)?发(?:货|出|走|(?=[，。！!？?]|$))|催.{0,4}(?:发货|单)|(?:什么时候|啥时候|几时|多久).{0,3}(?<![补重再])发(?!票)|(?:还|迟迟)未发|\b(?:(?:n['’]t|not|never)(?: even)?(?: been)? (?:shipped|sent|dispatched|left|ship)|unshipped|when.{0,40}\b(?:ship|dispatch|send)|still (?:says )?processing)\b/iu,
  ],
  ['cancel', /取消.{0,6}(?:订单|这单|这个|单)|\bcancel(?:l?ing|led)?\b.{0,20}\b(?:order|it)\b/iu],
  [
    'not-arrived',
    /没(?:有)?(?:收到|到货|送到)|(?:还|一直|怎么|迟迟)[没未不](?:有)?(?:到|送|来|收)|天[了没].{0,4}(?:没|不)到|(?:包裹|快递|物流).{0,14}(?:卡|停|不动|没动|没更新|不更新|丢|慢|没到)|到哪|丢件|(?:卡|停)在|\b(?:(?:n['’]t|not|never) (?:yet )?(?:arrived?|received?|come|came|got|moved?|shown up|updated|here)|never (?:came|arrived|received)|where(?:['’]s| is| are) (?:my|[a-z]{0,3}\d{6,})|no sign of|lost|stuck|delayed|still waiting for (?:my|the))\b/iu,
  ],
  ['invoice', /发票|开票|\b(?:invoice|vat receipt)\b/iu],
  ['account', /登[录陆]|密码|账号|验证码|\b(?:log ?in|sign ?in|password|my account)\b/iu],
  [
    'service',
    /态度|没人(?:理|管|回)|不理|踢皮球|敷衍|推来推去|问了.{0,4}[遍次]|说了.{0,4}[遍次]|\b(?:nobody|no one) (?:answers?|repl(?:y|ies)|helps?|cares?)|\b(?:rude|ignor(?:ed|ing)|passed around|third time|(?:\d+|three|four|five) times)\b/iu,
  ],
];

const issueOfIntent: Readonly<Record<string, Issue>> = {
  'refund-status': 'refund-late',
  exchange: 'size',
  'change-address': 'address',
  'cancel-order': 'cancel',
  invoice: 'invoice',
  account: 'account',
};

const demands: readonly (readonly [Demand, RegExp])[] = [
  [
    'send',
    /(?:快|赶紧|赶快|马上|立刻|尽快|今天|今晚|明天)(?:点|就|给我|帮我|能|之前)?.{0,2}发|要么发|催.{0,6}发|(?:send|ship|dispatch) (?:it|them|the (?:order|parcel)|my (?:order|parcel|stuff))\b/iu,
  ],
  ['refund', /退(?:款|钱|我钱|了吧|全款)|全额退|钱.{0,4}退(?:给|回)?|\b(?:money back|refund)\b/iu],
  [
    'replace',
    /换(?:一|个|新|货|件|双|顶|成|大|小)|想换|能换|补(?:发|寄|一)|重新?(?:发|寄)|\b(?:replace(?:ment|d)?|exchange|new one|another one|swap|send (?:me )?(?:a new|another|the (?:right|correct|missing))|right one)\b/iu,
  ],
  ['return', /退货|寄回|想退(?!款)|\b(?:send (?:it|them) back|return (?:it|them|this|these|the))\b/iu],
  ['compensate', /赔|补偿|\bcompensat\w*\b/iu],
  ['cancel', /取消|\bcancel\b/iu],
];

const LATE_LINES = 8;
const WORDS_ZH = 30;
const WORDS_EN = 80;

/** Reads the case out of the customer's own words, the newest first, with what the bot knows of the order. */
export function readCase(said: readonly string[], facts: BotFacts): Case {
  const late = said.slice(-LATE_LINES);
  const found = newestIssue(late);
  const order = facts.order ?? null;
  const hinted = facts.intent ? (issueOfIntent[facts.intent] ?? null) : null;
  const number = facts.entities?.find(({ type }) => type === 'order-number')?.value ?? null;
  return {
    issue: found?.issue ?? hinted ?? (order && order.lateHours > 0 ? issueOfLate(order.status) : null),
    words: found?.words ?? null,
    demands: demandsIn(late, found?.issue ?? null),
    order,
    named: order === null ? (number ?? numberIn(late)) : null,
  };
}

/** What was complained of last, in the words in which it was first said. */
function newestIssue(lines: readonly string[]): { issue: Issue; words: string | null } | null {
  const newest = lines
    .toReversed()
    .map((line) => issues.find(([, words]) => words.test(line)))
    .find((found) => found !== undefined);
  if (newest === undefined) return null;
  const [issue, pattern] = newest;
  // What happened to somebody is told whole, the rest by its most telling part.
  const parts = issue === 'health' ? lines : lines.flatMap(tellingClauses);
  const words = parts.find((part) => pattern.test(part)) ?? null;
  return { issue, words: words && shorten(words, isChinese(words) ? WORDS_ZH : WORDS_EN) };
}

/** Thought better of cancelling. */
const keepsOrder = /(?:不|别)(?:想|要)?取消了?|\b(?:do(?:n['’]?t| not) cancel|keep (?:it|the order))\b/iu;

/** “I don't want a repair”, “don't cancel”: not demanded. */
const unwanted =
  /(?:不想要?|不要|不用|别|不)(?:再)?(?:维修|修|换货?|退[货款]?|取消)了?|\b(?:do(?:n['’]?t| not)(?: want| need)?|no|not) (?:an? |to |the )?(?:repair\w*|fix|exchange|replace\w*|return|refund|cancel\w*)\b/giu;

/** At most two, in the order of the list. Money that is on its way already, or a wish that is the issue itself, is not wanted once more. */
function demandsIn(lines: readonly string[], issue: Issue | null): Demand[] {
  const text = lines.join('\n').replace(unwanted, ' ');
  const isUnderWay = (name: Demand) => issue === 'refund-late' && (name === 'refund' || name === 'return');
  return demands
    .filter(([name, pattern]) => pattern.test(text) && !isUnderWay(name) && name !== issue)
    .filter(([name]) => name !== 'cancel' || !keepsOrder.test(lines.join('\n')))
    .map(([name]) => name)
    .slice(0, 2);
}

function issueOfLate(status: NonNullable<BotFacts['order']>['status']): Issue {
  return status === 'shipped' ? 'not-arrived' : 'not-sent';
}

function numberIn(lines: readonly string[]): string | null {
  const named = extractEntities(lines.join('\n')).find(({ kind }) => kind === 'order-number');
  return named?.value.toUpperCase() ?? null;
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
