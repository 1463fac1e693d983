/** What is recognised in a message. */
export type EntityKind =
  | 'email'
  | 'id-card'
  | 'bank-card'
  | 'phone'
  | 'order-number'
  | 'tracking-number'
  | 'amount'
  | 'date'
  | 'size'
  | 'colour'
  | 'address';
