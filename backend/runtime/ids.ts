import { v7 } from 'uuid';

/** A new id that sorts by the time it was made (RFC 9562, version 7). The type of the id is chosen by the caller's annotation. */
export function newId<Id extends string = string>(): Id {
  return v7() as Id;
}
