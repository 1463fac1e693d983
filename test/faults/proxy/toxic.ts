/** The way of the bytes that a toxic acts on, seen from the client: `upstream` to the server, `downstream` from it. */
export type Direction = 'upstream' | 'downstream';

/**
 * What may be done to a connection, by the names of toxiproxy. Times in milliseconds, sizes in bytes. The eighth, `down`, is the proxy's own
 * state: it refuses what comes and cuts what is there.
 */
export type Toxic =
  /** Every byte comes this much later, more or less by up to `jitterMs`; never out of order. */
  | { type: 'latency'; latencyMs: number; jitterMs: number }
  /** At most so much passes in a second. */
  | { type: 'bandwidth'; bytesPerSecond: number }
  /** The end of the connection is told this much later. */
  | { type: 'slow_close'; delayMs: number }
  /** Nothing passes; after the time the connection is closed, with 0 only when the toxic is taken away. A black hole. */
  | { type: 'timeout'; timeoutMs: number }
  /** After the time the connection is reset, as by a peer that was cut off. */
  | { type: 'reset_peer'; timeoutMs: number }
  /** What comes is passed on in small pieces of this size, more or less, with a pause after each. */
  | { type: 'slicer'; averageSize: number; sizeVariation: number; delayMs: number }
  /** After so many bytes the connection is closed. */
  | { type: 'limit_data'; bytes: number };

/** A toxic on one way of a proxy. It befalls a connection with the chance `toxicity`, tossed once for each. */
export type Dose = { toxic: Toxic; direction: Direction; toxicity?: number };
