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

/** Whether somebody asks if this is a person or a machine. */
export function asksWhatYouAre(text: string): boolean {
  return /(?:你|您|这)(?:到底)?(?:是|是不是).{0,4}(?:真人|人工|机器人|ai|人吗|活人)|\b(?:are you|is this|am i (?:talking|speaking|chatting) (?:to|with))\b.{0,16}\b(?:human|bot|robot|real|person|machine|ai)\b/iu.test(
    text,
  );
}
