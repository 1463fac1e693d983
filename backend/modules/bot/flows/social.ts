import { answer, type Flow, personChoice, type Turn } from '../turn.ts';

/** Greeting, thanks, goodbye, a nod; and the question what one is talking to, which is always answered truly (rule T8). */
export const social: Flow = {
  async begin(turn) {
    const { name } = await turn.shop.settings.read('shop');
    const shop = name[turn.language];
    if (asksWhatYouAre(turn.text)) {
      const choices = [personChoice(turn)];
      return {
        outcome: 'social',
        replies: [answer(turn.speaker.say('identity', { shop }), choices)],
        choices,
        flow: null,
      };
    }
    return { outcome: 'social', replies: [answer(words(turn, shop))], flow: null };
  },
};

function words(turn: Turn, shop: string): string {
  const { customer } = turn.view;
  const word = socialWord(turn.text) ?? turn.intent.intent;
  const isPleased = turn.said.label === 'positive' && turn.said.score >= 0.5;
  if (isPleased && word !== 'greeting' && word !== 'goodbye') {
    return turn.speaker.say(/谢|thank/iu.test(turn.text) && turn.text.length <= 40 ? 'thanks' : 'praise');
  }
  switch (word) {
    case 'thanks':
      return turn.speaker.say('thanks');
    case 'goodbye':
      return turn.speaker.say('goodbye');
    case 'acknowledge':
      return turn.speaker.say('acknowledge');
    default:
      return customer.isVerified
        ? turn.speaker.say('greeting.known', { shop, name: customer.name })
        : turn.speaker.say('greeting', { shop });
  }
}

const socialWords: readonly (readonly ['greeting' | 'thanks' | 'goodbye' | 'acknowledge', RegExp])[] = [
  [
    'greeting',
    /^(?:你好|您好|哈喽|嗨|hi|hello|hey|good (?:morning|afternoon|evening))(?: there)?[\s,，。.!！~～?？]*$/iu,
  ],
  [
    'thanks',
    /^(?:谢谢|多谢|谢了|感谢|辛苦了|thanks?|thank you|thx|cheers)(?:你|您|啦|了| a lot| so much| very much)?[\s,，。.!！~～]*$/iu,
  ],
  ['goodbye', /^(?:再见|拜拜|拜|88|bye|goodbye|bye bye|see you)[\s,，。.!！~～]*$/iu],
  [
    'acknowledge',
    /^(?:好的?|嗯+|哦+|知道了|明白了?|了解|行|ok|okay|alright|got it|i see|fine)[\s,，。.!！~～]*$/iu,
  ],
];

/** What a text that is nothing but a greeting, thanks, goodbye or a nod is; `null` for everything else. */
export function socialWord(text: string): 'greeting' | 'thanks' | 'goodbye' | 'acknowledge' | null {
  return socialWords.find(([, words]) => words.test(text.trim()))?.[0] ?? null;
}

/** Whether somebody asks if this is a person or a machine, or who it is. */
export function asksWhatYouAre(text: string): boolean {
  return /(?:你|您|这)(?:到底)?(?:是|是不是).{0,4}(?:真人|人工|机器人|ai|人吗|活人|什么东西)|^(?:你|您)(?:是谁|叫什么.{0,3})[呀啊呢?？]*$|\b(?:are you|is this|am i (?:talking|speaking|chatting) (?:to|with))\b.{0,16}\b(?:human|bot|robot|real person|machine|ai)\b|\b(?:who are you|what are you|(?:what(?:'s| is)|do you have) (?:your|a) name)\b/iu.test(
    text.replace(/[‘’]/gu, "'"),
  );
}

/** What people say to try a machine out, or because they are bored. */
const smallTalk =
  /天气|讲.{0,3}(?:笑话|故事)|(?:写|作|背).{0,6}(?:诗|歌|作文|作业|代码|文章)|唱.{0,3}歌|(?:你|您)(?:喜欢|会|爱|几岁|多大|吃饭)|[\d一二三]\s*(?:\+|加|乘)\s*[\d一二三]|世界杯|股票|彩票|星座|翻译一下|\b(?:weather|jokes?|poems?|stor(?:y|ies) about|songs?|homework|world cup|stock market|horoscope|do you (?:like|love|sleep|eat|dream)|how old are you|translate|meaning of life|i(?:['’]m| am) bored)\b|\d\s*[+x*]\s*\d/iu;
/** Keys beside each other. */
const keyboard = /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|rtyu|tyui|uiop|zxcv|xcvb|cvbn|vbnm/iu;
const LONGEST_IDLE = 40;

/** Nothing that the shop can do, and no sign of a mood, whatever a model may see in it: small talk, keys hit at random, bare marks. */
export function saysNothing(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  return text.length <= LONGEST_IDLE && (smallTalk.test(text) || keyboard.test(text));
}
