/** What keeps Baton from starting and can be changed by whoever starts it: the message says what it is and what to do. */
export class StartFailure extends Error {
  override readonly name: string = 'StartFailure';
}

/**
 * A failure to start in words for whoever starts Baton; `undefined` where only the place in the code could tell more. Listening on a port
 * fails in the system's words, which are put into ours here.
 */
export function wordsFor(error: unknown): string | undefined {
  if (error instanceof StartFailure) return error.message;
  if (!(error instanceof Error && 'syscall' in error)) return undefined;
  const { syscall, code, port, address, hostname }: SystemFailure = error;
  if (syscall === 'getaddrinfo') return `There is no address ${hostname} to listen on: see BATON_HOST.`;
  if (syscall !== 'listen') return undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Choose another with --port N.`;
  if (code === 'EACCES') return `This user may not listen on port ${port}. Choose another with --port N.`;
  return `Baton can't listen on ${address}, port ${port} (${code}): see BATON_HOST and --port.`;
}

type SystemFailure = Error & {
  syscall?: unknown;
  code?: unknown;
  port?: unknown;
  address?: unknown;
  hostname?: unknown;
};
