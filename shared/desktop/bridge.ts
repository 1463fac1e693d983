import type { ConversationId } from '../domain/ids.ts';
import type { About, IdleState, Notice, SecretKept, SecretName, ServerChoice } from './contract.ts';
import type { DeepLink } from './deep-link.ts';

/** Ends a subscription; calling it again does nothing. */
export type Unsubscribe = () => void;

/**
 * All that the console can ask of the desktop shell, exposed frozen as `window.batonDesktop` by the preload. Every call is checked in the
 * shell against its contract and its sender; a refused call rejects and has no effect.
 */
export interface DesktopBridge {
  /** Version of the app and the server it may talk to (null until one is chosen). */
  about(): Promise<About>;
  /** Remembers the server and restarts the window with it; secrets of another server are forgotten first. */
  chooseServer(address: string): Promise<ServerChoice>;
  readSecret(name: SecretName): Promise<string | null>;
  keepSecret(name: SecretName, value: string): Promise<SecretKept>;
  forgetSecret(name: SecretName): Promise<void>;
  /** Shows a message of the system; a click brings the window to front and follows the conversation's link. */
  showNotice(notice: Notice): Promise<void>;
  withdrawNotice(conversationId: ConversationId): Promise<void>;
  /** Unread count on the dock, the task bar and the tray; 0 removes it. */
  setUnreadBadge(count: number): Promise<void>;
  /** Makes the task bar entry or the dock icon ask for attention until the window has the focus. */
  attractAttention(): Promise<void>;
  /** Opens http, https and mailto outside the app; false when the address is none of these. */
  openExternal(url: string): Promise<boolean>;
  /** Links followed from outside or from a notice; those that came before the first listener are delivered to it. */
  onDeepLink(listener: (link: DeepLink) => void): Unsubscribe;
  onIdleChange(listener: (state: IdleState) => void): Unsubscribe;
}
