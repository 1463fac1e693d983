import type { AgentId } from '#shared/domain/ids';
import type { AgentOutput } from '#shared/protocol/agent-requests';
import { newCommandId } from '../command-id.ts';
import { type Answer, request } from './request.ts';

/** Who has an account, the shut ones too. For leads. */
export function readAccounts(): Promise<Answer<AgentOutput<'account:list'>>> {
  return request('account:list', {});
}

/** Shuts an account, whose sessions end at once, or opens it again. */
export function setAccountActive(
  agentId: AgentId,
  isActive: boolean,
): Promise<Answer<AgentOutput<'account:set-active'>>> {
  return request('account:set-active', { clientId: newCommandId(), agentId, isActive });
}
