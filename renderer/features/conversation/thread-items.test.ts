import { describe, expect, it } from 'vitest';
import { aChannel, anAgent, aTakenConversation } from '../../../test/support/builders/conversation.ts';
import { LogWriter } from '../../../test/support/builders/entry.ts';
import type { Thread } from '../../stores/entry-store.ts';
import { type ThreadItem, threadItems } from './thread-items.ts';

const now = Date.parse('2026-11-22T10:00:00.000Z');
const lin = anAgent('林晓');
const mini = aChannel('小程序', 'webhook');
const conversation = aTakenConversation({ name: '周敏', now }, lin);

function draw(log: LogWriter, openFolds: readonly string[] = []): ThreadItem[] {
  const thread: Thread = {
    status: 'ready',
    entries: log.entries,
    hasOlder: false,
    earlier: [],
    hasEarlier: false,
    isReadingUp: false,
    version: 1,
  };
  return threadItems({ thread, conversation, outgoing: [], openFolds: new Set(openFolds) });
}

function aHandedOffLog(): LogWriter {
  const log = new LogWriter(conversation, now);
  log.customer('一').bot('答一').customer('二').bot('答二').customer('三').bot('答三').customer('转人工');
  return log.event({ type: 'assigned', agent: lin, how: 'claim' }).wait(-20).notice('joined', '林晓为您服务');
}

const kinds = (items: readonly ThreadItem[]): string[] => items.map(({ kind }) => kind);

