import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createRandom } from '../random.ts';
import { checkHistory } from './check.ts';
import { FIRST_WORDS, numberOf, RECALLED, type StoredBody } from './history.ts';
import { checkBotOnce } from './log.ts';
import { makeHistory } from './planted.ts';
import { PLANTS } from './plants.ts';
import { createRecorder, readRecording } from './recording.ts';
import { createFindings, PROPERTIES } from './verdict.ts';

/** Who judges the judge: right histories pass, and each wrong that we can think of is caught under its own name. */

const seed = fc.nat(2 ** 31);

describe('the history checker', () => {
  it('finds nothing in a correct history', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 6 }), (chance, size) => {
        const history = makeHistory(createRandom(chance), size);
        expect(checkHistory(history)).toMatchObject({ broken: {}, examples: [] });
      }),
      { numRuns: 300 },
    );
  });

  it.each(Object.entries(PLANTS))('catches that %s', (_name, { breaks, spoil }) => {
    fc.assert(
      fc.property(seed, (chance) => {
        const random = createRandom(chance);
        const history = makeHistory(random, 3);
        spoil(history, random);
        const { broken, examples } = checkHistory(history);
        expect(broken[breaks]).toBeGreaterThan(0);
        expect(examples.some((example) => example.startsWith(`${breaks}: `))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('H6 lets the bot answer what nobody did before the return, though what was said after it is gone', () => {
    const bodies: StoredBody[] = [
      { type: 'handoff-requested' },
      { type: 'said', client: 11, n: 1, words: FIRST_WORDS },
      { type: 'assigned', agent: 1, how: 'claim' },
      { type: 'returned' },
      { type: 'said', client: 11, n: 2, words: RECALLED },
      { type: 'revised', client: 11, n: 3, of: 5, words: RECALLED },
      { type: 'said-by-bot', words: FIRST_WORDS },
    ];
    const entries = bodies.map((body, index) => ({
      ...{ seq: index + 1, customerSeq: index + 1, mark: index + 1, at: index },
      body,
    }));
    const report = vi.fn();
    const size = entries.length;
    const stored = { conversation: 1, seq: size, customerSeq: size, owner: null, entries };
    checkBotOnce(stored, { ...createFindings(), report });
    expect(report).not.toHaveBeenCalled();
  });

  it('has a planted fault for each of its promises', () => {
    const planted = new Set(Object.values(PLANTS).map(({ breaks }) => breaks));
    expect([...planted].toSorted()).toEqual([...PROPERTIES].toSorted());
  });

  it('counts what it judged', () => {
    const history = makeHistory(createRandom(5), 3);
    const { counts } = checkHistory(history);
    const told = (type: string) => history.told.filter((line) => line.type === type).length;
    expect(counts).toMatchObject({
      sent: told('sent'),
      acknowledged: told('acknowledged'),
      stored: told('sent') - counts.revisions,
      shown: told('shown'),
      claims: told('claimed'),
      unsent: 0,
    });
    expect(counts.revisions).toBeGreaterThan(0);
  });

  it('keeps few examples of many wrongs', () => {
    const history = makeHistory(createRandom(6), 6);
    for (const line of history.told) if (line.type === 'shown') line.mark += 1;
    const { broken, examples } = checkHistory(history);
    expect(broken['shown-as-stored']).toBeGreaterThan(50);
    expect(examples).toHaveLength(10);
  });
});

describe('a recording', () => {
  it('gives back what was told, also where it was longer than what is read at once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'baton-recording-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { told } = makeHistory(createRandom(9), 150);
    const path = join(folder, 'told.txt');
    const recorder = createRecorder(path);
    for (const line of told) recorder.tell(line);
    recorder.close();
    expect(JSON.stringify(told).length).toBeGreaterThan(500_000);
    expect([...readRecording(path)]).toEqual(told);
  });

  it('knows a UUID by its random end', () => {
    expect(numberOf('0198c7f2-1111-7abc-8def-0000000000ff')).toBe(255);
    expect(numberOf('0198c7f2-1111-7abc-8def-ffffffffffff')).toBe(2 ** 48 - 1);
  });
});
