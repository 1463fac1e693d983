import { io, type Socket } from 'socket.io-client';

/** Opens the socket. */
export function openSocket(url: string): Socket {
  return io(url);
}
