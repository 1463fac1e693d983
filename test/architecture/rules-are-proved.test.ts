import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const house = resolve(import.meta.dirname, '../..');
const rules = readRules(readFileSync(resolve(house, 'docs/rules.md'), 'utf8'));
const cited = citedRules();

/** A rule, and what the line behind its arrow says. */
type Rule = { number: string; proof: string };

describe('docs/rules.md', () => {
  it('names for every rule files that exist, or says that it is not proved yet', () => {
    expect(rules.length).toBeGreaterThan(30);
    for (const { number, proof } of rules) {
      expect(proof, number).not.toBe('');
      if (isOpen(proof)) continue;
      const files = filesIn(proof);
      expect(files.length, number).toBeGreaterThan(0);
      for (const file of files) expect(existsSync(resolve(house, file)), `${number}: ${file}`).toBe(true);
    }
  });

  it('has for every rule a test whose title begins with its number', () => {
    const unproved = rules.filter(({ number, proof }) => !cited.has(number) && !isOpen(proof));
    expect(unproved.map(({ number }) => number)).toEqual([]);
  });

  it('knows every rule that a test cites', () => {
    const known = new Set(rules.map(({ number }) => number));
    const series = new Set([...known].map((number) => number[0]));
    // Cases of the threat model share the form of the numbers, but not the letters.
    const strange = [...cited].filter((number) => series.has(number[0]) && !known.has(number));
    expect(strange).toEqual([]);
  });

  it('gives no number twice', () => {
    expect(new Set(rules.map(({ number }) => number)).size).toBe(rules.length);
  });
});

function isOpen(proof: string): boolean {
  return proof.startsWith('not yet');
}

function readRules(text: string): Rule[] {
  return text
    .split(/\n(?=- \*\*)/)
    .slice(1)
    .map((part) => ({
      number: /^- \*\*([A-Z]\d+)\*\*/.exec(part)?.[1] ?? 'without a number',
      proof: /\n {2}→ (.*(?:\n {4}.*)*)/.exec(part)?.[1] ?? '',
    }));
}

/** The paths in backquotes; one without a folder stands in the folder of the one before. */
function filesIn(proof: string): string[] {
  let folder = '';
  return [...proof.matchAll(/`([^`]+)`/g)].map(([, path = '']) => {
    if (path.includes('/')) folder = path.endsWith('/') ? path : dirname(path);
    return path.includes('/') ? path : `${folder}/${path}`;
  });
}

/** The numbers with which titles of tests begin, one or several. */
function citedRules(): Set<string> {
  const files = globSync('{shared,backend,renderer,widget,electron,build,test}/**/*.{test,spec}.{ts,tsx}', {
    cwd: house,
  });
  const numbers = new Set<string>();
  for (const file of files) {
    if (file.includes('planted')) continue;
    const text = readFileSync(resolve(house, file), 'utf8');
    for (const [, title = ''] of text.matchAll(
      /\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*['"`]([^'"`\n]*)/g,
    )) {
      const head = /^(?:[A-Z]\d+[,:]?\s)+/.exec(`${title} `)?.[0] ?? '';
      for (const [number] of head.matchAll(/[A-Z]\d+/g)) numbers.add(number);
    }
  }
  return numbers;
}
