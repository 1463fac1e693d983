import { createServer, type Server as HttpServer } from 'node:http';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { MOST_WAITING, paceArrivals } from './doorway.ts';

/** A door, and who came through it. */
function openDoor() {
  const http = createServer();
  const through: unknown[] = [];
  const opened = paceArrivals(http, () => {
    http.on('upgrade', (_request, line) => through.push(line));
    return 'opened';
  });
  return { http, through, opened };
}

function arrive(http: HttpServer): PassThrough {
  const line = new PassThrough();
  http.emit('upgrade', {}, line, Buffer.alloc(0));
  return line;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the doorway', () => {
  it('D8 lets a crowd in a few in each turn of the event loop, in the order in which they came, and what others want has its turn between', async () => {
    const { http, through, opened } = openDoor();
    expect(opened).toBe('opened');
    const crowd = Array.from({ length: 100 }, () => arrive(http));
    const others: number[] = [];
    while (through.length < crowd.length) {
      await turn();
      others.push(through.length);
    }
    expect(through).toEqual(crowd);
    expect(others.length).toBeGreaterThan(10);
    expect(Math.max(...others.map((now, at) => now - (others[at - 1] ?? 0)))).toBeLessThanOrEqual(8);
  });

  it('D8 passes over who has gone meanwhile, whose broken line harms nobody', async () => {
    const { http, through } = openDoor();
    const [gone, broken, here] = [arrive(http), arrive(http), arrive(http)];
    gone.destroy();
    broken.destroy(new Error('reset'));
    await turn();
    await turn();
    expect(through).toEqual([here]);
  });

  it('D8 cuts who comes when too many wait already', async () => {
    const { http, through } = openDoor();
    const crowd = Array.from({ length: MOST_WAITING + 2 }, () => arrive(http));
    expect(crowd.filter(({ destroyed }) => destroyed)).toEqual(crowd.slice(MOST_WAITING));
    while (through.length < MOST_WAITING) await turn();
    const [late] = [arrive(http)];
    await turn();
    expect(through.at(-1)).toBe(late);
  });

  it('leaves alone what listened before', () => {
    const http = createServer();
    const seen: unknown[] = [];
    http.on('upgrade', (_request, line) => seen.push(line));
    paceArrivals(http, () => undefined);
    const line = arrive(http);
    expect(seen).toEqual([line]);
  });
});
