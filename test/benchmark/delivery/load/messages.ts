import { pick, type Random } from '../../../../backend/demo/content/random.ts';

const CHINESE = [
  '我的订单',
  '到哪里了',
  '怎么还没发货',
  '尺码偏小',
  '想换一双',
  '四十二码',
  '谢谢',
  '请帮我看一下',
  '外套的颜色',
  '和图片不一样',
  '可以退吗',
  '大概几天能到',
  '👍',
];
const ENGLISH = [
  'where is my order',
  'the size is too small',
  'can I change it',
  'thank you',
  'please have a look',
  'the colour differs from the picture',
  'how many days will it take',
  '🙂',
];
const MEDIAN_LENGTH = 24;
const SPREAD = 0.6;
const LONGEST = 1000;

/** Something a customer might say: Chinese in six cases of ten, its length log-normal around 24 characters. */
export function drawMessage(random: Random): string {
  const isChinese = random() < 0.6;
  const [words, joint] = isChinese ? [CHINESE, '，'] : [ENGLISH, ', '];
  const length = Math.min(LONGEST, MEDIAN_LENGTH * Math.exp(SPREAD * drawNormal(random)));
  let text = pick(random, words);
  while (text.length < length) text += joint + pick(random, words);
  return text;
}

function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** When to send, in ms from the start: as customers come who know nothing of one another, so many a second on average. */
export function drawSchedule(random: Random, terms: { perSecond: number; seconds: number }): Float64Array {
  const due: number[] = [];
  for (let at = 0; ; ) {
    at += (-Math.log(1 - random()) * 1000) / terms.perSecond;
    if (at >= terms.seconds * 1000) return Float64Array.from(due);
    due.push(at);
  }
}
