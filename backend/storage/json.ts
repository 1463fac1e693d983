import type { ColumnType } from 'kysely';

declare const written: unique symbol;

/** A value written as JSON, ready for a `jsonb` column of that type. */
export type JsonText<T> = string & { readonly [written]: T };

/** A `jsonb` column: read parsed, written by `json()`. Nullable where `T` is. */
export type Json<T> = ColumnType<T, Written<T>, Written<T>>;

/** The same, with a default in the schema: may be left out of an insert. */
export type JsonWithDefault<T> = ColumnType<T, Written<T> | undefined, Written<T>>;

type Written<T> = unknown extends T
  ? JsonText<T>
  : JsonText<NonNullable<T>> | (null extends T ? null : never);

/** Writes a value for a `jsonb` column. `undefined` members vanish, as JSON has it. */
export function json<T>(value: T): JsonText<T> {
  return JSON.stringify(value) as JsonText<T>;
}
