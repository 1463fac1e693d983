import type { ConversationSummary } from '#shared/domain/conversation';
import type { Entry } from '#shared/domain/entry';
import type { ConversationId, EntryId, Moment } from '#shared/domain/ids';
import { type Revision, revisedEntry } from '#shared/domain/revision';

/** Finds words that are gone in what was made of them. Everything here is pure. */

/** So many characters in a row are no accident: of writing without spaces, and of the rest. */
const TELLING = { dense: 4, spaced: 8 };
const DENSE = /[⺀-鿿가-힯豈-﫿぀-ヿ]/u;
/** What stands between words. */
const BETWEEN = /[^\p{L}\p{N}]+/u;
/** A number or a code typed in pieces is found from here on. */
const TELLING_CODE = 6;
/** Members of what is kept that hold names of ours, never what somebody said. */
const NAMES = new Set([
  'name',
  'step',
  'code',
  'type',
  'means',
  'intent',
  'status',
  'lastArticle',
  'lastProduct',
  'lastOrder',
  'shown',
]);

/** Whether a text repeats a telling part of what was said, all of it as words of its own, or is itself a part of it. */
export function quotes(text: string, gone: string): boolean {
  const [value, said] = [text.trim().toLowerCase(), gone.trim().toLowerCase()];
  if (value === '' || said === '') return false;
  if (value === said || (value.length >= 2 && said.includes(value))) return true;
  const [bare, bareSaid] = [bareOf(value), bareOf(said)];
  if (bare.length >= TELLING_CODE && bareSaid.includes(bare)) return true;
  if (bareSaid !== '' && ` ${wordsOf(value)} `.includes(` ${wordsOf(said)} `)) return true;
  return hasTellingPart(value, said);
}

function hasTellingPart(value: string, said: string): boolean {
  for (let at = 0; at < said.length; at += 1) {
    const size = DENSE.test(said.charAt(at)) ? TELLING.dense : TELLING.spaced;
    if (at + size <= said.length && value.includes(said.slice(at, at + size))) return true;
  }
  return false;
}

function bareOf(text: string): string {
  return text.split(BETWEEN).join('');
}

function wordsOf(text: string): string {
  return text.split(BETWEEN).filter(Boolean).join(' ');
}

/** Whether anything that is said anywhere in a value of JSON quotes it. */
function hasQuote(value: unknown, gone: string): boolean {
  if (typeof value === 'string') return quotes(value, gone);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) => !NAMES.has(name) && hasQuote(member, gone));
}

/** What was kept as JSON without what quotes: items of lists are left out, any other member becomes null. */
export function withoutQuotes(value: unknown, gone: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (NAMES.has(name)) return [name, member];
      if (Array.isArray(member)) return [name, member.filter((item) => !hasQuote(item, gone))];
      return [name, hasQuote(member, gone) ? null : member];
    }),
  );
}

/** All that a revision changes in what was told before. */
export type Retelling = Revision & {
  conversationId: ConversationId;
  /** When the message was said. */
  at: Moment;
  /** How the row showed the message, and how it does now; `null` where it was taken back. */
  preview: { before: string; now: string | null };
  /** The words of its mood. */
  cues: readonly string[];
  /** Entries beside the message that were rewritten. */
  rewritten: ReadonlyMap<EntryId, Entry>;
};

/** A row of the workspace as it would have been told. */
function retoldSummary<S extends Pick<ConversationSummary, 'last' | 'mood'>>(
  summary: S,
  { preview, cues, at }: Retelling,
): S {
  const { last } = summary;
  const mood = { ...summary.mood, cues: summary.mood.cues.filter((cue) => !cues.includes(cue)) };
  if (last === null) return { ...summary, mood };
  const ofCustomer = last.ofCustomer === preview.before ? preview.now : last.ofCustomer;
  if (last.preview !== preview.before || last.at !== at)
    return { ...summary, mood, last: { ...last, ofCustomer } };
  const told = preview.now === null ? { preview: '', isRecalled: true as const } : { preview: preview.now };
  return { ...summary, mood, last: { ...last, ...told, ofCustomer } };
}

/** The stored answer of a command as it would have been given: entries and rows in it say what they say now. */
export function retold(value: unknown, retelling: Retelling): unknown {
  if (Array.isArray(value)) return value.map((item) => retold(item, retelling));
  if (typeof value !== 'object' || value === null) return value;
  if (isEntry(value)) return retelling.rewritten.get(value.id) ?? revisedEntry(value, retelling);
  if (isSummary(value) && value.id === retelling.conversationId) return retoldSummary(value, retelling);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, retold(member, retelling)]));
}

function isEntry(value: object): value is Entry {
  return 'body' in value && 'author' in value && 'seq' in value;
}

function isSummary(value: object): value is ConversationSummary {
  return 'mood' in value && 'last' in value && 'id' in value;
}
