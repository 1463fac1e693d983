import { FIRST_WORDS, type Told, type View, type Words } from './history.ts';
import type { RevisedMessage, Revisions } from './revisions.ts';
import type { Findings } from './verdict.ts';

/** What a client shows of a conversation: how far, and where it shows other words than those first said. */
type Shown = { last: number; words: Map<number, Words> };

/** What is known of the logs when views are judged, in the sequence that the client sees. */
export type Logs = {
  /** The mark of the entry that is kept there. */
  markAt(client: number, conversation: number, seq: number): number | undefined;
  lengthOf(client: number, conversation: number): number;
  /** Where an entry stands for this client. */
  placeOf(client: number, entry: { seq: number; customerSeq: number | null }): number | null;
};

/** What all clients show. */
export type Views = {
  takeShown(told: Extract<Told, { type: 'shown' }>): void;
  takeReads(told: Extract<Told, { type: 'reads' }>): void;
  /** In the end; `complete` are those that were to be. */
  judge(complete: Iterable<View>, revisions: Revisions): void;
};

/** Nobody has shown anything. */
export function createViews(logs: Logs, findings: Findings): Views {
  const views = new Map<number, Map<number, Shown>>();

  function viewOf(client: number, conversation: number): Shown {
    const own = views.get(client) ?? new Map<number, Shown>();
    views.set(client, own);
    const view = own.get(conversation) ?? { last: 0, words: new Map<number, Words>() };
    own.set(conversation, view);
    return view;
  }

  /** `shown-once`, `shown-without-gap`: a view grows by the next entry, never back, never over one; `shown-as-stored`: by the one that is kept there. */
  function takeShown({ client, conversation, seq, mark, words }: Extract<Told, { type: 'shown' }>): void {
    const view = viewOf(client, conversation);
    const where = `client ${client}, conversation ${conversation} seq ${seq} after ${view.last}`;
    if (seq <= view.last) findings.report('shown-once', where);
    if (seq > view.last + 1) findings.report('shown-without-gap', where);
    view.last = Math.max(view.last, seq);
    if (words !== FIRST_WORDS) view.words.set(seq, words);
    if (logs.markAt(client, conversation, seq) !== mark) findings.report('shown-as-stored', where);
  }

  /** `shown-as-stored`: whoever has come as far as the last revision of a message shows what it says since (rule D19). */
  function judgeWords(client: number, conversation: number, revised: readonly RevisedMessage[]): void {
    const { last, words } = viewOf(client, conversation);
    const places = new Map(revised.map((one) => [logs.placeOf(client, one), one]));
    for (const [place, one] of places) {
      const end = one.steps.at(-1);
      const until = end === undefined ? null : logs.placeOf(client, end);
      if (place === null || until === null || last < until) continue;
      const shown = words.get(place) ?? FIRST_WORDS;
      if (shown !== one.words) {
        findings.report(
          'shown-as-stored',
          `client ${client}, conversation ${conversation} seq ${place}: words ${shown} instead of ${one.words}`,
        );
      }
    }
    for (const [place, shown] of words) {
      if (places.has(place)) continue;
      findings.report(
        'shown-as-stored',
        `client ${client}, conversation ${conversation} seq ${place}: words ${shown} that nobody gave it`,
      );
    }
  }

  return {
    takeShown,
    takeReads: ({ client, conversation, seq, words }) =>
      void viewOf(client, conversation).words.set(seq, words),
    judge(complete, revisions) {
      for (const { client, conversation } of complete) {
        const end = logs.lengthOf(client, conversation);
        const seen = views.get(client)?.get(conversation)?.last ?? 0;
        if (seen !== end)
          findings.report('caught-up', `client ${client}, conversation ${conversation}: ${seen} of ${end}`);
      }
      for (const [client, own] of views) {
        for (const conversation of own.keys()) judgeWords(client, conversation, revisions.of(conversation));
      }
    },
  };
}
