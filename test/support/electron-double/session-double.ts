import type { BrowserContext, Route } from '@playwright/test';
import { CONSOLE_ORIGIN } from '#shared/desktop/origin';
import { toChromium, toElectron } from './addresses.ts';
import { Emitter, eventDouble } from './events.ts';

type Handler<Args extends readonly unknown[], Result> = (...args: Args) => Result;
type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** Permissions that Chromium can be told about, by their names in Electron. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  geolocation: ['geolocation'],
  'local-network-access': ['local-network-access'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
};

/** The session and the protocol of one app: what they were told is applied to every request and permission of its pages. */
export class SessionDouble extends Emitter {
  readonly #schemes = new Map<string, ProtocolHandler>();
  #checkPermission: Handler<never[], boolean> = () => true;
  #requestPermission: Handler<never[], void> = () => undefined;
  #beforeRequest: Handler<never[], void> | null = null;

  /** Electron's `protocol`. */
  readonly protocol = {
    registerSchemesAsPrivileged: (): void => undefined,
    handle: (scheme: string, handler: ProtocolHandler): void => void this.#schemes.set(scheme, handler),
  };

  readonly webRequest = {
    onBeforeRequest: (...args: readonly unknown[]): void => {
      this.#beforeRequest = args.at(-1) as Handler<never[], void> | null;
    },
  };

  setPermissionRequestHandler(handler: Handler<never[], void> | null): void {
    this.#requestPermission = handler ?? ((): void => undefined);
  }

  setPermissionCheckHandler(handler: Handler<never[], boolean> | null): void {
    this.#checkPermission = handler ?? ((): boolean => true);
  }

  setDevicePermissionHandler(): void {
    // Chromium without a head offers no devices to choose from.
  }

  /** Whether the app would grant a permission, asked both ways as Chromium asks. */
  isGranted(permission: string, origin: string): boolean {
    let isRequestGranted = false;
    const answer = (granted: boolean): void => {
      isRequestGranted = granted;
    };
    this.#requestPermission(
      ...([null, permission, answer, { requestingUrl: `${origin}/index.html` }] as never[]),
    );
    return isRequestGranted && this.#checkPermission(...([null, permission, origin, {}] as never[]));
  }

  /** Puts a context of Chromium under this session. */
  async attach(context: BrowserContext, isForbidden: (route: Route) => Promise<boolean>): Promise<void> {
    const granted = Object.keys(PERMISSIONS).filter((name) => this.isGranted(name, CONSOLE_ORIGIN));
    // Chromium denies what is not in this list.
    await context.grantPermissions(
      granted.flatMap((name) => PERMISSIONS[name] ?? []),
      { origin: toChromium(CONSOLE_ORIGIN) },
    );
    await context.route('**/*', async (route) => {
      if (await isForbidden(route)) await route.abort('aborted');
      else await this.#serve(route);
    });
    context.on('page', (page) =>
      page.on('download', (download) => {
        const event = eventDouble({});
        this.emit('will-download', event);
        if (event.isPrevented) void download.cancel();
      }),
    );
  }

  async #serve(route: Route): Promise<void> {
    const request = route.request();
    const url = toElectron(request.url());
    if (this.#isCancelled(url)) {
      await route.abort('blockedbyclient');
      return;
    }
    const handler = this.#schemes.get(url.slice(0, url.indexOf(':')));
    if (!handler) {
      await route.continue();
      return;
    }
    const response = await handler(new Request(url, { method: request.method() }));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  #isCancelled(url: string): boolean {
    let isCancelled = false;
    const answer = ({ cancel }: { cancel?: boolean }): void => {
      isCancelled = cancel === true;
    };
    this.#beforeRequest?.(...([{ url }, answer] as never[]));
    return isCancelled;
  }
}
