import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Reads a JSON Lines file, gzipped when its name ends in `.gz`. Names the file and line of a row that is not JSON. */
export function readRows<T>(path: string): T[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      try {
        return JSON.parse(line) as T;
      } catch {
        throw new Error(`${path}:${number} is not JSON`);
      }
    });
}

/** The folder with the data sets, or an error that says what is missing and where it was looked for. */
export function requireData(folder: string | undefined, parts: readonly string[]): string {
  if (!folder) {
    throw new Error(
      'Name the folder with the data: --data DIR (its layout is described in build/models/README.md).',
    );
  }
  const missing = parts.filter((part) => !existsSync(join(folder, part)));
  if (missing.length > 0) {
    throw new Error(`The data is not there. Looked in ${folder} for ${missing.join(', ')}.`);
  }
  return folder;
}
