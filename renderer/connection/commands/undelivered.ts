import type { ChannelId } from '#shared/domain/ids';
import type { AgentOutput } from '#shared/protocol/agent-requests';
import { useUndeliveredStore } from '../../stores/undelivered-store.ts';
import { newCommandId } from '../command-id.ts';
import { takeMoreUndelivered, takeUndelivered, takeUndeliveredFailure } from '../incoming.ts';
import { type Answer, request } from './request.ts';

/** Reads what did not arrive, as the page has chosen; what comes for an older choice is left out. */
export async function readUndelivered(): Promise<void> {
  const { choice } = useUndeliveredStore.getState();
  const answer = await request('undelivered:list', wishOf(choice));
  if (useUndeliveredStore.getState().choice !== choice) return;
  if (answer.ok) takeUndelivered(choice, answer.data);
  else takeUndeliveredFailure();
}

/** Reads on below the last one. */
export async function readMoreUndelivered(): Promise<void> {
  const { choice, messages } = useUndeliveredStore.getState();
  const last = messages.at(-1);
  if (!last) return;
  const answer = await request('undelivered:list', { ...wishOf(choice), before: last.entryId });
  if (answer.ok && useUndeliveredStore.getState().choice === choice) takeMoreUndelivered(answer.data);
}

/** Tries all that failed on a channel once more; for leads. */
export function retryChannel(
  channelId: ChannelId,
  reason: string | null,
): Promise<Answer<AgentOutput<'undelivered:retry'>>> {
  return request('undelivered:retry', {
    clientId: newCommandId(),
    channelId,
    ...(reason === null ? {} : { reason }),
  });
}

function wishOf({ channelId, reason }: ReturnType<typeof useUndeliveredStore.getState>['choice']) {
  return { ...(channelId === null ? {} : { channelId }), ...(reason === null ? {} : { reason }) };
}
