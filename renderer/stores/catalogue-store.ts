import { create } from 'zustand';
import { type Cause, findCause } from '#shared/domain/disposition';
import type { CannedReply } from '#shared/protocol/agent-requests';

type CatalogueState = { causes: readonly Cause[]; cannedReplies: readonly CannedReply[] };

/** What the shop keeps in stock for its agents: the tree of root causes, canned replies. Read once per session. */
export const useCatalogueStore = create<CatalogueState>()(() => ({ causes: [], cannedReplies: [] }));

/** The names on the way to a cause, outermost first, in one language; the bare code for one that is not in the tree any more. */
export function causePath(causes: readonly Cause[], code: string, language: 'zh' | 'en'): string[] {
  return findCause(causes, code)?.map((cause) => cause.name[language]) ?? [code];
}
