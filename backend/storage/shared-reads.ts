import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** In a rush the next reading is begun so much later: more ask for it together, and what one statement costs is shared by more. Who asks alone never waits. */
const RUSH_MS = 5;
/** A reading that takes longer, such as on a line to the database that died without a word, holds up nobody else. */
const SLOW_MS = 1000;
/** More at once would hold up the others of the event loop's turn for too long. */
const MOST_AT_ONCE = 200;

/**
 * One reading at a time, unless it is slow, for all who have asked by then, each of whom gets what was committed before they asked. `read` answers in the order of the
 * questions; where it fails, it fails for all of them.
 */
export function sharedReads<Asked, Answer>(
  read: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
): (asked: Asked) => Promise<Answer> {
  type Waiting = { asked: Asked; resolve(answer: Answer): void; reject(error: unknown): void };
  const waiting: Waiting[] = [];
  let isReading = false;

  async function answer(now: readonly Waiting[]): Promise<void> {
    try {
      const answers = await read(now.map(({ asked }) => asked));
      for (const [place, { resolve }] of now.entries()) resolve(answers[place] as Answer);
    } catch (error) {
      for (const { reject } of now) reject(error);
    }
  }

  async function readAll(): Promise<void> {
    isReading = true;
    while (waiting.length > 0) {
      const now = waiting.splice(0, MOST_AT_ONCE);
      await within(SLOW_MS, answer(now));
      if (now.length > 1 && waiting.length > 0) await within(RUSH_MS);
    }
    isReading = false;
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      // What is asked in one turn of the event loop is asked together.
      if (!isReading && waiting.length === 1) setImmediate(() => void readAll());
    });
}

/** Waits for the work, or for as long as that. */
async function within(ms: number, work: Promise<void> = new Promise(() => undefined)): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

/** What was found where one thing was asked for. */
export function only<Found>(found: ReadonlyMap<unknown, Found>): Found | null {
  const [one] = found.values();
  return one ?? null;
}

/** Shared readings of what has a name: `null` where nothing was found. */
export function sharedFinds<Key extends string, Found>(
  findMany: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Found>>,
): (key: Key) => Promise<Found | null> {
  return sharedReads(async (keys: readonly Key[]) => {
    const found = await findMany([...new Set(keys)]);
    return keys.map((key) => found.get(key) ?? null);
  });
}

/** Stands in a statement for the value that is different each time. */
export const GIVEN: unique symbol = Symbol('given');

/** A statement whose text is written once, because to build it costs more than to run it. `GIVEN` in it is replaced by what is given. */
export function writtenOnce<Row>(
  build: (db: Kysely<Database>) => Compilable<Row>,
): (db: Kysely<Database>, given: unknown) => Promise<Row[]> {
  let written: CompiledQuery<Row> | null = null;
  return async (db, given) => {
    written ??= build(db).compile();
    const parameters = written.parameters.map((value) => (value === GIVEN ? given : value));
    return (await db.executeQuery<Row>({ ...written, parameters })).rows;
  };
}
