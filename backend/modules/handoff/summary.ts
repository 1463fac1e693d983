import type { Language } from '#shared/domain/language';
import type { ConversationMood } from '#shared/domain/mood';
import { clip } from '../../runtime/clip.ts';

const SUMMARY_LENGTH = 400;
const QUESTION_LENGTH = 400;
const PROMISE_LENGTH = 200;
const SUMMARY_SENTENCES = 3;

/** The customer's most telling sentences, in the order in which they were said. Empty when nothing was said. */
export function summarise(said: readonly string[], language: Language): string {
  const sentences = unique(said.flatMap(sentencesOf));
  const ranked = sentences
    .map((text, index) => ({ text, index, weight: tellingWeight(text) + index / (sentences.length * 4) }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, SUMMARY_SENTENCES)
    .sort((a, b) => a.index - b.index);
  return shorten(
    joined(
      ranked.map(({ text }) => text),
      language,
    ),
    SUMMARY_LENGTH,
  );
}

/** Sentences in one line: a question or exclamation mark parts them by itself, others need a semicolon. */
function joined(sentences: readonly string[], language: Language): string {
  const [semicolon, space] = language === 'zh' ? ['；', ''] : ['; ', ' '];
  return sentences
    .map((text) => text.replace(/[。.；;，,]+$/u, ''))
    .reduce(
      (line, text) => (line === '' ? text : `${line}${/[！？!?]$/u.test(line) ? space : semicolon}${text}`),
      '',
    );
}

/** The customer's last question of late, or null when none was asked. */
export function openQuestionOf(said: readonly string[]): string | null {
  const late = said.slice(-4).flatMap(sentencesOf);
  const question = late.findLast(isQuestion);
  return question === undefined ? null : shorten(question, QUESTION_LENGTH);
}

/** Sentences in which something is promised: what the person who takes over is held to. */
export function promisesOf(said: readonly string[]): string[] {
  return unique(
    said
      .flatMap(sentencesOf)
      .filter(isPromise)
      .map((text) => shorten(text, PROMISE_LENGTH)),
  );
}

/** A first answer that the agent may start from: it shows that the case was read, and says no more than is known. */
export function composeReply(about: {
  topic: string | null;
  mood: ConversationMood;
  language: Language;
}): string {
  const { topic, mood, language } = about;
  const isUpset = mood.level === 'furious' || mood.level === 'upset';
  const quoted = topic === null ? null : shorten(topic.replace(/[。.!！?？]+$/u, ''), 120);
  if (language === 'zh') {
    const sorry = isUpset ? '非常抱歉给您带来不好的体验。' : '您好，';
    const read = quoted === null ? '我已经看过您之前的对话' : `您说的“${quoted}”我已经看到了`;
    return `${sorry}${read}，不用再重复说明。我现在就为您核实，马上给您答复。`;
  }
  const sorry = isUpset ? 'I am very sorry about this. ' : 'Hello, ';
  const read =
    quoted === null ? 'I have read your conversation so far' : `I have read what you wrote: “${quoted}”`;
  return `${sorry}${read}, so there is no need to explain it again. I am checking it now and will get back to you right here.`;
}

/** Sentences end at marks of either language and at line ends; a point inside a number does not end one. */
function sentencesOf(text: string): string[] {
  return (text.match(/[^。！？!?\n]+?(?:[。！？!?]+|\n|$|\.(?=\s|$))/gu) ?? [])
    .map((part) => part.trim())
    .filter(Boolean);
}

/** How much a sentence tells: facts (numbers, times), complaints and questions weigh more than greetings and thanks. */
function tellingWeight(text: string): number {
  const length = [...text].length;
  const size = /\p{Script=Han}/u.test(text) ? length / 18 : length / 70;
  let weight = Math.min(1, size);
  if (/\d|[一二三四五六七八九十两几好](次|遍|回|天|周|个|小时)/u.test(text)) weight += 0.6;
  if (isQuestion(text)) weight += 0.4;
  if (/(没|不|坏|错|退|换|赔|投诉|慢|久|催|破|漏|丢|骗)/u.test(text)) weight += 0.5;
  if (
    /\b(not|never|no|wrong|broken|refund|return|late|missing|lost|damaged|cancel|still|waiting)\b/i.test(text)
  )
    weight += 0.5;
  if (
    /^(你好|您好|在吗|在么|谢谢|好的|嗯|哦|hi|hello|hey|thanks|thank you|ok|okay)[\s。.!！?？~～]*$/iu.test(
      text,
    )
  )
    weight -= 1.5;
  if (/(转人工|人工客服|real person|human|agent)/iu.test(text) && length < 40) weight -= 0.6;
  return weight;
}

function isQuestion(text: string): boolean {
  if (/(转人工|人工客服|在吗|在么|有人吗)/u.test(text)) return false;
  return (
    /[?？]$/u.test(text) ||
    /(吗|呢|么|怎么|为什么|什么时候|多久|多少|哪里|哪个|能不能|可不可以|是不是|有没有)/u.test(text) ||
    /^(what|when|where|why|how|who|which|can|could|do|does|did|is|are|will|would|may)\b/i.test(text)
  );
}

function isPromise(text: string): boolean {
  if (/[?？]$/u.test(text)) return false;
  return (
    /((会|将|马上|立即|尽快)(为您|帮您|给您|安排|联系|处理|退|补|发)|(小时|天|个?工作日)(之)?内|保证|承诺)/u.test(
      text,
    ) ||
    /\b(we|i|you|it|they|our team)('ll| will)\b|\bwithin \d+ (hours?|days?|working days?)\b|\b(promise|guarantee)\b/i.test(
      text,
    )
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${clip(text, length - 1)}…`;
}
