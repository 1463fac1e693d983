import type { FaultProxy } from '../proxy/fault-proxy.ts';
import type { Dose } from '../proxy/toxic.ts';
import type { Random } from '../random.ts';

/** Faults that come and go on a proxy, each on a part of its connections, several at a time. */
export type Weather = {
  /** How often which fault came. */
  counts: Record<string, number>;
  /** No more faults, and those that are there go. */
  stop(): void;
};

type Fault = { name: string; begin: (proxy: FaultProxy, random: Random) => () => void };

const FAULTS: readonly Fault[] = [
  dose(
    'latency',
    (random) => ({ type: 'latency', latencyMs: random.int(5, 200), jitterMs: random.int(0, 5) }),
    0.3,
  ),
  dose(
    'slicer',
    (random) => ({
      type: 'slicer',
      averageSize: random.int(4, 200),
      sizeVariation: 3,
      delayMs: random.int(0, 2),
    }),
    0.2,
  ),
  dose('bandwidth', (random) => ({ type: 'bandwidth', bytesPerSecond: random.int(2000, 50_000) }), 0.1),
  dose('limit_data', (random) => ({ type: 'limit_data', bytes: random.int(0, 20_000) }), 0.1),
  dose('reset_peer', (random) => ({ type: 'reset_peer', timeoutMs: random.int(0, 2000) }), 0.05),
  dose(
    'timeout',
    (random) => ({ type: 'timeout', timeoutMs: random.int(0, 1) * random.int(500, 8000) }),
    0.03,
  ),
  dose('slow_close', (random) => ({ type: 'slow_close', delayMs: random.int(10, 2000) }), 0.3),
  {
    name: 'cut',
    begin(proxy, random) {
      proxy.cut(random.next() * 0.1);
      return () => undefined;
    },
  },
  {
    name: 'down',
    begin(proxy) {
      proxy.setDown(true);
      return () => proxy.setDown(false);
    },
  },
];
/** `down` cuts everybody off: rarely, and shortly. */
const CALM_CHANCE = 0.9;

/** Lets it begin; how hard follows from `everyMs`, the mean time from one fault to the next. */
export function startWeather(proxy: FaultProxy, random: Random, everyMs: number): Weather {
  const counts: Record<string, number> = {};
  const ends = new Set<() => void>();
  let timer = setTimeout(blow, everyMs);

  function blow(): void {
    let fault = random.pick(FAULTS);
    if (fault.name === 'down' && random.next() < CALM_CHANCE) fault = FAULTS[0] as Fault;
    counts[fault.name] = (counts[fault.name] ?? 0) + 1;
    const relieve = fault.begin(proxy, random);
    const end = () => {
      ends.delete(end);
      relieve();
    };
    ends.add(end);
    setTimeout(end, fault.name === 'down' ? random.int(100, 1500) : random.int(500, 6000)).unref();
    timer = setTimeout(blow, random.int(everyMs / 2, everyMs * 1.5));
  }

  return {
    counts,
    stop() {
      clearTimeout(timer);
      for (const end of ends) end();
      proxy.heal();
    },
  };
}

function dose(name: string, toxic: (random: Random) => Dose['toxic'], toxicity: number): Fault {
  return {
    name,
    begin: (proxy, random) =>
      proxy.add({
        toxic: toxic(random),
        direction: random.next() < 0.5 ? 'upstream' : 'downstream',
        toxicity: toxicity * random.next(),
      }),
  };
}
