import { context } from './context.ts';
import { frame } from './frame.ts';
import { knowledge } from './knowledge.ts';
import { problems } from './problems.ts';
import { queue } from './queue.ts';
import { talk } from './talk.ts';
import { undelivered } from './undelivered.ts';

/** All words of the console in Chinese; the form that the other languages follow. */
export const zhCn = {
  ...frame,
  ...queue,
  ...talk,
  ...undelivered,
  ...knowledge,
  ...context,
  ...problems,
} as const;
