import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION } from '#shared/protocol/version';

/** Who connects: an index says which customer or agent of the whole floor it is; with an address of its own where there are several servers. */
export type Seat = { index: number; token: string; url?: string };
export type Seats = { url: string; customers: Seat[]; agents: Seat[] };

/** The sockets of one generator, all connected. */
export type Crew = { customers: Socket[]; agents: Socket[]; close(): void };

const AT_ONCE = 50;

/** Connects everybody, some at a time. */
export async function connectCrew({ url, customers, agents }: Seats): Promise<Crew> {
  const crew: Crew = {
    agents: await connectAll(agents, (seat) => `${seat.url ?? url}/agent`),
    customers: await connectAll(customers, (seat) => `${seat.url ?? url}/customer`),
    close() {
      for (const socket of [...crew.agents, ...crew.customers]) socket.disconnect();
    },
  };
  return crew;
}

async function connectAll(seats: readonly Seat[], addressOf: (seat: Seat) => string): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let from = 0; from < seats.length; from += AT_ONCE) {
    const some = seats.slice(from, from + AT_ONCE);
    sockets.push(...(await Promise.all(some.map((seat) => connectOne(addressOf(seat), seat.token)))));
  }
  return sockets;
}

async function connectOne(address: string, token: string): Promise<Socket> {
  const socket = io(address, {
    transports: ['websocket'],
    auth: { protocol: PROTOCOL_VERSION, token },
    forceNew: true,
    reconnection: false,
  });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return socket;
}
