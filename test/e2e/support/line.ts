import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The network between one browser and the server, which a test can cut. */
export type Line = {
  /** Where the browser finds the server. */
  readonly origin: string;
  /** Nothing goes through any more, and whatever was open is torn. */
  cut(): void;
  /** What the browser says still arrives, but it hears nothing: answers are lost. */
  deafen(): void;
  /** A black hole: connections stand and can be made, nothing arrives on either side, and nobody says so. */
  swallow(): void;
  restore(): void;
  stop(): Promise<void>;
};

type Way = { near: Socket; far: Socket };

/** Lays a line to the server, on a free port of this machine. */
export async function layLine(serverUrl: string): Promise<Line> {
  const { hostname, port } = new URL(serverUrl);
  const ways = new Set<Way>();
  let state: 'whole' | 'cut' | 'deaf' | 'swallowing' = 'whole';
  /** A stream with a hole in it is none: these are torn when the line is whole again. */
  const holed = new Set<Way>();
  const relay = createServer((near) => {
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const way = { near, far: connect(Number(port), hostname) };
    ways.add(way);
    const { far } = way;
    near.on('data', (data) => {
      if (state === 'swallowing') holed.add(way);
      else far.write(data);
    });
    far.on('data', (data) => {
      if (state === 'deaf' || state === 'swallowing') holed.add(way);
      else near.write(data);
    });
    for (const socket of [near, far]) {
      socket.on('error', () => tear(way));
      socket.on('close', () => tear(way));
    }
  });
  function tear(way: Way): void {
    ways.delete(way);
    holed.delete(way);
    way.near.destroy();
    way.far.destroy();
  }
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const address = relay.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    cut() {
      state = 'cut';
      for (const way of ways) tear(way);
    },
    deafen() {
      state = 'deaf';
    },
    swallow() {
      state = 'swallowing';
    },
    restore() {
      state = 'whole';
      for (const way of holed) tear(way);
    },
    async stop() {
      for (const way of ways) tear(way);
      await close(relay);
    },
  };
}

function close(relay: Server): Promise<void> {
  return new Promise((resolve) => relay.close(() => resolve()));
}
