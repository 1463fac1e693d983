import type { Unsubscribe } from '#shared/desktop/bridge';
import type { IdleState, Notice, SecretKept, SecretName, ServerChoice } from '#shared/desktop/contract';
import type { DeepLink } from '#shared/desktop/deep-link';

export type { DeepLink, IdleState, Notice, SecretKept, SecretName, ServerChoice, Unsubscribe };

/** What only some platforms can do. Hide what is false; don't offer it and fail. */
export interface Capabilities {
  /** There is a keychain: the session token is ours to keep. Without it the session is an HttpOnly cookie and there is no token to see. */
  readonly secrets: boolean;
  /** The user chooses the server. Without it the server is the one that served this page. */
  readonly serverChoice: boolean;
  /** `attractAttention` is seen by somebody. */
  readonly attention: boolean;
  /** `onIdleChange` ever calls. */
  readonly idle: boolean;
}

/** Keeps small secrets in the system's keychain. Calls reject where `capabilities.secrets` is false. */
export interface Secrets {
  read(name: SecretName): Promise<string | null>;
  /** `until-quit` when this computer has no keychain and the user refused weaker storage: say so beside "stay signed in". */
  keep(name: SecretName, value: string): Promise<SecretKept>;
  forget(name: SecretName): Promise<void>;
}

/** The operating system as the console sees it, chosen once at start; nobody asks whether this is Electron. */
export interface Platform {
  readonly kind: 'desktop' | 'web';
  readonly capabilities: Capabilities;
  /** Version of the app, for the about box and error reports. */
  readonly version: string;
  /** Origin of the server, without a trailing slash; null on the desktop until the user has chosen one. */
  readonly serverAddress: string | null;
  /** Takes an address as typed. After `saved` the page starts again by itself. Rejects where `capabilities.serverChoice` is false. */
  chooseServer(address: string): Promise<ServerChoice>;
  readonly secrets: Secrets;
  /** Asks the user for leave to notify where that is needed; call it from a click. True when notices will be shown. */
  askToNotify(): Promise<boolean>;
  /** Shows a message of the system, silently not where the user has not allowed it. Returns its withdrawal. */
  notify(notice: Notice): () => void;
  /** Unread count where the system shows such things; 0 removes it. */
  setUnreadBadge(count: number): void;
  /** Makes the window's icon ask for attention until it has the focus. */
  attractAttention(): void;
  /** Opens http, https or mailto outside the console; false when the address is none of these (T4). Show the real host first. */
  openExternal(url: string): Promise<boolean>;
  /** Tells whether the window has the focus, at once and at every change. */
  onFocusChange(listener: (hasFocus: boolean) => void): Unsubscribe;
  /** Conversations to open: clicked notices and links from outside, also those from before the first listener. */
  onDeepLink(listener: (link: DeepLink) => void): Unsubscribe;
  onIdleChange(listener: (state: IdleState) => void): Unsubscribe;
}
