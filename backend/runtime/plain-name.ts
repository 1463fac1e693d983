/** Line breaks and other controls, and the marks that turn the direction of writing: in a name they serve only to make it read as another. */
const TRICKS = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A name from outside as it may stand beside our own words (case C2); `undefined` when nothing is left of it. */
export function plainName(name: string | undefined): string | undefined {
  const plain = name?.replace(TRICKS, ' ').replace(/\s+/g, ' ').trim();
  return plain === '' ? undefined : plain;
}
