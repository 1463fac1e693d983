import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { Told } from './history.ts';

/** Clients' words on disk, a line each: a letter and numbers. A million messages make some hundred megabytes, so they are written and read as a stream. */

/** Writes what a client tells. */
export type Recorder = { tell(told: Told): void; close(): void };

const CHUNK = 1 << 16;

/** Opens a file to write to, anew. */
export function createRecorder(path: string): Recorder {
  const file = openSync(path, 'w');
  let waiting = '';
  const flush = () => {
    writeSync(file, waiting);
    waiting = '';
  };
  return {
    tell(told) {
      waiting += `${lineOf(told)}\n`;
      if (waiting.length > CHUNK) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

/** Reads what was told, line by line, in bounded memory. */
export function* readRecording(path: string): Generator<Told> {
  const file = openSync(path, 'r');
  const chunk = Buffer.alloc(CHUNK);
  let rest = '';
  try {
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      const lines = (rest + chunk.toString('latin1', 0, size)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield toldOf(line);
    }
    if (rest !== '') yield toldOf(rest);
  } finally {
    closeSync(file);
  }
}

function lineOf(told: Told): string {
  switch (told.type) {
    case 'sent':
      return `s ${told.client} ${told.n}`;
    case 'unsent':
      return `u ${told.client} ${told.n}`;
    case 'recalling':
      return `r ${told.client} ${told.n}`;
    case 'acknowledged':
      return `a ${told.client} ${told.n} ${told.conversation} ${told.seq} ${told.mark}`;
    case 'shown':
      return `v ${told.client} ${told.conversation} ${told.seq} ${told.mark} ${told.words}`;
    case 'reads':
      return `w ${told.client} ${told.conversation} ${told.seq} ${told.words}`;
    case 'claimed':
      return `c ${told.client} ${told.conversation} ${told.owner} ${told.from} ${told.until}`;
    case 'learned':
      return `l ${told.client} ${told.conversation} ${told.seq} ${told.at}`;
  }
}

function toldOf(line: string): Told {
  const [kind, ...words] = line.split(' ');
  const [client = 0, b = 0, c = 0, d = 0, e = 0] = words.map(Number);
  switch (kind) {
    case 's':
      return { type: 'sent', client, n: b };
    case 'u':
      return { type: 'unsent', client, n: b };
    case 'r':
      return { type: 'recalling', client, n: b };
    case 'a':
      return { type: 'acknowledged', client, n: b, conversation: c, seq: d, mark: e };
    case 'v':
      return { type: 'shown', client, conversation: b, seq: c, mark: d, words: e };
    case 'w':
      return { type: 'reads', client, conversation: b, seq: c, words: d };
    case 'c':
      return { type: 'claimed', client, conversation: b, owner: c, from: d, until: e };
    case 'l':
      return { type: 'learned', client, conversation: b, seq: c, at: d };
    default:
      throw new Error(`A line that no recorder writes: ${line}`);
  }
}
