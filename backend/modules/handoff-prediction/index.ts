export { type BoostedTrees, chanceOf, leafOf, logOddsOf, type Tree } from './boosted-trees.ts';
export { type CourseSignal, type CourseTurn, courseSignals, type Rarity, readCourse } from './course.ts';
export { predictionRow } from './prediction-row.ts';
export {
  createHandoffPredictor,
  type HandoffPrediction,
  type HandoffPredictor,
  type PredictionDialogue,
  type PredictionFile,
  type PredictionTurn,
} from './predictor.ts';
