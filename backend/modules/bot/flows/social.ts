import { answer, type Flow, personChoice, type Reaction, type Turn } from '../turn.ts';
import { answerFromKnowledge, FAIRLY_SURE } from './faq.ts';
import { asksWhatYouAre, asksWhenPeopleAreThere, socialWord } from './social-words.ts';

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
    if (asksWhenPeopleAreThere(turn.text)) return await tellHours(turn);
    return { outcome: 'social', replies: [answer(words(turn, shop))], flow: null };
  },
};

/** The shop's own article on it, else its hours as they are set. */
async function tellHours(turn: Turn): Promise<Reaction> {
  const own = turn.hits.find(({ intent }) => intent === 'service.hours');
  if (own && own.confidence >= FAIRLY_SURE) return answerFromKnowledge(turn, own);
  const { fromHour, toHour } = await turn.shop.settings.read('service-hours');
  const text = turn.speaker.say('hours.here', { from: fromHour, to: toHour });
  const choices = [personChoice(turn)];
  return { outcome: 'helped', replies: [answer(text, choices)], choices, flow: null };
}

function words(turn: Turn, shop: string): string {
  const { customer } = turn.view;
  const said = socialWord(turn.text);
  const word = said ?? turn.intent.intent;
  const isPleased = turn.said.label === 'positive' && turn.said.score >= 0.5;
  if (isPleased && said === null && word !== 'greeting' && word !== 'goodbye') {
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
