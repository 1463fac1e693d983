/** What became of each message and revision of each client, a byte for each. */
export type Ledger = {
  mark(client: number, n: number, fate: Fate): void;
  has(client: number, n: number, fate: Fate): boolean;
  /** Every message of which anything is known. */
  all(): Iterable<{ client: number; n: number }>;
};

const FATES = { sent: 1, acknowledged: 2, unsent: 4, stored: 8, recalling: 16 } as const;
type Fate = keyof typeof FATES;

/** Empty pages. */
export function createLedger(): Ledger {
  const pages = new Map<number, Uint8Array>();

  function pageOf(client: number, n: number): Uint8Array {
    const page = pages.get(client) ?? new Uint8Array(64);
    if (n < page.length && pages.has(client)) return page;
    const larger = new Uint8Array(Math.max(n + 1, page.length * 2));
    larger.set(page);
    pages.set(client, larger);
    return larger;
  }

  return {
    mark(client, n, fate) {
      const page = pageOf(client, n);
      page[n] = (page[n] ?? 0) | FATES[fate];
    },
    has: (client, n, fate) => ((pages.get(client)?.[n] ?? 0) & FATES[fate]) !== 0,
    *all() {
      for (const [client, page] of pages) {
        for (const [n, fates] of page.entries()) if (fates !== 0) yield { client, n };
      }
    },
  };
}
