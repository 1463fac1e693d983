import type { AgentId, ChannelId, ConversationId, CustomerId, EntryId, Sku } from '#shared/domain/ids';
import type { ArticleContent, CandidateId } from '#shared/domain/learning';
import type { ModelDraftId } from '#shared/domain/model-draft';
import type { AgentInput, AgentRequestName } from '#shared/protocol/agent-requests';
import type { CustomerInput, CustomerRequestName } from '#shared/protocol/customer-requests';
import { clientId } from './clients.ts';

/** The objects that the inputs name. */
export type Objects = {
  conversationId: ConversationId;
  customerId: CustomerId;
  entryId: EntryId;
  agentId: AgentId;
};

function candidateId(): CandidateId {
  return clientId() as string as CandidateId;
}

function article(): ArticleContent {
  return {
    title: { zh: '包装', en: '' },
    questions: { zh: ['能包装吗'], en: [] },
    answer: { zh: '可以。', en: '' },
  };
}

/** An input of the right form for every request of staff; the compiler asks for one when a request is added. */
export function validAgentInputs(objects: Objects): { [N in AgentRequestName]: AgentInput<N> } {
  const { conversationId, customerId, entryId, agentId } = objects;
  const command = () => ({ clientId: clientId(), conversationId });
  return {
    'session:read': {},
    'workspace:sync': { cursor: null },
    'presence:set': { clientId: clientId(), presence: 'online' },
    'conversation:open': { conversationId },
    'conversation:leave': { conversationId },
    'entry:list': { conversationId, after: 0 },
    'customer:timeline': { customerId, olderThan: conversationId },
    'customer:read': { customerId },
    'customer:unmerge': { clientId: clientId(), customerId },
    'conversation:search': { query: '退款' },
    'conversation:claim': command(),
    'queue:next': { clientId: clientId() },
    'conversation:release': { ...command(), comment: '' },
    'conversation:transfer': { ...command(), toAgentId: agentId, comment: '' },
    'conversation:take-over': { ...command(), fromAgentId: agentId },
    'offer:accept': command(),
    'offer:decline': command(),
    'conversation:return': { ...command(), outcome: 'solved', promises: '' },
    'conversation:close': { ...command(), disposition: { outcome: 'solved', causeCode: null, comment: '' } },
    'conversation:reopen': command(),
    'conversation:seen': { conversationId, seq: 1 },
    'message:send': { ...command(), text: '好的', seenSeq: null },
    'card:send': { ...command(), card: { type: 'product', sku: 'SY-1' as Sku } },
    'message:edit': { ...command(), entryId, text: '更正' },
    'message:recall': { ...command(), entryId },
    'message:versions': { entryId },
    'message:retry': { ...command(), entryId },
    'message:mark-arrived': { ...command(), entryId },
    'message:discard': { ...command(), entryId, comment: '对方已换渠道' },
    'undelivered:list': {},
    'undelivered:retry': { clientId: clientId(), channelId: crypto.randomUUID() as ChannelId },
    'note:add': { ...command(), text: 'note' },
    'mood:correct': { ...command(), entryId, label: 'neutral' },
    'typing:set': { conversationId, isTyping: true },
    'recommendation:list': { conversationId },
    'product:search': { query: '外套' },
    'knowledge:search': { query: '退款', language: 'zh' },
    'canned:list': {},
    'disposition:tree': {},
    'disposition:suggest': { conversationId },
    'intent:correct': { ...command(), entryId, intent: 'refund-status' },
    'answer:reject': { ...command(), entryId },
    'candidate:list': { state: 'open' },
    'candidate:approve': {
      clientId: clientId(),
      candidateId: candidateId(),
      target: null,
      content: article(),
    },
    'candidate:reject': { clientId: clientId(), candidateId: candidateId(), comment: '' },
    'article:list': {},
    'article:versions': { id: 'returns' },
    'article:save': { clientId: clientId(), target: null, content: article() },
    'article:remove': { clientId: clientId(), target: { id: 'returns', version: 1 } },
    'model:list': {},
    'model:retrain': { clientId: clientId() },
    'model:activate': { clientId: clientId(), task: 'mood', language: 'zh', versionId: null },
    'draft:start': { draftId: clientId() as string as ModelDraftId, conversationId, wish: { kind: 'reply' } },
    'draft:cancel': { draftId: clientId() as string as ModelDraftId },
    'insights:today': {},
    'account:list': {},
    'account:set-active': { clientId: clientId(), agentId, isActive: true },
  };
}

/** The same for customers. */
export function validCustomerInputs({ conversationId, entryId }: Objects): {
  [N in CustomerRequestName]: CustomerInput<N>;
} {
  return {
    'session:read': {},
    'identity:link': { clientId: clientId(), identityToken: 'x.y.z' },
    'entry:list': { conversationId, after: 0 },
    'conversation:list': {},
    'message:send': { clientId: clientId(), text: '你好' },
    'message:recall': { clientId: clientId(), entryId },
    'handoff:request': { clientId: clientId() },
    'receipt:set': { conversationId, seq: 1, state: 'read' },
    'typing:set': { isTyping: true },
    'card:act': { clientId: clientId(), entryId, action: 'opened' },
    'session:end': { clientId: clientId() },
  };
}

/** One way to spoil an input, and the field that the refusal must name (or a field within it). */
export type Spoiled = { how: string; input: unknown; field: string | null };

/** Every spoiled form of a valid input: each field missing or of a wrong type, an unknown field, and things that are no object at all. */
export function spoil(valid: object): Spoiled[] {
  const spoiled: Spoiled[] = [
    { how: 'nothing', input: undefined, field: null },
    { how: 'null', input: null, field: null },
    { how: 'text', input: 'text', field: null },
    { how: 'a list', input: [valid], field: null },
    { how: 'an unknown field', input: { ...valid, isAdmin: true }, field: 'isAdmin' },
  ];
  for (const [field, value] of Object.entries(valid)) {
    spoiled.push({ how: `${field} as an object`, input: { ...valid, [field]: { $ne: null } }, field });
    spoiled.push({ how: `${field} as a list`, input: { ...valid, [field]: [value] }, field });
    if (typeof value === 'number') {
      for (const number of [-1, 0.5, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
        spoiled.push({ how: `${field} as ${number}`, input: { ...valid, [field]: number }, field });
      }
    }
    if (typeof value === 'string' && value !== '') {
      spoiled.push({ how: `${field} oversize`, input: { ...valid, [field]: 'x'.repeat(9000) }, field });
    }
    if (typeof value === 'string' && value !== '' && !/Id$/.test(field)) {
      spoiled.push({ how: `${field} with a NUL`, input: { ...valid, [field]: `${value}\0` }, field });
      spoiled.push({
        how: `${field} with half a character`,
        input: { ...valid, [field]: `${value}\ud83d` },
        field,
      });
    }
    if (/Id$/.test(field)) {
      spoiled.push({ how: `${field} no id`, input: { ...valid, [field]: '1; drop table agents' }, field });
    }
  }
  return spoiled;
}
