/** What is recognised in a message. */
export const entityKinds = [
  'email',
  'id-card',
  'bank-card',
  'phone',
  'order-number',
  'tracking-number',
  'amount',
  'date',
  'size',
  'colour',
  'address',
] as const;
export type EntityKind = (typeof entityKinds)[number];
