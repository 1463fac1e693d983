import { TEXT_MAX } from '#shared/domain/entry';
import type { Citation, DraftWarning, DraftWish } from '#shared/domain/model-draft';
import { clip } from '../../runtime/clip.ts';
import { onlyReadable } from './readable.ts';
import type { Source } from './sources.ts';
import type { Veil } from './veil.ts';

/** What the model's words are read against. `known` is all that it was given, as people wrote it. */
export type Background = { kind: DraftWish['kind']; sources: readonly Source[]; known: string; veil: Veil };

/** The model's words as an agent is shown them. */
export type Written = { text: string; citations: Citation[]; warnings: DraftWarning[] };

const MARK = /\s?[[【［]\s*(\d{1,2})(?:\s*[,，、]\s*\d{1,2})*\s*[\]】］]/gu;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"'）)，。]+|!?\[[^\]\n]*\]\([^)\n]*\)/giu;

/**
 * Reads what a model has written so far: marks of citations leave the text and become citations of sources that it was really given, hidden
 * values come back, links that nobody gave are taken out. While it is still writing, an unfinished mark at the end is held back.
 */
export function read(raw: string, { kind, sources, known, veil }: Background, isDone: boolean): Written {
  const whole = isDone ? raw : raw.replace(/[[【［][^\]】］]{0,24}$/u, '');
  const numbers = [...whole.matchAll(MARK)].flatMap(([mark]) => mark.match(/\d{1,2}/gu) ?? []);
  const cited = [...new Set(numbers.map(Number))].flatMap((number) => sources[number - 1] ?? []);
  const plain = veil.reveal(onlyReadable(whole).replace(MARK, ''));
  const linkless = plain.replace(LINK, (link) => (known.includes(link) ? link : ''));
  const text = clip(
    linkless
      .replace(/[ \t]+\n/gu, '\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim(),
    TEXT_MAX,
  );
  const warnings: DraftWarning[] = [];
  if (kind === 'reply' && cited.length === 0) warnings.push('no-source');
  if (isDone && hasUnknownFigure(text, known)) warnings.push('unknown-figure');
  if (linkless !== plain) warnings.push('link-removed');
  return { text, citations: cited.map(({ citation }) => citation), warnings };
}

/** A figure of two digits or more, or an amount, that stands in nothing that was given: prices, dates, days are where models invent. */
function hasUnknownFigure(text: string, known: string): boolean {
  const given = new Set(figuresOf(known));
  return figuresOf(text).some((figure) => !given.has(figure));
}

function figuresOf(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(/\d+(?:[.,]\d+)*/gu)]
    .map(([figure]) => figure.replace(/,/gu, '').replace(/\.0+$/u, ''))
    .filter((figure) => figure.length > 1);
}
