import type { ProtocolError, Result } from '#shared/protocol/errors';
import { numberOf } from '../../checker/history.ts';
import type { Recorder } from '../../checker/recording.ts';
import type { Account } from '../fleet.ts';
import { type Row, tellLearned } from './learned.ts';
import { type Line, openLine } from './line.ts';

/** An agent who races for conversations, and writes down every answer about who has one. */
export type Contender = {
  client: number;
  account: Account;
  line: Line;
  /** Away for a while: nobody asks them for anything new. */
  isAway: boolean;
  /** Claims it by name. True when they have it now. */
  claim(conversationId: string): Promise<boolean>;
  /** Takes the first of the queue; which one, or `null`. */
  next(): Promise<string | null>;
  /** Says yes to an offer. True when they have it now. */
  accept(conversationId: string): Promise<boolean>;
  /** Any other step; false when it was refused. */
  step(name: string, input: { conversationId: string } & Record<string, unknown>): Promise<boolean>;
};

/** What all contenders share. `lost` hears how long a loser waited for the answer. */
export type Arena = {
  recorder: Recorder;
  numbers: ReadonlyMap<string, number>;
  lost: (ms: number) => void;
};

type Way = { client: number; account: Account; port: number; token: string; arena: Arena };

/** Opens a contender's console. */
export function openContender({ client, account, port, token, arena }: Way): Contender {
  const line = openLine({
    namespace: '/agent',
    port,
    token,
    onUp: nothing,
    onEvent: nothing,
    deafTo: ['workspace:changed', 'agent:changed', 'entry:appended'],
  });

  async function take(name: string, input: object, about?: string): Promise<string | null> {
    const from = Date.now();
    const answer = (await line.command(name, input)) as Result<Row>;
    const until = Date.now();
    const tell = (conversationId: string, owner: number) =>
      arena.recorder.tell({
        type: 'claimed',
        client,
        conversation: numberOf(conversationId),
        owner,
        from,
        until,
      });
    if (answer.ok) {
      const id = answer.data.conversation?.id ?? null;
      if (id !== null) tell(id, client);
      tellLearned(arena.recorder, client, answer.data);
      return id;
    }
    const owner = winnerOf(answer.error);
    if (about !== undefined && owner !== null) {
      tell(about, arena.numbers.get(owner) ?? 0);
      arena.lost(until - from);
    }
    return null;
  }

  async function step(name: string, input: object): Promise<boolean> {
    const answer = (await line.command(name, input)) as Result<Row>;
    if (answer.ok) tellLearned(arena.recorder, client, answer.data);
    return answer.ok;
  }

  return {
    client,
    account,
    line,
    isAway: false,
    claim: async (conversationId) =>
      (await take('conversation:claim', { conversationId }, conversationId)) !== null,
    next: () => take('queue:next', {}),
    accept: async (conversationId) =>
      (await take('offer:accept', { conversationId }, conversationId)) !== null,
    step,
  };
}

/** Who was faster, as the loser is told (rule H3). */
function winnerOf({ code, details }: ProtocolError): string | null {
  if (code !== 'already-taken') return null;
  return (details?.['owner'] as { id?: string } | undefined)?.id ?? '';
}

function nothing(): void {
  return;
}
