import type { Entry } from '#shared/domain/entry';
import type { AgentId, ConversationId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import type { DraftWish, ModelDraft, ModelDraftId } from '#shared/domain/model-draft';
import type { AgentActor } from '../../runtime/actor.ts';
import type { FactBus } from '../../runtime/facts.ts';
import { Fault } from '../../runtime/fault.ts';
import type { ConversationService } from '../conversations/index.ts';
import type { KnowledgeService } from '../knowledge/index.ts';
import type { OrderService } from '../orders/index.ts';
import { type Composition, compose, type Patience } from './composition.ts';
import type { LanguageModel } from './ports.ts';
import { promptFor } from './prompts.ts';
import { type Source, sourcesOf } from './sources.ts';
import { createVeil } from './veil.ts';
import { type Background, read } from './writing.ts';

export type DraftingPorts = {
  /** The shop's language model; null where it has none, and everything else works all the same. */
  model: LanguageModel | null;
  conversations: Pick<ConversationService, 'open'>;
  knowledge: Pick<KnowledgeService, 'search'>;
  orders: Pick<OrderService, 'listOrders'>;
  facts: FactBus;
  patience?: Patience;
};

/** A wish for a draft, and where to tell of it. */
export type DraftRequest = {
  actor: AgentActor;
  draftId: ModelDraftId;
  conversationId: ConversationId;
  wish: DraftWish;
  tell: (draft: ModelDraft) => void;
};

/** Drafts of the optional language model. They are told to the console that asked, kept nowhere, and sent by nobody but the agent. */
export type DraftingService = {
  isAvailable: boolean;
  /**
   * Begins a draft and answers with its first state; what follows is told. A second wish of the same kind for the same conversation takes the
   * place of the first. `overloaded` when too many are being written.
   */
  start(request: DraftRequest): Promise<ModelDraft>;
  /** Ends a draft of this agent; one that has ended, or is somebody else's, is left alone. */
  cancel(agentId: AgentId, draftId: ModelDraftId): void;
};

/** How often, in milliseconds, a growing draft is told. */
const TELL_EVERY_MS = 80;
/** Entries that the model is given, and how many drafts may be written at once, of an agent and in all. */
const LATEST = 30;
const MAX_OF_AGENT = 4;
const MAX_IN_ALL = 32;
const PATIENCE: Patience = { stallMs: 15_000, totalMs: 60_000 };

type Running = { request: DraftRequest; composition: Composition };
/** A log that is being read for a draft, and the last seq of its customer's news meanwhile. */
type Reading = { conversationId: ConversationId; newsSeq: number };

/** Drafting by the model given; where there is none every wish is refused. */
export function createDraftingService(ports: DraftingPorts): DraftingService {
  const { model } = ports;
  const running = new Map<ModelDraftId, Running>();
  const readings = new Set<Reading>();
  dropWhenCustomerSpeaks(ports.facts, { running, readings });

  function requireRoom({ actor, draftId, conversationId, wish }: DraftRequest): void {
    const own = [...running.values()].filter(({ request }) => request.actor.agentId === actor.agentId);
    if (running.has(draftId)) throw new Fault('conflict', 'This draft has begun', { field: 'draftId' });
    if (running.size >= MAX_IN_ALL || own.length >= MAX_OF_AGENT) {
      throw new Fault('overloaded', 'Too many drafts are being written', { retryAfterMs: 2000 });
    }
    for (const { request, composition } of own) {
      if (request.conversationId === conversationId && request.wish.kind === wish.kind) {
        composition.drop('cancelled');
      }
    }
  }

  /** To be called in the same turn of the event loop as the last look at what was read: from then on news drops the draft. */
  function begin(lent: LanguageModel, request: DraftRequest, { prompt, background }: Prepared): void {
    requireRoom(request);
    const telling = createTelling(request, background);
    const composition = compose(lent, prompt, {
      patience: ports.patience ?? PATIENCE,
      onWords: telling.grow,
    });
    running.set(request.draftId, { request, composition });
    void composition.done.then(({ raw, reason }) => {
      running.delete(request.draftId);
      telling.end(raw, reason);
    });
  }

  return {
    isAvailable: model !== null,
    async start(request) {
      if (model === null) throw new Fault('not-found', 'This shop has no language model');
      requireRoom(request);
      const reading: Reading = { conversationId: request.conversationId, newsSeq: 0 };
      readings.add(reading);
      try {
        let prepared = await prepare(ports, request);
        while (reading.newsSeq > prepared.readSeq) prepared = await prepare(ports, request);
        begin(model, request, prepared);
      } finally {
        readings.delete(reading);
      }
      return blank(request);
    },
    cancel(agentId, draftId) {
      const own = running.get(draftId);
      if (own?.request.actor.agentId === agentId) own.composition.drop('cancelled');
    },
  };
}

/**
 * What a customer adds, and what is taken back or said in other words, makes an answer that is being written too old; a translation stays what it
 * is. What has been read only is read again.
 */
function dropWhenCustomerSpeaks(
  facts: FactBus,
  { running, readings }: { running: ReadonlyMap<ModelDraftId, Running>; readings: ReadonlySet<Reading> },
): void {
  facts.subscribe((fact) => {
    if (fact.type !== 'conversation-changed' || running.size + readings.size === 0) return;
    const isNews = fact.entries.some(
      ({ author, body }) =>
        body.type === 'revised' || (author.kind === 'customer' && body.type === 'message'),
    );
    if (!isNews) return;
    for (const reading of readings) {
      if (reading.conversationId === fact.conversation.id) reading.newsSeq = fact.conversation.seq;
    }
    for (const { request, composition } of running.values()) {
      const isOlder = request.conversationId === fact.conversation.id && request.wish.kind !== 'translation';
      if (isOlder) composition.drop('superseded');
    }
  });
}

/** What the model is to be told, made of the log up to `readSeq`. */
type Prepared = { prompt: ReturnType<typeof promptFor>; background: Background; readSeq: number };

async function prepare(
  ports: DraftingPorts,
  { actor, conversationId, wish }: DraftRequest,
): Promise<Prepared> {
  const { conversation, page } = await ports.conversations.open(actor, { conversationId, limit: LATEST });
  const language = languageOf(wish, conversation.language);
  const sources: Source[] = [];
  if (wish.kind === 'reply') {
    const question = lastWordsOf(page.entries);
    const [hits, orders] = await Promise.all([
      question === '' ? [] : ports.knowledge.search(question, { language: conversation.language, limit: 4 }),
      ports.orders.listOrders(conversation.customer.id),
    ]);
    sources.push(...sourcesOf({ hits, orders }, language));
  }
  const veil = createVeil();
  const prompt = promptFor({ wish, entries: page.entries, sources, language, veil });
  const known = [
    ...sources.map(({ text }) => text),
    ...textsOf(page.entries),
    'text' in wish ? wish.text : '',
  ].join('\n');
  const background: Background = { kind: wish.kind, sources, known, veil };
  return { prompt, background, readSeq: conversation.seq };
}

/** A reply is in the customer's language; the others name theirs. */
function languageOf(wish: DraftWish, customers: Language): Language {
  if (wish.kind === 'reply') return customers;
  return wish.kind === 'summary' ? wish.language : wish.into;
}

/** What the customer has said since the shop spoke last, newest at the end. */
function lastWordsOf(entries: readonly Entry[]): string {
  const spoken = entries.filter(({ body }) => body.type === 'message' && body.content.type === 'text');
  const lastOfShop = spoken.findLastIndex(({ author }) => author.kind !== 'customer');
  const since = spoken.slice(lastOfShop + 1);
  return textsOf(
    since.length > 0 ? since : spoken.filter(({ author }) => author.kind === 'customer').slice(-1),
  )
    .join(' ')
    .slice(-400);
}

function textsOf(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ body }) =>
    body.type === 'message' && body.content.type === 'text' ? [body.content.text] : [],
  );
}

function blank({ draftId, conversationId, wish }: DraftRequest): ModelDraft {
  const state = { state: 'composing', text: '', citations: [], warnings: [], reason: null } as const;
  return { id: draftId, conversationId, kind: wish.kind, ...state, citations: [], warnings: [] };
}

/** Tells of a draft as it grows, not oftener than a reader can follow, and of its end. */
function createTelling(request: DraftRequest, background: Background) {
  let toldAt = 0;
  return {
    grow(raw: string): void {
      const now = performance.now();
      if (now - toldAt < TELL_EVERY_MS) return;
      toldAt = now;
      // What to look at is said when all is there.
      request.tell({ ...blank(request), ...read(raw, background, false), warnings: [] });
    },
    end(raw: string, reason: ModelDraft['reason']): void {
      const written = read(raw, background, true);
      const why = reason ?? (written.text === '' ? 'empty' : null);
      if (why === null) request.tell({ ...blank(request), ...written, state: 'ready' });
      else request.tell({ ...blank(request), state: 'dropped', reason: why });
    },
  };
}
