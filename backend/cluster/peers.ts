/** The other nodes, as far as they are heard. */
export type Peers = {
  /** A node said something. */
  heard(sender: string): void;
  /** A node said that it goes. */
  left(sender: string): void;
  /** Nobody can be heard for now, so nobody's silence means anything. */
  forgetAll(): void;
  stop(): void;
};

const LOOK_EVERY_MS = 500;
/** Each node says something with each beat, once a second. Who is silent for longer has died, or was cut off. */
const SILENT_MS = 3000;

/** Watches for nodes that fall silent: what such a node committed last it may not have told any more. */
export function createPeers(onSilent: (sender: string) => void): Peers {
  const heardAt = new Map<string, number>();
  const timer = setInterval(() => {
    const before = performance.now() - SILENT_MS;
    for (const [sender, at] of heardAt) {
      if (at > before) continue;
      heardAt.delete(sender);
      onSilent(sender);
    }
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    heard: (sender) => void heardAt.set(sender, performance.now()),
    left: (sender) => void heardAt.delete(sender),
    forgetAll: () => heardAt.clear(),
    stop: () => clearInterval(timer),
  };
}
