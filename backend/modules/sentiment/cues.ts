import type { Feature } from '../language/index.ts';
import { wordLists } from './word-lists.ts';

/** Signs of mood that are not words: they become features of their own, and the explanation can name them. */
const cuePatterns: readonly (readonly [string, RegExp])[] = [
  ['exclaim', /[!！]/gu],
  ['exclaims', /[!！]{2,}/gu],
  ['questions', /[?？]{2,}/gu],
  ['interrobang', /(?:[?？][!！]|[!！][?？])/gu],
  ['dots', /(?:\.{3,}|…+|。{2,})/gu],
  [
    'caps',
    /\b[A-Z]{3,}\b(?:[\s,!.]+\b[A-Z]{2,}\b)+|\b(?:NOW|NEVER|WORST|STILL|SCAM|NOT|TERRIBLE|RIDICULOUS|AWFUL|HELLO|ANSWER|REFUND)\b/gu,
  ],
  ['long', /([a-z])\1{2,}/giu],
  ['angry-emoji', /[😠😡🤬👿😤💢🖕🤮👎💩]|\[(?:怒|发怒|抓狂|怒骂|鄙视|打脸|弱|angry)\]/gu],
  ['sad-emoji', /[😢😭😞😔😟🙁☹😩😫😓😣😖💔]|\[(?:大哭|流泪|难过|委屈|快哭了|失望|心碎|sad)\]/gu],
  [
    'happy-emoji',
    /[😀😃😄😁😊🙂😍🥰😘👍🎉❤💕🙏😂🤗🌹]|\[(?:微笑|愉快|可爱|鼓掌|强|玫瑰|爱心|赞|呲牙|握手|抱拳|ok|happy)\]/gu,
  ],
  [
    'cold-smile',
    /🙃|🙄|😒|😑|😏|(?:呵呵|呵+$|哦{0,1}豁|真行|可真行|厉害了|佩服|服了|绝了|牛(?:啊|逼|b)|谢谢您嘞|感动哭|活久见)/gu,
  ],
  [
    'sarcasm-en',
    /\b(?:yeah right|oh great|oh wonderful|just great|just perfect|how lovely|how wonderful|bravo|slow clap|thanks for nothing|nice job|good job|well done|fantastic job|as usual|truly impressive)\b/giu,
  ],
  [
    'swear-zh',
    /(?:他妈|她妈|你妈|尼玛|妈的|(?<![a-z])(?:tmd|tnnd|nmd|mmp|cnm|sb)(?![a-z])|傻[逼比b叉]|煞笔|沙比|滚蛋|滚吧|^滚$|王八|狗屁|放屁|屁话|草泥马|我靠|卧槽|妈蛋|垃圾|骗子|奸商|黑店|坑爹|坑人|无耻|不要脸|恶心|缺德)/giu,
  ],
  [
    'swear-en',
    /\b(?:f+u+c+k\w*|f\*+\w*|wtf|shit\w*|bullshit|crap\w*|damn\w*|hell|bloody|idiots?|morons?|stupid|pathetic|scam\w*|thie(?:f|ves)|crooks?|liars?|fraud|garbage|trash|disgusting|disgrace\w*)\b/giu,
  ],
  [
    'threat',
    /(?:12315|消协|工商|投诉|举报|曝光|差评|起诉|律师|维权|报警|媒体)|\b(?:lawyer|sue|suing|legal action|small claims|chargeback|charge back|trading standards|bbb|report you|one star|1 star|bad review|court|attorney)\b/giu,
  ],
  [
    'wait',
    /(?:几天了|多久了|这么久|半天了|等了|还没(?:有)?(?:到|发|收|处理|人|退)|一直没|都没|迟迟|催了|[几两三四五六七八九十\d]+(?:次|遍)了?)|\b(?:still (?:no|not|waiting|haven't|hasn't)|been waiting|weeks? (?:now|ago|late)|days? (?:now|late)|\d+ (?:days|weeks|hours)|third time|again and again|over and over|how (?:much|many) (?:longer|times))\b/giu,
  ],
  [
    'negation',
    /(?:不|没|别|无法|未)|\b(?:not|no|never|nothing|nobody|can't|cannot|won't|don't|doesn't|didn't|isn't|wasn't|haven't|hasn't)\b/giu,
  ],
  [
    'polite',
    /(?:请问|麻烦|谢谢|您好|辛苦|劳驾|打扰|感谢)|\b(?:please|thanks?|thank you|could you|would you|kindly|appreciate)\b/giu,
  ],
  [
    'hurry',
    /(?:急|尽快|快点|赶紧|马上|今天就要|来得及|速度)|\b(?:asap|urgent\w*|hurry|quick\w*|right away|immediately|by (?:tomorrow|friday|monday|tonight))\b/giu,
  ],
  [
    'overdue',
    /(?:都|已经|已|这都|拖了|等了|过了|过去)(?:第)?[半一两二三四五六七八九十几多\d]{1,3}(?:个)?(?:天|周|星期|礼拜|月|小时)|(?:天|周|小时|日|时间)(?:早就?|都|已经)过了|(?:早就?|已经)(?:过了|超过)|到现在(?:还|都|一直|也)?[没不未]|\b(?:overdue|past due|(?:days?|hours?|weeks?|months?) (?:are |is |have |has )?(?:long |well |now )?(?:over|passed|gone|up|late|past)|way past|was due)\b/giu,
  ],
  [
    'asks-who',
    /(?:你|您|这|我|现在|是).{0,8}(?:机器人|真人|人工智能|ai|智能客服|自动回复|电脑|程序)(?:在)?.{0,4}(?:吗|吧|么|呀|还是|\?|？|$)|\b(?:are you|is this|is it|am i (?:talking|chatting|speaking) (?:to|with))\b.{0,16}\b(?:bots?|chatbot|robot|human|ai|automated|person|machine)\b/giu,
  ],
  [
    'stop-that',
    /(?:别再|别老|别总|别拿|别跟我|别给我|不要再|不要拿|不要跟我|少跟我|少拿|少给我|少来|少废话)|\b(?:stop|quit|enough with|enough of|don't (?:you )?(?:tell|lie|give|send)|no more)\b/giu,
  ],
  [
    'person',
    /(?:人工|真人|经理|领导|负责人|主管|老板)|\b(?:human|agent|person|manager|supervisor|representative)\b/giu,
  ],
  [
    'again',
    /(?:又(?!快|便宜|好|不贵)|再次|第[二三四五]次|同样的|老是|总是|每次)|\b(?:again|second time|third time|every time|twice|same answer|same reply|keeps?|already)\b/giu,
  ],
  [
    'nobody',
    /(?:没(?:有)?人(?:管|理|回|接|处|看|来|通)|不理|不回|不接|打不通|占线|没下文|没动静|没消息|没结果|没进展)|\b(?:no ?body|no one|no (?:reply|answer|response|help|update)|never (?:called|came|replied|answered)|ignored?|ignoring)\b/giu,
  ],
  ['contrast', /(?:但是|可是|不过|然而|结果|却)|\b(?:but|however|yet|although|except)\b/giu],
];

const allPatterns = [...cuePatterns, ...wordLists].map(([name, pattern]) => ({ name: `=${name}`, pattern }));

/** The cues of a message; positions count in `display`, the text as shown (NFKC, spaces joined, capitals kept). */
export function extractCues(display: string): Feature[] {
  const found: Feature[] = [];
  for (const { name, pattern } of allPatterns) {
    // Not `matchAll`, which makes a new expression of each pattern for each message: that takes longer than to look.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(display); match !== null; match = pattern.exec(display)) {
      found.push({ name, start: match.index, end: match.index + match[0].length });
    }
  }
  pushNegated(display, found);
  pushBitterPraise(display, found);
  return found;
}

const negated =
  /\b(?:not|never|no|isn't|wasn't|don't|doesn't|didn't|won't|can't|cannot|hardly|nothing)\s+((?:[a-z']+\s*){1,3})/giu;

