export { type Bot, type BotPorts, createBot } from './bot.ts';
export type { BotConversations, BotSaying, BotView, HandoffFacts, SpokenLine } from './ports.ts';
export type { BotShop } from './turn.ts';
export { createTurnJob, type TurnJobPorts } from './turn-job.ts';
