import type { Script } from '../dialogue.ts';

/** Complaints, people, small talk, what is unclear, and the night, in Chinese. */
export const serviceZh: readonly Script[] = [
  {
    title: 'complaint: acknowledged, facts asked for in two questions at most, then a person',
    talker: 'guest',
    steps: [
      {
        say: '我要投诉你们客服',
        must: [/抱歉|对不起|不好意思/],
        handoff: [null, 'sensitive-subject', 'anger'],
      },
    ],
  },
  {
    title: 'complaint: the coupon that was promised did not come',
    talker: 'guest',
    steps: [
      {
        say: '上次客服说给我补20的券 到现在也没有 你们是不是骗人',
        must: [/抱歉|对不起|答应|算数/],
        handoff: [null, 'anger', 'falling-mood', 'sensitive-subject', 'predicted'],
      },
    ],
  },
  {
    title: 'anger: is met with an apology and a person, without selling anything',
    talker: 'stuck',
    steps: [
      {
        say: '垃圾店！！！半个月了东西呢？？？退钱！！！',
        must: [/抱歉|对不起|没做好/],
        mustNot: [/推荐|😊|亲/],
        handoff: ['anger', 'falling-mood', 'sensitive-subject'],
      },
    ],
  },
  {
    title: 'person: asked for in five ways of saying it',
    talker: 'guest',
    steps: [{ say: '找个活人来', handoff: 'asked-for-person' }],
  },
  {
    title: 'person: a mistyped 转人工 is still a wish',
    talker: 'guest',
    steps: [{ say: '转仁工', handoff: 'asked-for-person' }],
  },
  {
    title: 'small talk: thanks with emoji ends nothing and asks nothing',
    talker: 'guest',
    steps: [
      { say: '包邮不', must: [/包邮/] },
      { say: '好滴谢谢🙏', must: [/不客气|应该的|随时/], handoff: null },
    ],
  },
  {
    title: 'unclear: one good question, then a person is offered',
    talker: 'guest',
    steps: [
      { say: '那个', mustNot: [/包邮|工作日/], offers: /./ },
      { say: '就那个嘛', offers: /人工/ },
    ],
  },
  {
    title: 'T8: is told apart from a person in dialect and slang',
    talker: 'guest',
    steps: [{ say: '你是机器人还是真人哦 莫逗我', must: [/机器人|智能助手/] }],
  },
  {
    title: 'hours: when people are there',
    talker: 'guest',
    steps: [{ say: '人工客服几点下班', must: [/22 点|22:00/] }],
  },
];
