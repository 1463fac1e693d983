import { randomUUID } from 'node:crypto';
import type { Crew } from './crew.ts';

/** What became of the messages, each counted once. */
export type Tally = {
  offered: number;
  /** Seen by the agent. */
  delivered: number;
  /** Refused as too much at first, and sent again until it was taken; and how often all were sent. */
  putOff: number;
  tries: number;
  /** Refused with a typed error, by its code. */
  refused: Record<string, number>;
  /** Acknowledged, yet never seen. */
  lost: number;
  /** Neither answered nor seen in the time given. */
  unfinished: number;
  /** Seen more than once. */
  doubled: number;
  /** Seen with another number than the next of its conversation. */
  misnumbered: number;
  /** Seen before one that the same customer sent earlier, of those that were under way together. */
  overtaken: number;
};

/** Follows every message of a run from its id; the content is checked, not only the time. */
export type Ledger = {
  /** The moment from which the schedule counts, by `performance.now`. */
  begin(from: number): void;
  idOf(at: number): string;
  answered(at: number, result: Answer): void;
  /** It was refused as too much and will be sent again. */
  putOff(at: number): void;
  /** Resolves when something has become of every message, or after so long. */
  settled(limitMs: number): Promise<void>;
  /** Stops listening and counts. */
  close(): Tally & { seenUs: Int32Array; laterUs: Int32Array; ackedUs: Int32Array };
};

/** An acknowledgement, as far as it matters here. */
export type Answer = { ok: boolean; error?: { code: string; retryAfterMs?: number } };

type Shown = { conversationId: string; entries: { seq: number; body: { clientId?: string | null } }[] };

/** Begins to listen. */
export function createLedger(crew: Crew, due: Float64Array): Ledger {
  const ids = Array.from(due, () => randomUUID() as string);
  const places = new Map(ids.map((id, at) => [id, at]));
  const seenUs = new Int32Array(due.length).fill(-1);
  const ackedUs = new Int32Array(due.length).fill(-1);
  const isRefused = new Uint8Array(due.length);
  const putOffs = new Uint16Array(due.length);
  const order = watchOrder();
  const refused: Record<string, number> = {};
  let doubled = 0;
  let open = due.length;
  let from = 0;

  const usSince = (at: number) => Math.round((performance.now() - from - (due[at] ?? 0)) * 1000);
  const onShown = ({ conversationId, entries }: Shown) => {
    for (const { seq, body } of entries) {
      const at = places.get(body.clientId ?? '');
      order.note(conversationId, { seq, at });
      if (at === undefined) continue;
      if ((seenUs[at] ?? -1) >= 0) doubled += 1;
      else {
        if ((ackedUs[at] ?? -1) >= 0) open -= 1;
        seenUs[at] = usSince(at);
      }
    }
  };
  for (const socket of crew.agents) socket.on('entry:appended', onShown);

  return {
    begin(moment) {
      from = moment;
    },
    idOf: (at) => ids[at] ?? '',
    putOff(at) {
      putOffs[at] = (putOffs[at] ?? 0) + 1;
    },
    answered(at, result) {
      if (result.ok) {
        ackedUs[at] = usSince(at);
        if ((seenUs[at] ?? -1) >= 0) open -= 1;
        return;
      }
      isRefused[at] = 1;
      open -= 1;
      const code = result.error?.code ?? 'unknown';
      refused[code] = (refused[code] ?? 0) + 1;
    },
    async settled(limitMs) {
      const deadline = performance.now() + limitMs;
      while (open > 0 && performance.now() < deadline)
        await new Promise((resolve) => setTimeout(resolve, 10));
    },
    close() {
      for (const socket of crew.agents) socket.off('entry:appended', onShown);
      const all = [...due.keys()];
      const isSeen = (at: number) => (seenUs[at] ?? -1) >= 0;
      const isAcked = (at: number) => (ackedUs[at] ?? -1) >= 0;
      return {
        offered: due.length,
        delivered: all.filter(isSeen).length,
        refused,
        lost: all.filter((at) => isAcked(at) && !isSeen(at)).length,
        unfinished: all.filter((at) => !(isAcked(at) || isSeen(at) || isRefused[at])).length,
        doubled,
        ...order.counts(),
        putOff: all.filter((at) => putOffs[at]).length,
        tries: putOffs.reduce((sum, tries) => sum + tries, due.length),
        seenUs: seenUs.filter((time, at) => time >= 0 && !putOffs[at]),
        laterUs: seenUs.filter((time, at) => time >= 0 && putOffs[at]),
        ackedUs: ackedUs.filter((time) => time >= 0),
      };
    },
  };
}

/** Per conversation: the numbers must be dense, and what was sent earlier seen earlier. */
function watchOrder() {
  const lastSeq = new Map<string, number>();
  const lastAt = new Map<string, number>();
  let misnumbered = 0;
  let overtaken = 0;
  return {
    note(conversationId: string, { seq, at }: { seq: number; at: number | undefined }): void {
      const last = lastSeq.get(conversationId);
      if (last !== undefined && seq !== last + 1) misnumbered += 1;
      lastSeq.set(conversationId, Math.max(seq, last ?? 0));
      if (at === undefined) return;
      if (at < (lastAt.get(conversationId) ?? -1)) overtaken += 1;
      lastAt.set(conversationId, Math.max(at, lastAt.get(conversationId) ?? -1));
    },
    counts: () => ({ misnumbered, overtaken }),
  };
}
