export { adaptMood, judgeMoodRegression, type MoodCorrection, shippedMoodWeights } from './adapting.ts';
export { createSentimentModel, type ScoredMood, type SentimentModel } from './mood-model.ts';