/** Words after an English negation get features of their own, so that "not happy" does not count as "happy". */
function pushNegated(display: string, found: Feature[]): void {
  for (const match of display.matchAll(negated)) {
    for (const word of (match[1] ?? '').trim().toLowerCase().split(/\s+/u)) {
      found.push({ name: `=not ${word}`, start: match.index, end: match.index + match[0].trimEnd().length });
    }
  }
}

const praise =
  /(?:谢谢|感谢|真(?:是)?(?:好|棒|行|高|快|厉害|不错|可以)|可真|好评|优质|贴心|厉害|佩服|感动|高效|一流|五星)|\b(?:great|wonderful|fantastic|brilliant|lovely|perfect|awesome|amazing|thanks|thank you|excellent|nice|love|bravo|impressive|well done|wow)\b/iu;
const trouble =
  /(?:等了|[坏碎破丢烂]|发错|太慢|没(?:收|发|到|人|有人)|半个月|[一两三几]个月|[几两三五七十\d]+天|一周|延误|掉色|不回|不理|拖|催|才到|废话|还在)|\b(?:delay\w*|late|broken|broke|damaged|pieces|wrong|missing|never|still|again|another|nothing|waiting|weeks?|lost|ignored|cancelled|useless|canned|bots?|nobody|no one|hours|months?|already)\b/iu;

/** Praise beside trouble is sarcasm more often than not ("great, broken again"); both words are shown as the cue. */
function pushBitterPraise(display: string, found: Feature[]): void {
  const good = praise.exec(display);
  const bad = trouble.exec(display);
  if (good && bad) {
    const name = good.index < bad.index ? '=bitter-praise' : '=trouble-then-praise';
    found.push({ name, start: good.index, end: good.index + good[0].length });
    found.push({ name, start: bad.index, end: bad.index + bad[0].length });
  }
}
