/** Things of the world that a customer named. */
export type Entity = {
  type: 'order-number' | 'tracking-number' | 'amount' | 'size' | 'days' | 'phone';
  value: string;
};

const patterns: readonly (readonly [Entity['type'], RegExp])[] = [
  ['order-number', /\b[A-Z]{2}\d{8,14}\b/giu],
  ['tracking-number', /\b(?:SF|YT|ZT|JD|STO|EMS)[A-Z]?\d{9,15}\b/giu],
  ['phone', /(?<!\d)1\d{10}(?!\d)/gu],
  ['amount', /(?:¥|￥)\s?\d+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?\s?(?:元|块(?:钱)?|yuan|rmb)/giu],
  ['size', /\b(?:X{0,3}[SL]|M)\b(?=码|号|\s|$|[,，。.!！?？])|(?<!\d)(?:3[5-9]|4[0-6])(?=\s?码)/gu],
  ['days', /\d+\s?(?:天|days?)/giu],
];

/** The entities of a text, in the order of the kinds, each once; at most twenty. Phone numbers are masked: they are for a person to ask for. */
export function findEntities(text: string): Entity[] {
  const normalised = text.normalize('NFKC');
  const found = patterns.flatMap(([type, pattern]) =>
    [...normalised.matchAll(pattern)].map((match) => ({ type, value: shown(type, match[0].trim()) })),
  );
  const seen = new Set<string>();
  return found
    .filter(({ value }) => {
      const isNew = !seen.has(value);
      seen.add(value);
      return isNew;
    })
    .slice(0, 20);
}

function shown(type: Entity['type'], value: string): string {
  if (type === 'phone') return `${value.slice(0, 3)}****${value.slice(-4)}`;
  return type === 'order-number' || type === 'tracking-number' ? value.toUpperCase() : value;
}
