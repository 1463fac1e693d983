import { describe, expect, it } from 'vitest';
import { membershipOf, policies, yuan } from './policies.ts';

describe('the policies', () => {
  it('raise the membership with what was spent, from each threshold on', () => {
    expect(membershipOf(0)).toBe('none');
    for (const { id, fromFen } of policies.membership.tiers) {
      expect(membershipOf(fromFen)).toBe(id);
      expect(membershipOf(fromFen - 1)).not.toBe(id);
    }
  });

  it('write amounts as customers read them', () => {
    expect(yuan(9_900)).toBe('99');
    expect(yuan(9_950)).toBe('99.50');
    expect(yuan(0)).toBe('0');
  });

  it('give more the longer a dispatch is late, and only after the promise', () => {
    const [late, veryLate] = policies.shipping.lateDispatchCoupons;
    expect(late.afterHours).toBe(policies.shipping.dispatchWithinHours);
    expect(veryLate.afterHours).toBeGreaterThan(late.afterHours);
    expect(veryLate.valueFen).toBeGreaterThan(late.valueFen);
  });
});
