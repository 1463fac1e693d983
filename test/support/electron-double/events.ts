/** Electron's events carry a way to forbid what they announce. */
export interface EventDouble {
  readonly isPrevented: boolean;
  preventDefault(): void;
}

/** An event with the given fields. */
export function eventDouble<T extends object>(fields: T): T & EventDouble {
  let isPrevented = false;
  return {
    ...fields,
    get isPrevented() {
      return isPrevented;
    },
    preventDefault() {
      isPrevented = true;
    },
  };
}

/**
 * What every part of Electron is: something with events. `never` as the result lets one signature stand for Electron's hundreds of
 * overloads, each of which returns its own type; nobody chains.
 */
export class Emitter {
  readonly #listeners = new Map<string, ((...args: never[]) => void)[]>();

  on(event: string, listener: (...args: never[]) => void): never {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return undefined as never;
  }

  once(event: string, listener: (...args: never[]) => void): never {
    return this.on(event, (...args) => {
      this.#listeners.set(event, this.#listeners.get(event)?.filter((each) => each !== listener) ?? []);
      listener(...args);
    });
  }

  /** Calls the listeners, as Electron would when this happens. */
  emit(event: string, ...args: readonly unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(args as never[]));
  }
}
