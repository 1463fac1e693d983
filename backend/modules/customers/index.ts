export { type CustomerService, createCustomerService, type OpenedSession } from './customer-service.ts';
export { signIdentityToken } from './identity-token.ts';
export {
  createMergeService,
  type LinkedIdentity,
  type LinkedSession,
  type MergeService,
} from './merge-service.ts';
export type {
  CustomerRecord,
  CustomerRepository,
  IdentityKey,
  IdentityRecord,
  KnownCustomer,
  MergeRecord,
  Moved,
  SessionRecord,
  TokenAge,
} from './ports.ts';
export { masked } from './profile.ts';
