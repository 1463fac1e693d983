import { randomUUID } from 'node:crypto';
import type { Content } from '#shared/domain/entry';
import type { ClientId } from '#shared/domain/ids';
import { FIRST_WORDS, numberOf, RECALLED, type Words } from '../../checker/history.ts';

/**
 * What the campaigns' clients say: every text names who says it, as which of their utterances, and if it was revised, by which: `#2.7 …`, `#2.7~9 …`.
 * So does every client id in its last digits, because what was taken back says nothing any more.
 */

const WORDS = [
  '你好，请问我的包裹到哪里了？',
  'ok, thank you',
  '好的，谢谢',
  'I ordered this last week and it is still not here.',
  '麻烦帮我查一下订单',
  '尺码不合适，可以换吗',
  'one moment please',
  '收到',
  '这个颜色还有货吗？',
  'Is there anything else I should know?',
];

/** The `n`th thing that a client says; `by` is the utterance that revised it. */
export function textOf(client: number, n: number, by?: number): string {
  return `#${client}.${n}${by === undefined ? '' : `~${by}`} ${WORDS[(by ?? n) % WORDS.length]}`;
}

/** A client id that nobody had before. */
export function clientIdOf(client: number, n: number): ClientId {
  const number = (client * LARGEST + n).toString(16).padStart(12, '0');
  return `${randomUUID().slice(0, 24)}${number}` as ClientId;
}

/** Who gave out a client id, for which of their utterances. */
export function utteranceOf(clientId: string): { client: number; n: number } {
  const number = numberOf(clientId);
  return { client: Math.floor(number / LARGEST), n: number % LARGEST };
}

const LARGEST = 2 ** 32;

/** The words of a message, as the checker calls them. */
export function wordsOf({ type, text }: { type: Content['type']; text?: string | null }): Words {
  if (type === 'recalled') return RECALLED;
  const by = /^#\d+\.\d+~(\d+) /.exec(text ?? '')?.[1];
  return by === undefined ? FIRST_WORDS : Number(by);
}
