import { describe, expect, it } from 'vitest';
import type { Entry } from '#shared/domain/entry';
import { handoffRecordSchema } from '#shared/domain/handoff';
import type { ChannelId, ConversationId, CustomerId, EntryId } from '#shared/domain/ids';
import { CALM_MOOD } from '#shared/domain/mood';
import { buildRecord, type RecordMaterial } from './record.ts';

let seq = 0;

function line(kind: 'customer' | 'bot', text: string): Entry {
  seq += 1;
  return {
    id: crypto.randomUUID() as EntryId,
    conversationId: crypto.randomUUID() as ConversationId,
    seq,
    customerSeq: seq,
    at: '2026-11-22T04:00:00.000Z',
    author: kind === 'bot' ? { kind } : { kind, customerId: crypto.randomUUID() as CustomerId, name: '林' },
    channelId: crypto.randomUUID() as ChannelId,
    body: { type: 'message', content: { type: 'text', text }, clientId: null, mood: null, delivery: null },
  };
}

const material = (transcript: Entry[], more: Partial<RecordMaterial> = {}): RecordMaterial => ({
  trigger: 'anger',
  transcript,
  facts: {},
  mood: CALM_MOOD,
  language: 'zh',
  name: null,
  reasons: [],
  ...more,
});

describe('H1 the record of a handoff', () => {
  it('says in one sentence what is wrong and wanted, and keeps what the bot tried and promised', () => {
    const record = buildRecord(
      material([
        line('customer', '你好'),
        line('bot', '您好，有什么可以帮您？'),
        line('customer', '订单 SY20261103 显示签收，但是我没有收到。'),
        line('bot', '请您先看看驿站。我们会在 48 小时内联系快递核实。'),
        line('customer', '驿站没有！已经问过三次了。到底什么时候能赔我？'),
        line('customer', '转人工'),
      ]),
    );
    expect(record.summary).toBe('订单 SY20261103（未核实），称没有收到，要求赔偿');
    expect(record.openQuestion).toBe('到底什么时候能赔我？');
    expect(record.promises).toEqual(['我们会在 48 小时内联系快递核实。']);
    expect(record.tried).toEqual([{ code: 'tried.answered', params: { times: 2 } }]);
    expect(record.suggestedReply).toMatch(/^您好，我是人工客服.*核实是谁签收的/);
    expect(handoffRecordSchema.safeParse(record).error).toBeUndefined();
  });

  it('does the same in English', () => {
    const record = buildRecord(
      material(
        [
          line('customer', 'Hi'),
          line('customer', 'My tent arrived with a broken pole. When will I get a new one?'),
          line('bot', "We'll send a replacement within 3 days."),
          line('customer', 'That was 9 days ago and I am still waiting.'),
          line('customer', 'I want to talk to a real person'),
        ],
        { language: 'en', mood: { ...CALM_MOOD, level: 'furious', score: -0.8, curve: [-0.8] } },
      ),
    );
    expect(record.summary).toBe('My tent arrived with a broken pole; wants a replacement');
    expect(record.openQuestion).toBe('When will I get a new one?');
    expect(record.promises).toEqual(["We'll send a replacement within 3 days."]);
    expect(record.suggestedReply).toContain('truly sorry');
    expect(record).toMatchObject({ moodLevel: 'furious', moodCurve: [-0.8] });
  });

  it('takes what the bot knows over what it can guess, and is certain only where somebody said so', () => {
    const order = { number: 'SY1', status: 'paid', paidDays: 4, lateHours: 30 } as const;
    const facts = { confidence: 0.7, intent: 'order-status', order, promises: ['一'] };
    const record = buildRecord(material([line('customer', '在吗')], { facts, name: '王小明' }));
    expect(record).toMatchObject({ confidence: 0.7, intent: 'order-status', promises: ['一'] });
    expect(record.summary).toBe('订单 SY1 付款 4 天未发货（晚 30 小时）');
    expect(record.suggestedReply).toMatch(/^王小明，您好.*SY1/);
    expect(buildRecord(material([], { trigger: 'asked-for-person' })).confidence).toBe(1);
    expect(buildRecord(material([], { trigger: 'predicted' })).confidence).toBe(0.5);
  });

  it('holds its bounds for very long and for empty conversations', () => {
    const long = Array.from({ length: 80 }, (_, index) =>
      line(
        index % 2 ? 'bot' : 'customer',
        `第 ${index} 次问，${'为什么还没有发货'.repeat(60)}？我们会在 ${index} 小时内处理。`,
      ),
    );
    for (const transcript of [long, []]) {
      expect(handoffRecordSchema.safeParse(buildRecord(material(transcript))).error).toBeUndefined();
    }
  });
});
