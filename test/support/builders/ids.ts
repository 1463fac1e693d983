import type { z } from 'zod';

/** A UUID that is always the same for the same name, so that pictures and tests are stable. */
export function idOf<Id extends string>(_brand: z.ZodType<Id>, name: string): Id {
  let hash = 0xcbf29ce484222325n;
  const hex: string[] = [];
  for (const salt of ['a', 'b']) {
    for (const char of salt + name)
      hash = BigInt.asUintN(64, (hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n);
    hex.push(hash.toString(16).padStart(16, '0'));
  }
  const all = hex.join('');
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-4${all.slice(13, 16)}-8${all.slice(17, 20)}-${all.slice(20, 32)}` as Id;
}
