import type { Membership } from '#shared/domain/conversation';

/**
 * What the demo shop promises its customers, in one place. The knowledge articles quote these figures, the orders of the
 * demo customers follow them. Money is in fen, durations say their unit.
 */
export const policies = {
  shipping: {
    /** Orders paid before this hour (Beijing time) normally leave the same day. */
    sameDayBeforeHour: 16,
    /** The promise: dispatched within this time after payment. */
    dispatchWithinHours: 48,
    freeFromFen: 9_900,
    feeFen: 800,
    remoteFeeFen: 1_800,
    deliveryDays: { near: [1, 2], usual: [2, 4], remote: [5, 8] },
    /** No new tracking entry for this long: we chase the carrier. */
    stuckAfterHours: 72,
    /** No new tracking entry for this long: treated as lost, sent again or refunded. */
    lostAfterDays: 7,
    /** Coupons for late dispatch, by the hours since payment. The higher one replaces the lower. */
    lateDispatchCoupons: [
      { afterHours: 48, valueFen: 1_000 },
      { afterHours: 72, valueFen: 3_000 },
    ],
    expressFeeFen: 2_000,
    bulkyFromKg: 15,
    international: {
      regions: ['HK', 'MO', 'TW', 'SG', 'JP'],
      feeFen: 5_800,
      freeFromFen: 80_000,
      days: [5, 12],
    },
  },
  orders: {
    unpaidCancelledAfterMinutes: 30,
    /** Address and variant can be changed by the customer until the parcel is packed. */
    changeUntil: 'packed',
    priceProtectionDays: 15,
    preorderDispatchDays: 15,
    restockNoticeHours: 2,
    bulkFromPieces: 20,
    bulkDiscountPercent: 12,
    bulkReplyHours: 4,
  },
  returns: {
    windowDays: 30,
    /** For faults that are the shop's, the window is longer and both ways are free. */
    qualityWindowDays: 90,
    returnFeeFen: 1_000,
    inspectionHours: 48,
    refundWorkingDays: 3,
    cardRefundWorkingDays: [3, 7],
    exchangeHoldHours: 48,
    missingReportHours: 48,
    couponForQualityFen: 2_000,
  },
  warranty: {
    zipAndSeamMonths: 24,
    tentAndPackMonths: 36,
    electronicsMonths: 12,
    repairWorkingDays: [7, 12],
    repairFeeFromFen: 2_000,
  },
  /** Which body each garment size fits: centimetres, kilograms. */
  sizes: {
    S: { heightCm: [155, 164], weightKg: [45, 55] },
    M: { heightCm: [162, 172], weightKg: [53, 65] },
    L: { heightCm: [170, 180], weightKg: [63, 76] },
    XL: { heightCm: [178, 188], weightKg: [74, 88] },
  },
  invoice: {
    eInvoiceHours: 24,
    specialWorkingDays: 5,
    applyWithinDays: 180,
  },
  membership: {
    pointsPerYuan: 1,
    pointsPerCouponYuan: 100,
    pointsValidMonths: 12,
    tiers: [
      { id: 'silver', fromFen: 50_000, birthdayCouponFen: 2_000, pointsFactor: 1 },
      { id: 'gold', fromFen: 200_000, birthdayCouponFen: 5_000, pointsFactor: 1.2 },
      { id: 'platinum', fromFen: 500_000, birthdayCouponFen: 10_000, pointsFactor: 1.5 },
    ],
    newcomerCouponFen: 2_000,
    newcomerCouponFromFen: 19_900,
    newcomerCouponDays: 30,
  },
  service: {
    agentsFromHour: 9,
    agentsToHour: 22,
    typicalWaitMinutes: 2,
    complaintFirstReplyHours: 2,
    complaintSettledDays: 3,
    accountDeletionDays: 15,
    dataExportDays: 7,
  },
  gifts: {
    wrapFeeFen: 1_200,
    wrapFreeForTier: 'platinum',
    cardMaxCharacters: 60,
  },
} as const;

/** The membership that somebody has who spent this much in twelve months. */
export function membershipOf(spentFen: number): Membership {
  return policies.membership.tiers.findLast((tier) => spentFen >= tier.fromFen)?.id ?? 'none';
}

/** An amount as customers read it: whole yuan without decimals, else two. */
export function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}
