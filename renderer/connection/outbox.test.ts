import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import { anAgent, aTakenConversation } from '../../test/support/builders/conversation.ts';
import { LogWriter } from '../../test/support/builders/entry.ts';
import { type Outgoing, useOutboxStore } from '../stores/outbox-store.ts';
import { type Answer, request } from './commands/request.ts';
import { discard, flushOutbox, post, resend, startOutbox, stopOutbox } from './outbox.ts';

vi.mock('./commands/request.ts', () => ({ request: vi.fn() }));

const now = Date.parse('2026-11-22T10:00:00.000Z');
const me = anAgent('林晓');
const conversation = aTakenConversation({ name: 'a', now }, me);
const { id } = conversation;
const sent = vi.mocked(request);
const outgoing = (): readonly Outgoing[] => useOutboxStore.getState().outgoing;
const refused = (code: string, details?: Record<string, unknown>): Answer<never> => ({
  ok: false,
  error: { code: code as 'conflict', ...(details ? { details } : {}) },
});

function accepted(): Answer<never> {
  const [entry] = new LogWriter(conversation, now).agent(me, 'ok').entries;
  return { ok: true, data: { conversation, entry } as never };
}

async function settle(): Promise<void> {
  await vi.waitFor(
    () => expect(outgoing().every(({ state }) => state.name !== 'sending')).toBe(true),
    20_000,
  );
}

function say(text: string, to: ConversationId = id): Promise<void> {
  return post(to, { type: 'text', text }, { seenSeq: 7 });
}

beforeEach(async () => {
  stopOutbox();
  sent.mockReset();
  await startOutbox(me.id);
});

describe('outbox', () => {
  it('D5 takes a message out only when the server has it', async () => {
    sent.mockResolvedValue(accepted());
    await say('hello');
    await settle();
    expect(outgoing()).toEqual([]);
    expect(sent).toHaveBeenCalledExactlyOnceWith(
      'message:send',
      expect.objectContaining({ text: 'hello', seenSeq: 7 }),
    );
  });

  it('I3 sends on the channel that was chosen for it, also when it has to be sent again', async () => {
    const channelId = conversation.channelId;
    sent.mockResolvedValueOnce(refused('internal')).mockResolvedValue(accepted());
    await post(id, { type: 'text', text: 'hello' }, { seenSeq: 7, channelId });
    await settle();
    const [stopped] = outgoing();
    await resend(stopped?.clientId ?? expect.fail('nothing stopped'));
    await settle();
    expect(sent.mock.calls.map(([, input]) => (input as { channelId: unknown }).channelId)).toEqual([
      channelId,
      channelId,
    ]);
  });

  it('D1 repeats under the same client id when the line comes back', async () => {
    sent.mockResolvedValueOnce(refused('offline'));
    await say('hello');
    await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1), 20_000);
    expect(outgoing()).toHaveLength(1);
    sent.mockResolvedValue(accepted());
    flushOutbox();
    await settle();
    const ids = sent.mock.calls.map(([, input]) => (input as { clientId: string }).clientId);
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
  });

  it('keeps the order of a conversation, and lets others pass', async () => {
    const other = aTakenConversation({ name: 'b', now }, me).id;
    let release: (answer: Answer<never>) => void = () => undefined;
    sent.mockImplementationOnce(() => new Promise((resolve) => (release = resolve)));
    sent.mockResolvedValue(accepted());
    await say('first');
    await say('second');
    await say('elsewhere', other);
    await vi.waitFor(() => expect(outgoing()).toHaveLength(2), 20_000);
    release(accepted());
    await settle();
    const texts = sent.mock.calls.map(([, input]) => (input as { text: string }).text);
    expect(texts).toEqual(['first', 'elsewhere', 'second']);
  });

  it('D7 asks first when the view was behind, then sends without minding', async () => {
    sent.mockResolvedValueOnce(refused('stale-view', { newer: 3 }));
    await say('hello');
    await settle();
    const [stale] = outgoing();
    expect(stale?.state).toEqual({ name: 'stale', newer: 3 });
    sent.mockResolvedValue(accepted());
    if (stale) await resend(stale.clientId);
    await settle();
    expect(sent).toHaveBeenLastCalledWith(
      'message:send',
      expect.objectContaining({ clientId: stale?.clientId, seenSeq: null }),
    );
    expect(outgoing()).toEqual([]);
  });

  it('D7 asks once for all that was written to the same view', async () => {
    sent.mockResolvedValueOnce(refused('stale-view', { newer: 2 }));
    await say('first');
    await settle();
    await say('second');
    const [stale] = outgoing();
    expect(outgoing()).toHaveLength(2);
    expect(sent).toHaveBeenCalledTimes(1);
    sent.mockResolvedValue(accepted());
    await resend(stale?.clientId ?? expect.fail('nothing is stale'));
    await vi.waitFor(() => expect(outgoing()).toEqual([]), 20_000);
    expect(sent.mock.calls.slice(1).map(([, input]) => input)).toMatchObject([
      { text: 'first', seenSeq: null },
      { text: 'second', seenSeq: null },
    ]);
  });

  it('D6 shows a refused message as failed with its reason, holds nobody up, and gives the words back', async () => {
    sent.mockResolvedValueOnce(refused('too-large')).mockResolvedValue(accepted());
    await say('too long');
    await say('next');
    await settle();
    const [failed] = outgoing();
    expect(outgoing()).toHaveLength(1);
    expect(failed?.state).toEqual({ name: 'failed', reason: 'too-large' });
    expect(failed && discard(failed.clientId)?.content).toEqual({ type: 'text', text: 'too long' });
    expect(outgoing()).toEqual([]);
  });
});
