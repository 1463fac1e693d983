export type Seen = typeof import('../../../test/whole.test.ts');
