import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page, Request, Route } from '@playwright/test';
import { toChromium, toElectron } from './addresses.ts';
import { Emitter, eventDouble } from './events.ts';
import type { IpcDouble } from './ipc-double.ts';
import { pageWorldSource } from './page-world.ts';
import type { SessionDouble } from './session-double.ts';

type OpenHandler = (details: never) => { action: 'allow' | 'deny' };

/** `webContents` on a page of Chromium: its requests go through the session, its navigations are announced, its world has the preload. */
export class ContentsDouble extends Emitter {
  readonly #context: BrowserContext;
  readonly #world: string;
  readonly #ipc: IpcDouble;
  readonly #invoke = `invoke_${randomUUID()}`;
  readonly #deliver = `deliver_${randomUUID()}`;
  #page: Promise<Page>;
  #home = '';
  /** Set while the app itself loads the page; such a navigation is not announced. */
  #isLoading = false;
  #mayOpen = (_url: string): boolean => true;

  constructor(
    context: BrowserContext,
    preload: string,
    main: { readonly ipc: IpcDouble; readonly session: SessionDouble },
  ) {
    super();
    this.#context = context;
    this.#ipc = main.ipc;
    this.#world = pageWorldSource({
      preload: readFileSync(preload, 'utf8'),
      invoke: this.#invoke,
      deliver: this.#deliver,
    });
    this.#page = main.session
      .attach(context, (route) => this.#isForbidden(route))
      .then(() => this.#openPage());
  }

  /** The page itself, for the specification to look at and act on. */
  page(): Promise<Page> {
    return this.#page;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#mayOpen = (url) => handler({ url } as never).action === 'allow';
  }

  async loadURL(url: string): Promise<void> {
    this.#home = url;
    const page = await this.#page;
    await this.#load(() => page.goto(toChromium(url)));
  }

  reload(): void {
    void this.#page.then((page) =>
      this.#load(() => (page.url() === 'about:blank' ? page.goto(toChromium(this.#home)) : page.reload())),
    );
  }

  /** Reaches the page as Electron's does: what arrives is a copy, and nothing arrives at a page that is gone. */
  send(channel: string, ...args: readonly unknown[]): void {
    const script = ({ name, what, payload }: { name: string; what: string; payload: unknown }): void => {
      (window as unknown as Record<string, (what: string, payload: unknown) => void>)[name]?.(what, payload);
    };
    const message = { name: this.#deliver, what: channel, payload: args[0] };
    void this.#page.then((page) => page.evaluate(script, message)).catch(() => undefined);
  }

  /** Ends the page as a fault in its process would; what is loaded next gets a new one. */
  async crash(): Promise<void> {
    const dead = await this.#page;
    this.#page = this.#openPage();
    await this.#page;
    await dead.close();
    this.emit('render-process-gone', eventDouble({}), { reason: 'crashed', exitCode: 5 });
  }

  async #load(load: () => Promise<unknown>): Promise<void> {
    this.#isLoading = true;
    this.emit('did-start-loading');
    try {
      await load();
    } finally {
      this.#isLoading = false;
    }
    this.emit('did-finish-load');
  }

  async #openPage(): Promise<Page> {
    const page = await this.#context.newPage();
    await page.exposeBinding(this.#invoke, ({ frame }, call: { channel: string; payload: unknown }) =>
      this.#ipc.invoke({ url: toElectron(frame.url()), parent: frame.parentFrame() }, call),
    );
    await page.addInitScript({ content: this.#world });
    page.on('popup', (popup) => {
      if (!this.#mayOpen(toElectron(popup.url()))) void popup.close();
    });
    return page;
  }

  /** Announces a navigation that the page itself began, and tells whether the app forbids it. */
  async #isForbidden(route: Route): Promise<boolean> {
    const request = route.request();
    if (!request.isNavigationRequest()) return false;
    const page = await this.#page;
    const frame = frameOf(request);
    // A page that a page opened: the handler above has the say, and closes it.
    if (frame?.page() !== page) return !this.#mayOpen(toElectron(request.url()));
    if (this.#isLoading && frame === page.mainFrame()) return false;
    const event = eventDouble({ url: toElectron(request.url()) });
    this.emit('will-frame-navigate', event);
    if (frame === page.mainFrame()) this.emit('will-navigate', event, event.url);
    return event.isPrevented;
  }
}

/** The frame that asks; Chromium does not know it yet for the first request of a new page. */
function frameOf(request: Request): ReturnType<Request['frame']> | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}
