import { consoleReturns, returnAfterMs } from '#shared/protocol/line';
import { isLaterVersion } from '#shared/protocol/version';
import { useAdviceStore } from '../stores/advice-store.ts';
import { useCatalogueStore } from '../stores/catalogue-store.ts';
import { beginConversations, useConversationStore } from '../stores/conversation-store.ts';
import { useCustomerStore } from '../stores/customer-store.ts';
import { useDraftStore } from '../stores/draft-store.ts';
import { forgetEntries } from '../stores/entry-store.ts';
import { beginLink, setLate, setLink, useLinkStore } from '../stores/link-store.ts';
import { useSessionStore } from '../stores/session-store.ts';
import { forgetUndelivered } from '../stores/undelivered-store.ts';
import { openConversation, openDialog, useViewStore } from '../stores/view-store.ts';
import { fetchMissing, forgetCursor, syncWorkspace } from './catch-up.ts';
import { readConversation, readToday } from './commands/reading.ts';
import { listenForShedding, type Refusal, request } from './commands/request.ts';
import { followUndelivered } from './follow-undelivered.ts';
import { followView } from './follow-view.ts';
import { listenForFacts, takeCatalogue, takeSession } from './incoming.ts';
import { keepDrafts } from './kept-drafts.ts';
import { flushOutbox, startOutbox, stopOutbox } from './outbox.ts';
import { flushRevisions, startRevisions, stopRevisions } from './revisions.ts';
import { closeLine, liveSocket, openLine, pauseLine } from './socket.ts';

/** Even on a line that never broke, what the workspace holds is checked this often. */
const RESYNC_MS = 60_000;

/** A server that is up but has no answer yet is asked again after this long. */
const RETRY_MS = 3000;

let token: string | null = null;
let catchUpTimer: ReturnType<typeof setTimeout> | undefined;
let ends: (() => void)[] = [];

/** The token of the running session; null where a cookie speaks. */
export function sessionToken(): string | null {
  return token;
}

/** Opens the line with this session: the token, or null where the browser has a cookie. What follows is in the stores. */
export function startSession(withToken: string | null): void {
  stopAll();
  token = withToken;
  beginLink();
  const socket = openLine(
    { origin: useSessionStore.getState().origin, token },
    {
      onUp: comeUp,
      onDown: noteDown,
      onPutOff: noteRefusal,
      onRefused: () => endSession('expired'),
    },
  );
  listenForShedding((retryAfterMs) => {
    if (useLinkStore.getState().status !== 'online') return;
    setLink('busy');
    planCatchUp(retryAfterMs);
  });
  listenForFacts(socket, {
    onGap: (id) => void fetchMissing(id),
    onUnreadable: () => void syncWorkspace(),
    onSessionEnded: endSession,
    onDraining: (retryAfterMs) => {
      setLink('draining');
      pauseLine(retryAfterMs);
    },
  });
}

/** A server that said it would be right back is given the time that it asked for before anybody calls it lost. */
function noteDown(how: 'lost' | 'unreachable'): void {
  if (how === 'lost' && useLinkStore.getState().status === 'draining') return;
  setLink('offline');
}

/** Leaves the session: nothing of it stays on screen or in memory. Unsent words stay on the device for this agent. */
export function endSession(reason: 'signed-out' | 'expired' | 'deactivated'): void {
  const wasSignedIn = useSessionStore.getState().phase === 'signed-in';
  stopAll();
  beginLink();
  token = null;
  useSessionStore.setState({
    phase: 'signed-out',
    me: null,
    shop: null,
    endedBecause: wasSignedIn ? reason : null,
  });
}

function stopAll(): void {
  closeLine();
  clearTimeout(catchUpTimer);
  for (const end of ends) end();
  ends = [];
  stopOutbox();
  stopRevisions();
  forgetCursor();
  forgetEntries();
  forgetUndelivered();
  beginConversations(null);
  openConversation(null);
  openDialog(null);
  useDraftStore.setState({ drafts: new Map() });
  useCustomerStore.setState({ customers: new Map() });
  useAdviceStore.setState({ advice: new Map() });
  useCatalogueStore.setState({ causes: [], cannedReplies: [] });
}

/** The line is up: from here on the reader is behind, not alone. */
function comeUp(): void {
  setLate(false);
  if (useLinkStore.getState().status !== 'connecting') setLink('catching-up');
  void goOnline();
}

/** After every connect, and after the server shed what it was asked: who am I, what changed meanwhile, what is unsent. */
async function goOnline(): Promise<void> {
  clearTimeout(catchUpTimer);
  const session = await request('session:read', {});
  if (!session.ok) {
    if (session.error.code === 'unauthenticated') endSession('expired');
    else planAfter(session.error);
    return;
  }
  const { me } = session.data;
  const isFirst = useConversationStore.getState().me !== me.id;
  if (isFirst) beginConversations(me.id);
  takeSession(session.data);
  if (isFirst) await beginWork(me.id);
  const synced = await syncWorkspace();
  if (!synced.ok) {
    planAfter(synced.error);
    return;
  }
  setLink('online');
  const { openId } = useViewStore.getState();
  if (openId && !isFirst) void readConversation(openId);
  flushOutbox();
  flushRevisions();
  void readCatalogue();
  void readToday();
}

/** Says why it does not go on yet, and when it is tried again. A line that is gone comes back by itself. */
function planAfter({ code, retryAfterMs }: Refusal): void {
  if (!liveSocket() || code === 'offline') return;
  noteRefusal({ code });
  planCatchUp(retryAfterMs ?? RETRY_MS);
}

/** The server is there. Either it speaks another version, or it has no time, which passes, or it fails at what we ask. */
function noteRefusal({ code, details }: Pick<Refusal, 'code' | 'details'>): void {
  if (code === 'version-mismatch') {
    setLink(isLaterVersion(details) ? 'outdated' : 'ahead');
    return;
  }
  const isPassing = code === 'overloaded' || code === 'rate-limited' || code === 'timeout';
  setLink(isPassing ? 'busy' : 'unreadable');
}

function planCatchUp(retryAfterMs: number): void {
  clearTimeout(catchUpTimer);
  catchUpTimer = setTimeout(
    () => void (liveSocket() && goOnline()),
    returnAfterMs(consoleReturns, { failures: 0, retryAfterMs, chance: Math.random() }),
  );
}

/** Asks again now, because somebody wants it. */
export function tryAgain(): void {
  if (liveSocket()) void goOnline();
}

async function beginWork(me: Parameters<typeof startOutbox>[0]): Promise<void> {
  const endDrafts = await keepDrafts(me);
  await startOutbox(me);
  await startRevisions(me);
  const timer = setInterval(() => void syncWorkspace(), RESYNC_MS);
  ends.push(endDrafts, followView(), followUndelivered(), () => clearInterval(timer));
}

async function readCatalogue(): Promise<void> {
  const [causes, canned] = await Promise.all([request('disposition:tree', {}), request('canned:list', {})]);
  takeCatalogue({
    ...(causes.ok ? { causes: causes.data.causes } : {}),
    ...(canned.ok ? { cannedReplies: canned.data.replies } : {}),
  });
}
