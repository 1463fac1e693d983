import { describe, expect, it } from 'vitest';
import type { AgentActor } from '../runtime/actor.ts';
import { newId } from '../runtime/ids.ts';
import { createLog } from '../runtime/log.ts';
import { createMetrics } from '../runtime/metrics.ts';
import { createDispatcher } from './dispatcher.ts';
import type { AgentHandlers, CustomerHandlers, Watch } from './handler.ts';

const lin: AgentActor = { kind: 'agent', agentId: newId(), role: 'agent', sessionId: newId() };
const watch = {} as Watch;

/** A dispatcher whose rights take as long to look up as the test says, and which writes down what is said when the rights are known. */
function openDoor() {
  const said: string[] = [];
  const lookUps: (() => void)[] = [];
  const handlers = {
    'message:send': (_context: object, { text }: { text: string }) => {
      said.push(text);
      return Promise.resolve({});
    },
  };
  const dispatcher = createDispatcher({
    agentHandlers: handlers as unknown as AgentHandlers,
    customerHandlers: {} as CustomerHandlers,
    authorize: () => new Promise((resolve) => lookUps.push(resolve)),
    log: createLog('silent'),
    metrics: createMetrics(),
    isCheckingAnswers: false,
  });

  function say(text: string, conversationId: string): void {
    const input = { clientId: newId(), conversationId, text, seenSeq: null };
    void dispatcher.forAgent(lin, watch, { name: 'message:send', input });
  }

  /** Ends the look-up that began last, so that the others are still under way. */
  async function endLast(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    lookUps.pop()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return { said, say, endLast };
}

describe('the order in which requests are answered', () => {
  it('D3 what one says at once in a conversation is kept as it was said, however long the rights of each take to look up', async () => {
    const { said, say, endLast } = openDoor();
    const conversationId = newId();
    for (const text of ['one', 'two', 'three']) say(text, conversationId);
    for (let done = 0; done < 3; done += 1) await endLast();
    expect(said).toEqual(['one', 'two', 'three']);
  });

  it('D3 conversations do not wait for one another', async () => {
    const { said, say, endLast } = openDoor();
    say('here', newId());
    say('there', newId());
    await endLast();
    expect(said).toEqual(['there']);
    await endLast();
    expect(said).toEqual(['there', 'here']);
  });
});
