export { type Bot, type BotPorts, createBot } from './bot.ts';
export { findEntities } from './entities.ts';
export type { BotConversations, BotSaying, BotView, HandoffWish, SpokenLine } from './ports.ts';
export type { BotShop } from './turn.ts';
