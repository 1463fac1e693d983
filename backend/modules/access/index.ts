export {
  type AccessPorts,
  type Authorize,
  createAuthorize,
  type NamedObjects,
  type Question,
} from './authorize.ts';
export {
  type AgentRow,
  agentMatrix,
  type CustomerRow,
  customerMatrix,
  hasRoute,
  type RouteAccess,
  type RouteName,
  routeMatrix,
} from './matrix.ts';
export type { AccessRepository } from './ports.ts';
