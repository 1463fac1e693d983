import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPeers } from './peers.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('D16 a node that falls silent is noticed once; one that took its leave, or that nobody could have heard, is not', () => {
  const silent: string[] = [];
  const peers = createPeers((sender) => silent.push(sender));
  for (const sender of ['killed', 'leaving', 'living']) peers.heard(sender);
  peers.left('leaving');
  for (let second = 0; second < 8; second += 1) {
    vi.advanceTimersByTime(1000);
    peers.heard('living');
  }
  expect(silent).toEqual(['killed']);
  peers.forgetAll();
  vi.advanceTimersByTime(8000);
  expect(silent).toEqual(['killed']);
  peers.heard('living');
  peers.stop();
  vi.advanceTimersByTime(8000);
  expect(silent).toEqual(['killed']);
});
