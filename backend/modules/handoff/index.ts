export type { BotFacts } from './bot-facts.ts';
export type { BotSaid, BotSaying, BotView } from './bot-turn.ts';
export { createHandoffService, type HandoffPorts, type HandoffService } from './handoff-service.ts';
export { type Notice, naming, noticeText } from './notices.ts';
export type {
  BotAnswer,
  BotAnswerRepository,
  HandoffEnd,
  HandoffRepository,
  HandoffStore,
  QueueRepository,
  Taker,
} from './ports.ts';
export { buildRecord, type RecordMaterial } from './record.ts';
export { revisedRecord } from './revised-record.ts';
export { type Changed, take } from './staff-commands.ts';
export { requireActive } from './standing.ts';
