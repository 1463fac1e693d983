import type { AgentRole } from '#shared/domain/agent';
import type { AgentRequestName } from '#shared/protocol/agent-requests';
import type { CustomerRequestName } from '#shared/protocol/customer-requests';

/**
 * The authorisation matrix (rule T1): a row for every request of both namespaces and for every HTTP route. The compiler refuses a request
 * without a row, the server refuses to start with a route that has none, and a test tries every row with every role.
 */

/**
 * The object that a request of staff names, and what it takes to name it:
 * `none`: nothing; `conversation`: the right to read it; `entry`: the same, and the entry named stands in that conversation;
 * `customer`: the right to read at least one of the customer's conversations; `older`: both, for the same customer.
 * `claimable`: that it could be read, or was until somebody else took it: who is too late to a claim learns who it was (rule H3).
 */
export type AgentRow = {
  roles: readonly AgentRole[];
  object: 'none' | 'conversation' | 'entry' | 'customer' | 'older' | 'claimable';
};

const STAFF: readonly AgentRole[] = ['agent', 'lead', 'admin'];
const freely: AgentRow = { roles: STAFF, object: 'none' };
const forLeads: AgentRow = { roles: ['lead', 'admin'], object: 'none' };
const onConversation: AgentRow = { roles: STAFF, object: 'conversation' };
const onEntry: AgentRow = { roles: STAFF, object: 'entry' };

export const agentMatrix: { readonly [N in AgentRequestName]: AgentRow } = {
  'session:read': freely,
  'workspace:sync': freely,
  'presence:set': freely,
  'conversation:open': onConversation,
  'conversation:leave': freely,
  'entry:list': onConversation,
  'customer:timeline': { roles: STAFF, object: 'older' },
  'customer:read': { roles: STAFF, object: 'customer' },
  'customer:unmerge': { roles: ['lead', 'admin'], object: 'customer' },
  'conversation:search': freely,
  'conversation:claim': { roles: STAFF, object: 'claimable' },
  'queue:next': freely,
  'conversation:release': onConversation,
  'conversation:transfer': onConversation,
  'conversation:take-over': { roles: ['lead', 'admin'], object: 'conversation' },
  'offer:accept': onConversation,
  'offer:decline': onConversation,
  'conversation:return': onConversation,
  'conversation:close': onConversation,
  'conversation:reopen': onConversation,
  'conversation:seen': onConversation,
  'message:send': onConversation,
  'card:send': onConversation,
  'message:edit': onEntry,
  'message:recall': onEntry,
  'message:versions': forLeads,
  'message:retry': onEntry,
  'message:mark-arrived': onEntry,
  'message:discard': onEntry,
  'undelivered:list': freely,
  'undelivered:retry': { roles: ['lead', 'admin'], object: 'none' },
  'note:add': onConversation,
  'mood:correct': onEntry,
  'typing:set': onConversation,
  'recommendation:list': onConversation,
  'product:search': freely,
  'knowledge:search': freely,
  'canned:list': freely,
  'disposition:tree': freely,
  'disposition:suggest': onConversation,
  'intent:correct': onEntry,
  'answer:reject': onEntry,
  'candidate:list': forLeads,
  'candidate:approve': forLeads,
  'candidate:reject': forLeads,
  'article:list': forLeads,
  'article:versions': forLeads,
  'article:save': forLeads,
  'article:remove': forLeads,
  'model:list': forLeads,
  'model:retrain': forLeads,
  'model:activate': forLeads,
  'draft:start': onConversation,
  'draft:cancel': freely,
  'insights:today': freely,
  'account:list': forLeads,
  'account:set-active': forLeads,
};

/** What a customer's request names: `own` is the session itself, `conversation` and `entry` must be the customer's own. */
export type CustomerRow = { object: 'own' | 'conversation' | 'entry' };

export const customerMatrix: { readonly [N in CustomerRequestName]: CustomerRow } = {
  'session:read': { object: 'own' },
  'identity:link': { object: 'own' },
  'entry:list': { object: 'conversation' },
  'conversation:list': { object: 'own' },
  'message:send': { object: 'own' },
  'message:recall': { object: 'entry' },
  'handoff:request': { object: 'own' },
  'receipt:set': { object: 'conversation' },
  'typing:set': { object: 'own' },
  'card:act': { object: 'entry' },
  'session:end': { object: 'own' },
};

/** Who may use a route: `anyone`, whoever bears an agent's or a customer's session, whoever can sign for the channel, or a demo customer. */
export type RouteAccess =
  | 'anyone'
  | 'agent-session'
  | 'customer-session'
  | 'channel-signature'
  | 'identity-token';

/** Every HTTP route but the static files of console, widget and shop page, which are anyone's. */
export const routeMatrix = {
  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',
  'GET /metrics': 'anyone',
  'GET /pictures/:file': 'anyone',
  'POST /api/agent/session': 'anyone',
  'DELETE /api/agent/session': 'agent-session',
  'POST /api/customer/session': 'anyone',
  'POST /api/customer/:noun/:verb': 'customer-session',
  'POST /channels/webhook/:channelId': 'channel-signature',
  'GET /api/shop/goods': 'anyone',
  'GET /api/shop/customers': 'anyone',
  'POST /api/shop/sign-in': 'anyone',
  'POST /api/shop/view': 'identity-token',
  'POST /api/shop/orders': 'identity-token',
  'GET /api/shop/orders': 'identity-token',
} as const satisfies Record<string, RouteAccess>;

export type RouteName = keyof typeof routeMatrix;

/** Whether the matrix has a row for this route. */
export function hasRoute(name: string): name is RouteName {
  return Object.hasOwn(routeMatrix, name);
}
