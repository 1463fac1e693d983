/** What people type before they come to the point. */
const filler =
  /^(?:在吗|在么|在不在|有人吗|你好|您好|亲|哈喽|请问(?:一下)?|(?:我)?(?:想)?(?:请)?问(?:一)?下|有个问题|hello|hi|hey|excuse me|(?:a )?quick question|i have a question|anyone there)[\s?？。.!！,，~]*$/iu;

/** Of several lines sent in a row, those that say something; all of them where none does. */
export function withoutFillers(text: string): string {
  const lines = text.split('\n');
  const telling = lines.filter((line) => !filler.test(line.trim()));
  return telling.length === 0 ? text : telling.join('\n');
}

const courtesies =
  /您好|你好|请问(?:一下)?|(?:就是)?(?:我)?(?:就)?(?:想|要)?(?:问|咨询|请教|了解)(?:一)?下(?:子)?|不好意思|打扰(?:一下|了)?|麻烦(?:您|你|问下)?|谢谢(?:您|你)?|哈喽|[～~]|\b(?:hi(?: there)?|hello|please|sorry to bother you|excuse me|thanks?|thank you|(?:i )?(?:just )?(?:wanted|want|would like) to (?:ask|know)(?: if| whether| about)?|i was wondering(?: if)?|quick question|pls|plz|btw)\b[,!.:]?/giu;

/** “If I return something, …”, before the question itself. */
const condition =
  /^(?:if|when|once) (?:i|we)\b[^,?]{3,40}?,? (?=(?:how|what|when|who|where|do|does|can|will)\b)|^(?:如果|要是|假如|假设).{1,16}?(?:的话[，,\s]*|[，,\s]+)(?=.{4,})/iu;

/** With what people stop themselves; it says nothing of what comes after. */
const hesitation = /^(?:(?:等等|等一下|等下|慢着|对了|wait|hang on|hold on)[\s，,。.!！、]*)+/iu;

/** The text without the word with which somebody stops themselves. */
export function withoutHesitation(text: string): string {
  return text.replace(hesitation, '') || text;
}

/** The text without its courtesies and conditions, which say little of what is asked; as it was where nothing else is left. */
export function bare(text: string): string {
  const rest = text
    .replace(hesitation, '')
    .replace(courtesies, ' ')
    .replace(/^[\s，,。.!！]+/u, '')
    .replace(condition, '')
    .trim();
  return rest.length < 2 ? text : rest;
}
