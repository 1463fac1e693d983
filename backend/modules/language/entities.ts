import type { EntityKind } from './entity-kinds.ts';
import { entityRules } from './entity-rules.ts';

/**
 * A piece of a message with a meaning. `text` is what stands at `start`…`end` of the message, `value` its normal form: digits only for
 * phones and cards, upper case for order numbers, fen for amounts in yuan (other currencies keep their sign and two decimals), else lower case.
 */
export type Entity = { kind: EntityKind; text: string; value: string; start: number; end: number };

const longestText = 5000;
/** So many characters in front of a number say what it is. */
const CONTEXT = 24;

/** Finds the entities of a message, in order, without overlaps; the earlier rules win where two claim a place. */
export function extractEntities(text: string): Entity[] {
  const plain = halfWidth(text.slice(0, longestText));
  const found: Entity[] = [];
  const taken = new Uint8Array(plain.length);
  for (const rule of entityRules) {
    for (const match of plain.matchAll(rule.pattern)) {
      const piece = match.groups?.['it'] ?? match[0];
      const start = match.index + match[0].indexOf(piece);
      const end = start + piece.length;
      const value = taken.subarray(start, end).includes(1)
        ? undefined
        : rule.read(piece, plain.slice(Math.max(0, start - CONTEXT), start));
      if (value !== undefined) {
        taken.fill(1, start, end);
        found.push({ kind: rule.kind, text: text.slice(start, end), value, start, end });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Full-width letters and digits become plain ones; nothing moves, so positions stay those of the message. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/gu, ' ');
}
