/** Loading late is importing too. */
export function load(): Promise<unknown> {
  return import('../queue/queue-row.tsx');
}
