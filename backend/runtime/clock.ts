/** The only source of the time of day; tests and the demo's history pass their own. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
