import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRandom } from './content/index.ts';
import { makeCustomers } from './content/people/make-customers.ts';
import { DEMO_SEED } from './seed.ts';
import { chooseVisitors } from './seed-visitors.ts';

it('gives the shop page the same people to sign in as, whatever the day and the hour', () => {
  const at = (now: Date) => chooseVisitors(makeCustomers(seededRandom(DEMO_SEED), now), now);
  const usual = at(new Date('2026-11-22T06:00:00Z'));
  expect(usual).toHaveLength(6);
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }),
      (now) => {
        expect(at(now).map(({ hint }) => hint.en)).toEqual(usual.map(({ hint }) => hint.en));
      },
    ),
    { numRuns: 100 },
  );
});
