import { randomUUID } from 'node:crypto';
import type { Result } from '#shared/protocol/errors';
import { numberOf } from '../../checker/history.ts';
import type { Recorder } from '../../checker/recording.ts';
import type { Line } from './line.ts';
import type { SeenEntry } from './view.ts';

/** What a client says, in order, each with a number of its own. */
export type Speaker = {
  /**
   * Says the next thing and resolves when the server keeps it. What is refused is asked again under the same client id after `amend` has done
   * something about it; when `amend` answers false it is given up.
   */
  say(about: Saying): Promise<void>;
};

export type Saying = {
  line: Line;
  /** Beside text and client id. */
  input?: object;
  amend?: (code: string) => Promise<boolean>;
  onKept?: (data: Kept) => void;
};
export type Kept = { entry: SeenEntry & { conversationId: string } };

/** How long each message took from the first try to its acknowledgement: how many within each power of two of a millisecond. */
export type Waits = number[];

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

/** A client that has said nothing yet. */
export function createSpeaker(client: number, recorder: Recorder, waits: Waits): Speaker {
  let said = 0;
  return {
    async say({ line, input = {}, amend, onKept }) {
      said += 1;
      const n = said;
      const clientId = randomUUID();
      recorder.tell({ type: 'sent', client, n });
      const startedAt = performance.now();
      const message = { ...input, clientId, text: `#${client}.${n} ${WORDS[n % WORDS.length]}` };
      for (;;) {
        const answer = (await line.ask('message:send', message)) as Result<Kept>;
        if (answer.ok) {
          const { entry } = answer.data;
          const { id, seq, conversationId } = entry;
          const place = { conversation: numberOf(conversationId), seq, mark: numberOf(id) };
          recorder.tell({ type: 'acknowledged', client, n, ...place });
          const slot = Math.ceil(Math.log2(Math.max(1, performance.now() - startedAt)));
          waits[slot] = (waits[slot] ?? 0) + 1;
          onKept?.(answer.data);
          return;
        }
        if (!(await amend?.(answer.error.code))) {
          recorder.tell({ type: 'unsent', client, n });
          return;
        }
      }
    },
  };
}
