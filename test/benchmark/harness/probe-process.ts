import { answerQuestions } from './pinned-process.ts';
import { listenForEchoes, timeEchoes, timeSyncs } from './probes.ts';

answerQuestions({ listen: listenForEchoes, echo: timeEchoes, fdatasync: timeSyncs });
