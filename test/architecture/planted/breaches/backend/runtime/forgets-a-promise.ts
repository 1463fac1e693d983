async function save(): Promise<void> {
  await Promise.resolve();
}

/** Nobody waits for it. */
export function start(): void {
  save();
}
