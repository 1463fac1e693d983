/** `npm test`: installs what is missing, then hands over to test.ts on the Node that was installed. */
import process from 'node:process';
import { ensureInstalled, giveUp, handOver } from './bootstrap.mjs';

try {
  await ensureInstalled();
  await handOver('test.ts', process.argv.slice(2));
} catch (error) {
  giveUp(error);
  // Whoever reads the last line of this command reads a result, whatever happened.
  console.log('0 passed, 1 failed');
}
