import { describe, expect, it } from 'vitest';
import { Fault } from './fault.ts';
import { outageOf } from './outage.ts';

const failure = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

describe('outageOf', () => {
  it('D18 D8 tells those whose request met a database that is away when to ask again', () => {
    for (const error of [
      failure('terminating connection due to administrator command', '57P01'),
      failure('the database system is starting up', '57P03'),
      failure('could not extend file: No space left on device', '53100'),
      failure('connection failure', '08006'),
      failure('read ECONNRESET', 'ECONNRESET'),
      failure('Connection terminated unexpectedly'),
      failure('Client has encountered a connection error and is not queryable'),
      new Error('a unit failed', { cause: failure('connect', 'ECONNREFUSED') }),
    ]) {
      const { code, retryAfterMs } = outageOf(error)?.error ?? expect.fail(error.message);
      expect(code).toBe('overloaded');
      expect(retryAfterMs).toBeGreaterThan(0);
    }
  });

  it('leaves refusals, broken rules and faults of our own as they are', () => {
    for (const error of [
      new Fault('not-found', 'There is no such thing'),
      failure('duplicate key value', '23505'),
      failure('no such file', 'ENOENT'),
      new TypeError('x is not a function'),
      'a text',
    ]) {
      expect(outageOf(error)).toBeNull();
    }
  });
});
