/** What a page's world is made with. */
export interface PageWorld {
  /** The preload's one CommonJS file. */
  readonly preload: string;
  /** Name of the function through which `ipcRenderer.invoke` reaches the main side; taken away from the page at once. */
  readonly invoke: string;
  /** Name under which the double, and nobody who does not know it, delivers what the main side sends. */
  readonly deliver: string;
}

/**
 * Source of the script that runs before a page's own. The preload gets a `require` that knows only what a sandboxed preload may require of
 * Electron here, and what it exposes is frozen like Electron's. Unlike Electron's, its world is the page's world: this proves the wiring and
 * the policy, not the isolation.
 */
export function pageWorldSource(world: PageWorld): string {
  return `(() => {
  if (window.top !== window) return;
  const invoke = window[${JSON.stringify(world.invoke)}];
  delete window[${JSON.stringify(world.invoke)}];
  const listeners = new Map();
  const deepFreeze = (value) => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
    return typeof value === 'object' || typeof value === 'function' ? Object.freeze(value) : value;
  };
  const electron = {
    ipcRenderer: {
      invoke: async (channel, payload) => {
        const answer = await invoke({ channel, payload: payload === undefined ? undefined : structuredClone(payload) });
        if ('error' in answer) throw new Error("Error invoking remote method '" + channel + "': " + answer.error);
        return answer.value;
      },
      on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      removeListener: (channel, listener) =>
        listeners.set(channel, (listeners.get(channel) ?? []).filter((each) => each !== listener)),
    },
    contextBridge: {
      exposeInMainWorld: (name, api) =>
        Object.defineProperty(window, name, { value: deepFreeze(api), enumerable: true }),
    },
  };
  Object.defineProperty(window, ${JSON.stringify(world.deliver)}, {
    value: (channel, payload) => (listeners.get(channel) ?? []).forEach((listener) => listener({}, payload)),
  });
  const require = (name) => {
    if (name !== 'electron') throw new Error('module not found: ' + name);
    return electron;
  };
  const module = { exports: {} };
  ((exports) => {
${world.preload}
  })(module.exports);
})();`;
}
