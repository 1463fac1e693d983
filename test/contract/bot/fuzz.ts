import type { Language } from '#shared/domain/language';
import type { Script, ScriptStep } from './dialogue.ts';

/** A way in which real talks differ from scripts. */
export type Mutation = 'typing' | 'interruption' | 'twice' | 'noise';

export const mutations: readonly Mutation[] = ['typing', 'interruption', 'twice', 'noise'];

/** The steps of a script with one thing gone as it goes in life. Deterministic for its seed. */
export function mutated(
  script: Script,
  language: Language,
  by: { mutation: Mutation; seed: number },
): ScriptStep[] {
  const random = randomFrom(by.seed);
  const { steps } = script;
  switch (by.mutation) {
    case 'typing':
      return steps.map((step) => ({ ...step, say: [step.say].flat().map((line) => mistyped(line, random)) }));
    case 'twice':
      return steps.map((step, at) => (at === 0 ? { ...step, say: [step.say, step.say].flat() } : step));
    case 'interruption':
      return [...steps.slice(0, -1), aside[language], ...steps.slice(-1)];
    case 'noise':
      return [
        ...steps.slice(0, -1),
        { say: pick(noise[language], random), handoff: 'any' },
        ...steps.slice(-1),
      ];
  }
}

/** Another matter in the middle, which has to be answered. */
const aside: Record<Language, ScriptStep> = {
  zh: { say: '对了 你们运费多少', must: [/99/], handoff: 'any' },
  en: { say: 'btw how much is shipping', must: [/99/], handoff: 'any' },
};

const noise: Record<Language, readonly string[]> = {
  zh: ['哈哈哈哈', 'asdfgh', '今天天气不错', '😂😂', '。。。', '你吃饭了吗'],
  en: ['lol', 'asdfgh', 'nice weather today', '😂😂', '...', 'do you like music'],
};

const homophones: readonly string[] = [
  '在再',
  '的得',
  '吗嘛',
  '做作',
  '退推',
  '货或',
  '发法',
  '没每',
  '哪那',
  '到道',
  '码马',
  '修休',
  '换唤',
  '包宝',
  '洗喜',
];

/** One typing error where there is room for one: a character of the same sound, one left out, two letters swapped. Numbers stay. */
function mistyped(line: string, random: () => number): string {
  return /\p{Script=Han}/u.test(line) ? mistypedZh(line, random) : mistypedEn(line, random);
}

function mistypedZh(line: string, random: () => number): string {
  const pair = homophones.find(([a = '', b = '']) => line.includes(a) || line.includes(b));
  if (pair && random() < 0.6) {
    const [a = '', b = ''] = pair;
    return line.includes(a) ? line.replace(a, b) : line.replace(b, a);
  }
  const places = [...line.matchAll(/\p{Script=Han}/gu)].map(({ index }) => index);
  if (places.length < 5) return line;
  const at = places[1 + Math.floor(random() * (places.length - 2))] ?? 0;
  return line.slice(0, at) + line.slice(at + 1);
}

function mistypedEn(line: string, random: () => number): string {
  const words = [...line.matchAll(/(?<![$\w])[a-z]{5,}(?!\w)/giu)];
  const word = words[Math.floor(random() * words.length)];
  if (!word) return line;
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 3));
  return random() < 0.5
    ? line.slice(0, at) + line.slice(at + 1)
    : line.slice(0, at) + (line[at + 1] ?? '') + (line[at] ?? '') + line.slice(at + 2);
}

function pick(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() * list.length)] ?? '';
}

function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
