import { describe, expect, it } from 'vitest';
import type { Cause } from '#shared/domain/disposition';
import { causeSchema } from '#shared/domain/disposition';
import { staff } from './agents.ts';
import { cannedReplies } from './canned-replies.ts';
import { rootCauseLeaves, rootCauses } from './root-causes.ts';

const han = /\p{Script=Han}/u;

describe('the team', () => {
  it('is five agents, a team lead and an admin, each with a login of their own', () => {
    const roles = staff.map(({ role }) => role);
    expect(roles.filter((role) => role === 'agent')).toHaveLength(5);
    expect(roles.filter((role) => role === 'lead')).toHaveLength(1);
    expect(roles.filter((role) => role === 'admin')).toHaveLength(1);
    expect(new Set(staff.map(({ login }) => login)).size).toBe(staff.length);
    for (const { login } of staff) expect(login).toMatch(/^[a-z]+\.[a-z]+$/);
  });

  it('answers in both languages', () => {
    expect(staff.some(({ languages }) => languages[0] === 'en')).toBe(true);
    expect(staff.some(({ languages }) => languages[0] === 'zh')).toBe(true);
  });
});

describe('the canned replies', () => {
  it('are at least 24, each under a shortcut that can be typed, in both languages', () => {
    expect(cannedReplies.length).toBeGreaterThanOrEqual(24);
    expect(new Set(cannedReplies.map(({ shortcut }) => shortcut)).size).toBe(cannedReplies.length);
    expect(new Set(cannedReplies.map(({ text }) => text.zh)).size).toBe(cannedReplies.length);
    for (const { shortcut, title, text } of cannedReplies) {
      expect(shortcut).toMatch(/^[a-z]+$/);
      expect(title.zh + text.zh, shortcut).toMatch(han);
      expect(title.en + text.en, shortcut).not.toMatch(han);
    }
  });
});

describe('the root causes', () => {
  const nodes = (tree: readonly Cause[]): Cause[] =>
    tree.flatMap((cause) => [cause, ...nodes(cause.children)]);

  it('are a tree of eight or more branches, two to three deep, under codes that say their place', () => {
    expect(rootCauses.length).toBeGreaterThanOrEqual(8);
    for (const branch of rootCauses) {
      expect(branch.children.length, branch.code).toBeGreaterThanOrEqual(3);
      expect(() => causeSchema.parse(branch)).not.toThrow();
      for (const cause of nodes(branch.children)) expect(cause.code.startsWith(`${branch.code}.`)).toBe(true);
    }
    const codes = nodes(rootCauses).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('have leaves to choose from', () => {
    expect(rootCauseLeaves().every(({ children }) => children.length === 0)).toBe(true);
    expect(rootCauseLeaves().map(({ code }) => code)).toContain('commitment.broken-promise');
  });
});
