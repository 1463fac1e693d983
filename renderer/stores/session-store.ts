import { create } from 'zustand';
import type { Me } from '#shared/domain/agent';
import type { Channel } from '#shared/domain/channel';
import type { ChannelId } from '#shared/domain/ids';
import type { Localized } from '#shared/domain/language';

/** Where the console stands: not yet known, asked for a server, asked for a person, at work. */
export type SessionPhase = 'starting' | 'choosing-server' | 'signed-out' | 'signed-in';

type SessionState = {
  phase: SessionPhase;
  /** Origin of the server, for pictures and requests; empty until one is chosen. */
  origin: string;
  me: Me | null;
  shop: { name: Localized; pageUrl: string | null } | null;
  channels: ReadonlyMap<ChannelId, Channel>;
  /** What this server can do that not every one can. */
  abilities: { drafts: boolean };
  /** Why the last session ended, to be said at sign-in. */
  endedBecause: 'signed-out' | 'expired' | 'deactivated' | null;
};

/** Who is signed in, and what is the same for the whole session. */
export const useSessionStore = create<SessionState>()(() => ({
  phase: 'starting',
  origin: '',
  me: null,
  shop: null,
  channels: new Map(),
  abilities: { drafts: false },
  endedBecause: null,
}));

/** The channel with this id; undefined for one that was removed. */
export function useChannel(id: ChannelId | null): Channel | undefined {
  return useSessionStore((state) => (id === null ? undefined : state.channels.get(id)));
}

/** Whether this agent watches the whole floor. */
export function useIsOverseer(): boolean {
  return useSessionStore((state) => state.me !== null && state.me.role !== 'agent');
}

/** The full address of something that the server serves, such as a picture. */
export function useServerUrl(path: string): string {
  const origin = useSessionStore((state) => state.origin);
  return path.startsWith('/') ? origin + path : path;
}
