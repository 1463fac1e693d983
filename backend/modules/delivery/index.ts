export type { BegunAttempt, OnItsWay } from './attempts.ts';
export { createDeliveryService, type DeliveryPorts, type DeliveryService } from './delivery-service.ts';
export type {
  Attempt,
  ChannelOutage,
  DeliveryRepository,
  DeliveryStore,
  FailedChoice,
  SendOutcome,
  UndeliveredChoice,
  UndeliveredOf,
  UndeliveredRow,
} from './ports.ts';
export { type DeliveryTerms, deliveryTerms } from './terms.ts';
