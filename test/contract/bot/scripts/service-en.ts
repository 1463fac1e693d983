import type { Script } from '../dialogue.ts';

/** Complaints, people, small talk, what is unclear, and the night, in English. */
export const serviceEn: readonly Script[] = [
  {
    title: 'complaint: acknowledged, facts asked for in two questions at most, then a person',
    talker: 'guest',
    steps: [
      {
        say: 'I want to make a complaint about your support',
        must: [/sorry|apolog/i],
        handoff: [null, 'sensitive-subject', 'anger'],
      },
    ],
  },
  {
    title: 'complaint: the coupon that was promised did not come',
    talker: 'guest',
    steps: [
      {
        say: 'last time your guy promised me a 20 coupon and i never got it, are you lying to me',
        must: [/sorry|promise|apolog/i],
        handoff: [null, 'anger', 'falling-mood', 'sensitive-subject', 'predicted'],
      },
    ],
  },
  {
    title: 'anger: is met with an apology and a person, without selling anything',
    talker: 'stuck',
    steps: [
      {
        say: 'THIS IS A JOKE!!! two weeks and NOTHING. give me my money back!!!',
        must: [/sorry|apolog/i],
        mustNot: [/recommend|😊/i],
        handoff: ['anger', 'falling-mood', 'sensitive-subject'],
      },
    ],
  },
  {
    title: 'person: a human being is asked for',
    talker: 'guest',
    steps: [{ say: 'get me a human', handoff: 'asked-for-person' }],
  },
  {
    title: 'person: a mistyped wish is still a wish',
    talker: 'guest',
    steps: [{ say: 'tlak to a persn', handoff: 'asked-for-person' }],
  },
  {
    title: 'small talk: thanks with emoji ends nothing and asks nothing',
    talker: 'guest',
    steps: [
      { say: 'free shipping?', must: [/¥99/] },
      { say: 'cool thx 🙏', must: [/welcome|any time|glad/i], handoff: null },
    ],
  },
  {
    title: 'unclear: one good question, then a person is offered',
    talker: 'guest',
    steps: [
      { say: 'the thing', mustNot: [/free from|working days/i], offers: /./ },
      { say: 'you know, that', offers: /person/i },
    ],
  },
  {
    title: 'T8: is told apart from a person in slang',
    talker: 'guest',
    steps: [{ say: 'r u a bot or a real person lol', must: [/bot|assistant/i] }],
  },
  {
    title: 'hours: when people are there',
    talker: 'guest',
    steps: [{ say: 'when does support close', must: [/22:00|10 ?pm/i] }],
  },
];