describe('lines of a conversation', () => {
  it('fold the bot’s part to one line, but for the customer’s last words', () => {
    const items = draw(aHandedOffLog());
    expect(kinds(items)).toEqual(['day', 'fold', 'message', 'message', 'message', 'mark']);
    const fold = items.find(({ kind }) => kind === 'fold');
    expect(fold).toMatchObject({ count: 4, isOpen: false });
    expect(kinds(draw(aHandedOffLog(), [fold?.key ?? ''])).filter((kind) => kind === 'message')).toHaveLength(
      7,
    );
  });

  it('don’t take the middle of an agent’s stretch for the bot’s part', () => {
    const log = new LogWriter(conversation, now).customer('零');
    for (let turn = 0; turn < 5; turn += 1) log.customer('问').agent(lin, '答');
    log.event({ type: 'returned-to-bot', outcome: 'solved', promises: '' });
    log.entries.shift();
    expect(kinds(draw(log)).filter((kind) => kind === 'message')).toHaveLength(10);
  });

  it('H7 say under a change what the customer was told of it', () => {
    expect(draw(aHandedOffLog()).at(-1)).toMatchObject({ kind: 'mark', told: { text: '林晓为您服务' } });
    const later = new LogWriter(conversation, now).event({ type: 'assigned', agent: lin, how: 'claim' });
    expect(kinds(draw(later.notice('waiting', '请稍候')))).toEqual(['day', 'mark', 'mark']);
  });

  it('D20 keep a place for what only a later version can show, where the customer may see it', () => {
    const log = new LogWriter(conversation, now).customer('在吗').agent(lin, '在的');
    log.event({ type: 'assigned', agent: lin, how: 'claim' });
    const later = log.entries.map((entry) => ({ ...entry, body: { type: 'unknown' as const } }));
    log.entries.splice(0, log.entries.length, ...later);
    expect(kinds(draw(log))).toEqual(['day', 'unknown', 'unknown']);
  });

  it('D6 let delivery only advance', () => {
    const log = new LogWriter(conversation, now).agent(lin, '您好', { state: 'sent' });
    const [message] = log.entries;
    const state = (): unknown => draw(log).find(({ kind }) => kind === 'message');
    log.event({ type: 'receipt', customerSeq: 1, state: 'read' });
    expect(state()).toMatchObject({ delivery: 'read' });
    if (message) log.event({ type: 'delivery', entryId: message.id, delivery: { state: 'sent' } });
    expect(state()).toMatchObject({ delivery: 'read' });
  });

  it('D6 take no receipt for what came later as one for what never arrived', () => {
    const reason = { code: 'delivery.refused', params: { status: 400 } };
    const log = new LogWriter(conversation, now)
      .agent(lin, '没到', { state: 'failed', reason })
      .agent(lin, '到了', { state: 'sent' })
      .event({ type: 'receipt', customerSeq: 2, state: 'read' });
    const [lost, read] = draw(log).filter(({ kind }) => kind === 'message');
    expect(lost).toMatchObject({ delivery: 'failed', lost: { delivery: { state: 'failed', reason } } });
    expect(read).toMatchObject({ delivery: 'read', lost: null });
  });

  it('D14 show what became of a message, and never fold away what did not arrive', () => {
    const log = aHandedOffLog();
    const told = log.entries.find(({ author }) => author.kind === 'bot');
    if (!told) throw new Error('the bot said nothing');
    const reason = { code: 'delivery.unreachable', params: {} };
    log.event({ type: 'delivery', entryId: told.id, delivery: { state: 'failed', reason } });
    const items = draw(log);
    expect(kinds(items).filter((kind) => kind === 'message')).toHaveLength(4);
    expect(items.find((item) => item.key === told.id)).toMatchObject({ lost: { entryId: told.id } });
    log.event({ type: 'delivery', entryId: told.id, delivery: { state: 'sent' } });
    expect(kinds(draw(log)).filter((kind) => kind === 'message')).toHaveLength(3);
  });

  it('D14 say under a mark that the customer was not told', () => {
    const log = aHandedOffLog();
    const notice = log.entries.at(-1);
    if (!notice) throw new Error('nothing was said');
    const delivery = { state: 'unknown', reason: { code: 'delivery.line-cut', params: {} } } as const;
    log.event({ type: 'delivery', entryId: notice.id, delivery });
    expect(draw(log).at(-1)).toMatchObject({ kind: 'mark', lost: { entryId: notice.id, delivery } });
  });

  it('I3 don’t take an answer that went out elsewhere for a change of the customer’s channel', () => {
    const log = new LogWriter(conversation, now).customer('在吗');
    log.on(mini.id).agent(lin, '发到这里').on(conversation.channelId).customer('看到了');
    expect(kinds(draw(log))).toEqual(['day', 'message', 'message', 'message']);
  });

  it('mark a change of channel, and name author and channel at the start of a run', () => {
    const log = new LogWriter(conversation, now)
      .customer('在吗')
      .customer('你好')
      .on(mini.id)
      .customer('换这里说');
    const items = draw(log);
    expect(kinds(items)).toEqual(['day', 'message', 'message', 'channel', 'message']);
    expect(items.map((item) => item.kind === 'message' && item.isRunStart)).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it('D19 stand for a recalled message with who recalled it, and never show the revision itself', () => {
    const lead = anAgent('顾航');
    const log = new LogWriter(conversation, now)
      .agent(lin, { type: 'recalled' })
      .agent(lin, { type: 'text', text: '改过的', isEdited: true });
    const [gone, changed] = log.entries;
    if (!gone || !changed) throw new Error('nothing was said');
    const clientId = '7f1c0b3e-4d5a-4c6b-8e9f-000000000001' as never;
    const recalled = { type: 'recalled' } as const;
    const by = { kind: 'agent', agentId: lead.id, name: lead.name } as const;
    log
      .event({ type: 'revised', entryId: gone.id, content: recalled, clientId, delivery: null }, gone.author)
      .event({ type: 'revised', entryId: gone.id, content: recalled, clientId, delivery: null }, by)
      .event(
        {
          type: 'revised',
          entryId: changed.id,
          content: { type: 'text', text: '改过的' },
          clientId,
          delivery: null,
        },
        changed.author,
      );
    const items = draw(log);
    expect(kinds(items)).toEqual(['day', 'recalled', 'message']);
    expect(items[1]).toMatchObject({ by, lost: null });
    expect(items[2]).toMatchObject({ isRunStart: true });
  });

  it('D14 D19 say that a recall did not reach the customer', () => {
    const log = new LogWriter(conversation, now).agent(lin, { type: 'recalled' });
    const [gone] = log.entries;
    if (!gone) throw new Error('nothing was said');
    const delivery = {
      state: 'failed',
      reason: { code: 'delivery.refused', params: { status: 400 } },
    } as const;
    const clientId = '7f1c0b3e-4d5a-4c6b-8e9f-000000000001' as never;
    log.event(
      { type: 'revised', entryId: gone.id, content: { type: 'recalled' }, clientId, delivery },
      gone.author,
    );
    expect(draw(log).at(-1)).toMatchObject({
      kind: 'recalled',
      lost: { entryId: log.entries.at(-1)?.id, delivery },
    });
  });

  it('Q5 show the label that a person gave', () => {
    const log = new LogWriter(conversation, now).customer('哼', -0.7);
    const [said] = log.entries;
    if (said) log.event({ type: 'mood-corrected', entryId: said.id, label: 'neutral' });
    expect(draw(log).at(-1)).toMatchObject({ kind: 'message', correctedMood: 'neutral' });
  });
});
