/** One thing to be stopped, and how long it may take before the rest goes on without it. */
export type StopStep = { name: string; run: () => void | Promise<void>; limitMs?: number };

/** Ends what was started, in the opposite order. */
export type Shutdown = {
  /** To be called when something has been started. What was added last is stopped first. */
  add(step: StopStep): void;
  /** Stops everything; a second call waits for the first. A step that fails or hangs is reported and does not keep the others from stopping. */
  run(): Promise<void>;
};

const DEFAULT_LIMIT_MS = 10_000;

/** A new, empty order of stopping. `onFailure` hears of steps that failed or took too long. */
export function createShutdown(onFailure: (step: string, error: unknown) => void): Shutdown {
  const steps: StopStep[] = [];
  let running: Promise<void> | undefined;

  async function stopAll(): Promise<void> {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      try {
        await withLimit(step);
      } catch (error) {
        onFailure(step.name, error);
      }
    }
  }

  return {
    add: (step) => void steps.push(step),
    run() {
      running ??= stopAll();
      return running;
    },
  };
}

async function withLimit({ name, run, limitMs = DEFAULT_LIMIT_MS }: StopStep): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} did not stop within ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([run(), limit]);
  } finally {
    clearTimeout(timer);
  }
}
