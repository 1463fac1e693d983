import { clip } from '../../runtime/clip.ts';
import { asksForPerson } from '../intent/index.ts';

/** Sentences end at marks of either language and at line ends; a point inside a number does not end one. */
function sentencesOf(text: string): string[] {
  return (text.match(/[^。！？!?\n]+?(?:[。！？!?]+|\n|$|\.(?=\s|$))/gu) ?? [])
    .map((part) => part.trim())
    .filter(Boolean);
}

/** The parts of a sentence between its commas; a comma inside a number parts nothing. */
function clausesOf(text: string): string[] {
  return sentencesOf(text)
    .flatMap((sentence) =>
      sentence.split(/[，；;、]|(?<=\p{Script=Han})\s+(?=[\p{Script=Han}\d])|,(?=\s)|\s[-–—]\s|\.{2,}|…+/u),
    )
    .map((part) => part.replace(/^[\s"“'‘]+|[\s。.！!"”'’]+$/gu, ''))
    .filter(Boolean);
}

const insults =
  /骗子|骗人|垃圾|傻[逼比叉子]|煞笔|沙雕|[他你特]妈|妈的|妈逼|滚(?!筒)|狗(?:屁|东西|日)|王八|脑残|智障|弱智|废物|去死|操(?:你|蛋)|坑人|坑爹|黑店|奸商|无耻|不要脸|恶心|气死|有病|瞎了|放屁|丢人|白痴|蠢|猪|呵呵|\b(?:scam(?:mers?|ming)?|idiots?|stupid|morons?|useless|(?:bull)?shit\w*|crap\w*|f+u*c*k\w*|fck\w*|damn\w*|garbage|trash|pathetic|jokes?|liars?|lying|thie(?:f|ves)|crooks?|hell|wtf|sucks?|disgusting|disgrace\w*|ridiculous|bastards?|ass(?:hole)?s?|dumb\w*|incompetent|clowns?|rip-?off|shame(?:ful)?|fraudsters?)\b/iu;
const rhetoric =
  /什么态度|搞什么|有完没完|怎么做生意|怎么好意思|讲不讲理|你说呢|当我.{0,4}(?:傻|好骗)|^(?:seriously|really)\W*$|\b(?:are you (?:kidding|serious|joking|even)|how hard|how dare|what kind of|do you even|is this how)\b/iu;
const mereWord =
  /^(?:你好|您好|在吗|在么|在不在|有人吗|有人么|人呢|喂|哈喽|谢谢|好的?|嗯+|哦+|行|算了|不用了|hi|hello|hey|anyone(?: there)?|hello there|thanks?|thank you|ok|okay|fine|no|yes|please|now|great|wow|answer me|help|help me|come on)[\s。.!！?？~～]*$/iu;
const aboutMachine =
  /机器人|智能客服|自动回复|答非所问|听不懂|听得懂|复读|\b(?:(?:ro)?bots?|ai|a human|real person|machine|canned)\b|(?:not|n't) (?:what i asked|understand)/iu;

/** What a customer said without insults and shouting, without what is only a greeting, a call for a person or a word about the bot. */
export function tellingClauses(text: string): string[] {
  return clausesOf(text)
    .filter((clause) => !insults.test(clause) && !isIdle(clause))
    .map(calmly);
}

/** The same for whole sentences: one with an insult in it is cut to its other parts. */
export function tellingSentences(text: string): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    if (isIdle(sentence) || rhetoric.test(sentence)) return [];
    if (!insults.test(sentence)) return [calmly(sentence)];
    const mark = /[?？]+$/u.exec(sentence)?.[0].charAt(0) ?? '';
    const rest = tellingClauses(sentence).join(/\p{Script=Han}/u.test(sentence) ? '，' : ', ');
    return rest === '' ? [] : [`${rest}${mark}`];
  });
}

/** Nothing but the wish for a person. */
export function callsForPerson(text: string): boolean {
  return asksForPerson(text) || /^(?:快)?(?:找|叫|换|来|喊)(?:个|一个)?人/u.test(text);
}

function isIdle(text: string): boolean {
  return mereWord.test(text) || callsForPerson(text) || aboutMachine.test(text);
}

/** Capitals are for shouting: as said quietly. Numbers of orders and parcels stay as they are. */
function calmly(text: string): string {
  const letters = text.match(/[a-z]/giu)?.length ?? 0;
  const capitals = text.match(/[A-Z]/gu)?.length ?? 0;
  if (letters < 6 || capitals / letters < 0.7) return text;
  const quiet = text.replace(/[A-Z]+(?![\w-]*\d)/gu, (word) => word.toLowerCase()).replace(/\bi\b/gu, 'I');
  return quiet.charAt(0).toUpperCase() + quiet.slice(1);
}

/** Whether something is asked. */
export function isQuestion(text: string): boolean {
  return (
    /[?？]$/u.test(text) ||
    /(?:吗|呢|怎么|为什么|为啥|什么时候|啥时候|多久|多少|哪里|哪个|几天|能不能|可不可以|是不是|有没有)/u.test(
      text,
    ) ||
    /^(?:what|when|where|why|how|who|which|can|could|do|does|did|is|are|will|would|may|has|have)\b/iu.test(
      text,
    )
  );
}

/** Whether something is wanted. */
export function isWish(text: string): boolean {
  return /(?:^|我|就|只|请|你们)(?:想|要|希望|需要)|要求|麻烦|(?<![“"])请(?!问)|帮我|给我|赶紧|赶快|尽快|马上|(?:^|[,.] )please\b|\b(?:i want|i need|i(?:'d| would) like|i demand|give me|send me|just (?:send|refund|cancel|ship|fix))\b/iu.test(
    text,
  );
}

/** Sentences in which something is promised: what the person who takes over is held to. */
export function promisesOf(said: readonly string[]): string[] {
  const promises = said
    .flatMap(sentencesOf)
    .filter(isPromise)
    .map((text) => shorten(text, 200));
  return [...new Set(promises)];
}

function isPromise(text: string): boolean {
  if (/[?？]$/u.test(text) || /比承诺|晚了|\b(?:later than|late)\b/iu.test(text)) return false;
  return (
    /((会|将|马上|立即|尽快)(为您|帮您|给您|安排|联系|处理|退|补|发)|(小时|天|个?工作日)(之)?内|保证|承诺)/u.test(
      text,
    ) ||
    /\b(we|i|you|it|they|our team)('ll| will)\b|\bwithin \d+ (hours?|days?|working days?)\b|\b(promise|guarantee)\b/i.test(
      text,
    )
  );
}

/** The text, or its beginning where it is too long. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${clip(text, length - 1)}…`;
}
