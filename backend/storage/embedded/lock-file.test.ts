import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from './lock-file.ts';
import { processIdentity, programName } from './process-identity.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-lock-'));
  path = join(folder, 'baton.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('F3 the lock of a data folder', () => {
  it('is held by one, who is named to the next, with the address when it is known', () => {
    const lock = lockFolder(folder, path);
    expect(() => lockFolder(folder, path)).toThrow(FolderInUseError);
    expect(() => lockFolder(folder, path)).toThrow(`process ${process.pid}`);
    lock.announcePort(4711);
    expect(() => lockFolder(folder, path)).toThrow('http://127.0.0.1:4711');
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from the dead, from a number used again, and from what can’t be read; nothing else is left behind', () => {
    const dead = { pid: 4_194_303, identity: 'x', port: null };
    const reused = { pid: process.pid, identity: 'of another life', port: null };
    for (const left of [JSON.stringify(dead), JSON.stringify(reused), '', '{"pid":"1"}']) {
      writeFileSync(path, left);
      const lock = lockFolder(folder, path);
      expect(JSON.parse(readFileSync(path, 'utf8')).pid).toBe(process.pid);
      expect(readdirSync(folder)).toEqual(['baton.lock']);
      lock.release();
    }
  });

  it('does not take away a lock that is not its own', () => {
    const lock = lockFolder(folder, path);
    const other = JSON.stringify({ pid: process.ppid, identity: null, port: null });
    writeFileSync(path, other);
    lock.release();
    expect(readFileSync(path, 'utf8')).toBe(other);
  });
});

describe('the identity of a process', () => {
  it('is the same while it lives, differs from any other’s, and is none for the dead', () => {
    expect(processIdentity(process.pid)).toBe(processIdentity(process.pid));
    expect(processIdentity(process.pid)).not.toBe(processIdentity(1));
    expect(processIdentity(4_194_303)).toBeNull();
    expect(programName(process.pid)).toBeTruthy();
    expect(programName(4_194_303)).toBeNull();
  });
});
