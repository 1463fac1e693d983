import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import type { Workspace } from '#shared/protocol/agent-requests';
import { populate } from '../faults/campaigns/storm/populate.ts';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, clientId } from '../support/clients.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());

const COPIES = 1100;
/** What may wait for a client that reads slowly (rule D9). */
const MOST_BYTES = 1_000_000;

async function waitingConversation(): Promise<ConversationId> {
  const customer = await backend.customer();
  const { conversation } = await customer.ask('message:send', { clientId: clientId(), text: '你好' });
  await customer.ask('handoff:request', { clientId: clientId() });
  await backend.idle();
  customer.close();
  return conversation.id;
}

/** Reads everything as a console does; `between` is done after the first page. */
async function readAll(client: AgentClient, between: () => Promise<unknown>): Promise<Workspace[]> {
  const answers: Workspace[] = [await client.ask('workspace:sync', { cursor: null })];
  await between();
  for (let last = answers[0]; last?.hasMore; last = answers.at(-1))
    answers.push(await client.ask('workspace:sync', { cursor: last.cursor }));
  return answers;
}

describe('a workspace of more than a thousand rows', () => {
  it('D8 D4 comes in pages that no slow line is cut for, each row once, and tells what changed meanwhile', async () => {
    const first = await waitingConversation();
    const made = await populate(backend.databaseUrl, first, COPIES);
    const all = new Set([first, ...made.map(({ conversationId }) => conversationId)]);
    const [reader, other] = [await backend.agent('lin'), await backend.agent('chen')];
    let taken: ConversationId = first;

    const answers = await readAll(reader, async () => {
      const page = await other.ask('workspace:sync', { cursor: null });
      taken = page.conversations[0]?.id ?? first;
      await other.ask('conversation:claim', { clientId: clientId(), conversationId: taken });
    });

    const pages = answers.filter(({ isFull }) => isFull);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(JSON.stringify(page).length).toBeLessThan(MOST_BYTES);
    const ids = pages.flatMap(({ conversations }) => conversations.map(({ id }) => id));
    expect(ids.length).toBe(all.size);
    expect(new Set(ids)).toEqual(all);
    const last = answers.at(-1) ?? expect.fail('no answer');
    expect(last).toMatchObject({ isFull: false, hasMore: false });
    expect(last.removed).toMatchObject([{ id: taken, takenBy: { id: backend.seeded.agents['chen'] } }]);
    const quiet = await reader.ask('workspace:sync', { cursor: last.cursor });
    expect(quiet).toMatchObject({ isFull: false, hasMore: false });
    for (const one of [reader, other]) one.close();
  });
});
