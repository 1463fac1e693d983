import type { Result } from '#shared/protocol/errors';
import { numberOf } from '../../checker/history.ts';
import type { Recorder } from '../../checker/recording.ts';
import type { Line } from './line.ts';
import type { SeenEntry } from './view.ts';
import { clientIdOf, textOf } from './words.ts';

/** What a client says, in order, each with a number of its own; and what it then says otherwise, or takes back. */
export type Speaker = {
  /**
   * Says the next thing and resolves when the server keeps it. What is refused is asked again under the same client id after `amend` has done
   * something about it; when `amend` answers false it is given up, and the refusal given back.
   */
  say(about: Saying): Promise<Result<Kept>>;
  /** The same of a revision of a message (rule D19): as which utterance it was said, and whether it is edited or taken back. */
  revise(about: Saying & Revising): Promise<Result<Kept>>;
  /** The latest message of this client that is kept in the conversation. */
  last(conversationId: string): Pick<Revising, 'entryId' | 'n'> | null;
};

export type Saying = {
  line: Line;
  /** Beside text and client id. */
  input?: object;
  amend?: (code: string) => Promise<boolean>;
  onKept?: (data: Kept) => void;
  /** Hears what was asked, so that it can be asked once more. */
  onAsked?: (name: string, input: object) => void;
};
export type Revising = { name: 'edit' | 'recall'; entryId: string; n: number };
export type Kept = { entry: SeenEntry & { conversationId: string } };

/** How long each message took from the first try to its acknowledgement: how many within each power of two of a millisecond. */
export type Waits = number[];

/** A client that has said nothing yet. */
export function createSpeaker(client: number, recorder: Recorder, waits: Waits): Speaker {
  let said = 0;
  const last = new Map<string, Pick<Revising, 'entryId' | 'n'>>();

  async function utter(name: string, { line, amend, onKept, onAsked }: Saying, input: Asked) {
    const { n, ...message } = input;
    onAsked?.(name, message);
    for (;;) {
      const answer = (await line.ask(name, message)) as Result<Kept>;
      if (answer.ok) {
        const { id, seq, conversationId } = answer.data.entry;
        const place = { conversation: numberOf(conversationId), seq, mark: numberOf(id) };
        recorder.tell({ type: 'acknowledged', client, n, ...place });
        onKept?.(answer.data);
        return answer;
      }
      if (await amend?.(answer.error.code)) continue;
      recorder.tell({ type: 'unsent', client, n });
      return answer;
    }
  }

  function next(): { n: number; clientId: string } {
    said += 1;
    recorder.tell({ type: 'sent', client, n: said });
    return { n: said, clientId: clientIdOf(client, said) };
  }

  return {
    async say(about) {
      const { n, clientId } = next();
      const startedAt = performance.now();
      const answer = await utter('message:send', about, {
        ...about.input,
        n,
        clientId,
        text: textOf(client, n),
      });
      if (!answer.ok) return answer;
      const slot = Math.ceil(Math.log2(Math.max(1, performance.now() - startedAt)));
      waits[slot] = (waits[slot] ?? 0) + 1;
      const { id: entryId, conversationId } = answer.data.entry;
      last.set(conversationId, { entryId, n });
      return answer;
    },
    async revise(about) {
      const { n, clientId } = next();
      const input = { ...about.input, n, clientId, entryId: about.entryId };
      if (about.name === 'edit') {
        return await utter('message:edit', about, { ...input, text: textOf(client, about.n, n) });
      }
      recorder.tell({ type: 'recalling', client, n });
      return await utter('message:recall', about, input);
    },
    last: (conversationId) => last.get(conversationId) ?? null,
  };
}

type Asked = { n: number; clientId: string; text?: string };
