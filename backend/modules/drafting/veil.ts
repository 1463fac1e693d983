import { type EntityKind, extractEntities } from '../language/index.ts';

/** What a model need not know to write a good answer. Order numbers are named by the sources instead. */
const HIDDEN: readonly EntityKind[] = [
  'email',
  'id-card',
  'bank-card',
  'phone',
  'address',
  'tracking-number',
];

/**
 * Hides personal data from a model and puts it back into what the model wrote. The same value always gets the same name, so that the text keeps
 * its sense: “call me at [phone-1]”.
 */
export type Veil = { hide(text: string): string; reveal(text: string): string };

/** A veil for one request; it remembers what it hid. */
export function createVeil(): Veil {
  const names = new Map<string, string>();
  const values = new Map<string, string>();
  const counts = new Map<EntityKind, number>();

  function nameOf(kind: EntityKind, { value, text }: { value: string; text: string }): string {
    const key = `${kind}:${value}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const name = `[${kind}-${count}]`;
    names.set(key, name);
    values.set(name, text);
    return name;
  }

  return {
    hide(text) {
      let out = '';
      let at = 0;
      for (const entity of extractEntities(text)) {
        if (!HIDDEN.includes(entity.kind)) continue;
        out += text.slice(at, entity.start) + nameOf(entity.kind, entity);
        at = entity.end;
      }
      return out + text.slice(at);
    },
    reveal: (text) => text.replace(/\[[a-z-]+-\d+\]/gu, (name) => values.get(name) ?? name),
  };
}
