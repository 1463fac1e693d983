import { parentPort } from 'node:worker_threads';
import { type Lessons, retrain } from './retraining.ts';

/** The far end of `retrainApart`: one answer for each question. */
parentPort?.on('message', (work: Lessons) => parentPort?.postMessage(retrain(work)));
