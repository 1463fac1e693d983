/** One thing said, so many minutes before the pictures are taken. */
export type Line = {
  minutesAgo: number;
  channel: 'web' | 'app' | 'mini';
  text: string;
  /** Who says it; by default the customer. */
  by?: 'agent';
};

/** A customer of the scene. */
export type Speaker = {
  key: string;
  /** What the mini program calls them; null where the shop knows better. */
  name: string | null;
  language: 'zh' | 'en';
  /** What the shop knows of them; null for somebody whom it does not know. */
  fits: { status: string; olderThanDays: number; membership?: string } | null;
  lines: readonly Line[];
};

/** Several moods on several channels, in both languages, as one sees them on a busy evening. */
export const speakers: readonly Speaker[] = [
  {
    key: 'late',
    name: null,
    language: 'zh',
    fits: { status: 'paid', olderThanDays: 2.2 },
    lines: [
      { minutesAgo: 6.5, channel: 'web', text: '你好，我前几天买的怎么还没发货？' },
      { minutesAgo: 4.1, channel: 'mini', text: '我在小程序也看了，一点动静都没有，真让人失望' },
      { minutesAgo: 3.2, channel: 'mini', text: '都第四天了还没发货？太过分了，垃圾服务！' },
      { minutesAgo: 2.6, channel: 'mini', text: '气死我了！你们这些骗子，马上给我转人工！' },
    ],
  },
  {
    key: 'refund',
    name: null,
    language: 'en',
    fits: { status: 'returning', olderThanDays: 3 },
    lines: [
      { minutesAgo: 3.4, channel: 'web', text: 'Hi, where is the refund for the coat I sent back?' },
      { minutesAgo: 2.2, channel: 'web', text: 'You keep telling me the same thing. This is ridiculous.' },
      {
        minutesAgo: 1.1,
        channel: 'web',
        text: 'This is the third time I explain this. Terrible service, get me a person!',
      },
    ],
  },
  {
    key: 'size',
    name: null,
    language: 'zh',
    fits: { status: 'delivered', olderThanDays: 3, membership: 'silver' },
    lines: [
      { minutesAgo: 8.2, channel: 'app', text: '冲锋衣想换大一码，怎么换' },
      { minutesAgo: 7.4, channel: 'app', text: '不是这个意思，我是问来回运费谁出' },
      { minutesAgo: 6.3, channel: 'app', text: '说了半天没说到点上，有点烦了，找个人工吧' },
    ],
  },
  {
    key: 'invoice-ho',
    name: '何先生',
    language: 'zh',
    fits: null,
    lines: [
      { minutesAgo: 0.9, channel: 'mini', text: '你好，可以开增值税专用发票吗' },
      { minutesAgo: 0.5, channel: 'mini', text: '抬头有点特殊，麻烦转人工确认一下，谢谢' },
    ],
  },
  {
    key: 'gift-meyer',
    name: 'K. Meyer',
    language: 'en',
    fits: null,
    lines: [
      { minutesAgo: 2.1, channel: 'mini', text: 'Hello, do you gift wrap?' },
      { minutesAgo: 1.7, channel: 'mini', text: 'It is for Friday. Could I talk to a person, please?' },
    ],
  },
  {
    key: 'care',
    name: null,
    language: 'zh',
    fits: { status: 'delivered', olderThanDays: 20, membership: 'gold' },
    lines: [
      { minutesAgo: 13, channel: 'app', text: '羽绒服洗了以后跑绒，质量太差了，我要人工' },
      {
        minutesAgo: 12,
        channel: 'app',
        by: 'agent',
        text: '您好，我是林晓。跑绒我们可以免费返修，我现在给您登记，今天安排上门取件。',
      },
      { minutesAgo: 1.4, channel: 'app', text: '好的，那我等你们消息，别又忘了' },
    ],
  },
  {
    key: 'thanks',
    name: null,
    language: 'en',
    fits: { status: 'shipped', olderThanDays: 1 },
    lines: [
      { minutesAgo: 11, channel: 'web', text: 'I typed the wrong house number, can an agent fix it?' },
      {
        minutesAgo: 10,
        channel: 'web',
        by: 'agent',
        text: 'Done! The carrier has the right number now, and it still arrives on time.',
      },
      { minutesAgo: 9.5, channel: 'web', text: 'Perfect, thank you so much!' },
      { minutesAgo: 9, channel: 'web', by: 'agent', text: 'You are welcome. Enjoy your order!' },
    ],
  },
];
