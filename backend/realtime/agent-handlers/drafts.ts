import type { DraftingService } from '../../modules/drafting/index.ts';
import type { AgentHandlers } from '../handler.ts';

/** Drafts by the shop's language model; what comes after the first answer is told to the socket that asked. */
export function draftHandlers({ drafting }: { drafting: DraftingService }) {
  return {
    'draft:start': async ({ actor, watch }, input) => ({
      draft: await drafting.start({
        ...input,
        actor,
        tell: (draft) => watch.tell('draft:changed', { draft }),
      }),
    }),
    'draft:cancel': ({ actor }, { draftId }) => {
      drafting.cancel(actor.agentId, draftId);
      return Promise.resolve({});
    },
  } satisfies Partial<AgentHandlers>;
}
