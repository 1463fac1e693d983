type Listener = (event: never, ...args: never[]) => unknown;

/** The main side of the bridge: `ipcMain`, and the way in for a page. */
export class IpcDouble {
  readonly #handlers = new Map<string, Listener>();

  handle(channel: string, listener: Listener): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, listener);
  }

  /** What a page's `ipcRenderer.invoke` gets: the answer as a copy, or the words of the error. */
  async invoke(
    senderFrame: { readonly url: string; readonly parent: object | null } | null,
    { channel, payload }: { readonly channel: string; readonly payload: unknown },
  ): Promise<{ value: unknown } | { error: string }> {
    const handler = this.#handlers.get(channel);
    if (!handler) return { error: `No handler registered for '${channel}'` };
    try {
      const answer: unknown = await handler({ senderFrame } as never, payload as never);
      return { value: structuredClone(answer) };
    } catch (error) {
      return { error: String(error) };
    }
  }
}
