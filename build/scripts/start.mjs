/** `npm start`: installs what is missing, then hands over to start.ts on the Node that was installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ensureInstalled, giveUp, handOver } from './bootstrap.mjs';

const parameters = process.argv.slice(2);

if (parameters.includes('--help') || parameters.includes('-h')) {
  // Asking for help should not install anything.
  console.log(readFileSync(join(import.meta.dirname, 'start-help.txt'), 'utf8').trimEnd());
} else {
  try {
    await ensureInstalled();
    await handOver('start.ts', parameters);
  } catch (error) {
    giveUp(error);
  }
}
