import type { AgentStatus } from '#shared/domain/agent';
import type { ConversationService } from '../../modules/conversations/index.ts';
import type { FactBus } from '../../runtime/facts.ts';
import type { AgentHandlers } from '../handler.ts';
import type { ToldMemory } from '../told.ts';

export type ConversationHandlerPorts = {
  conversations: ConversationService;
  /** Everybody on the floor, with presence and load. */
  listAgents: () => Promise<AgentStatus[]>;
  facts: FactBus;
  told: Pick<ToldMemory, 'noteRead'>;
};

/** What staff ask about conversations and say in them. */
export function conversationHandlers({ conversations, listAgents, facts, told }: ConversationHandlerPorts) {
  return {
    'workspace:sync': async ({ actor }, { cursor }) => {
      const workspace = await conversations.syncWorkspace(actor, cursor);
      told.noteRead(actor, workspace.conversations);
      return { ...workspace, agents: await listAgents() };
    },
    // The socket hears of new entries before the page is read: what is said in between comes twice rather than not at all.
    'conversation:open': async ({ actor, watch }, input) => {
      await watch.enter(input.conversationId);
      try {
        return await conversations.open(actor, input);
      } catch (error) {
        watch.leave(input.conversationId);
        throw error;
      }
    },
    'conversation:leave': ({ watch }, { conversationId }) => {
      watch.leave(conversationId);
      return Promise.resolve({});
    },
    'entry:list': ({ actor }, { conversationId, before, after, limit }) =>
      conversations.listEntries(actor, {
        conversationId,
        limit,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      }),
    // What stands above the present conversation can be taken back too.
    'customer:timeline': ({ actor, watch }, input) =>
      conversations.readTimeline(actor, {
        ...input,
        onFound: async (ids) => void (await Promise.all(ids.map((id) => watch.enter(id)))),
      }),
    'conversation:search': ({ actor }, input) => conversations.search(actor, input),
    'conversation:seen': async ({ actor }, input) => {
      await conversations.setSeen({ actor, ...input });
      return {};
    },
    'typing:set': async ({ actor }, { conversationId, isTyping }) => {
      const customerId = await conversations.customerServedBy(actor.agentId, conversationId);
      const by = { kind: 'agent', agentId: actor.agentId } as const;
      if (customerId !== null) facts.publish({ type: 'typing', conversationId, customerId, by, isTyping });
      return {};
    },
    'message:send': ({ actor, key }, { draftId, ...input }) =>
      conversations.sendMessage({ actor, key, ...input, isDrafted: draftId !== null }),
    'message:edit': ({ actor, key }, input) => conversations.editMessage({ actor, key, ...input }),
    'message:recall': ({ actor, key }, input) => conversations.recallMessage({ actor, key, ...input }),
    'message:versions': async ({ actor }, { entryId }) => ({
      versions: await conversations.listVersions(actor, entryId),
    }),
    'card:send': ({ actor, key }, input) => conversations.sendCard({ actor, key, ...input }),
    'note:add': ({ actor, key }, input) => conversations.addNote({ actor, key, ...input }),
    'mood:correct': ({ actor, key }, input) => conversations.correctMood({ actor, key, ...input }),
  } satisfies Partial<AgentHandlers>;
}
