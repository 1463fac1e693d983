export { createSentimentModel, type ScoredMood, type SentimentModel } from './mood-model.ts';
