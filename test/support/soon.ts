/** How long `vi.waitFor` waits for what must come about; by itself it gives up after a second, which a busy machine may need. */
export const SOON = { timeout: 30_000, interval: 20 } as const;
