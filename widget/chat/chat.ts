import { type ClientId, clientIdSchema, type EntryId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import { type ChatStore, createChatStore, emptyState } from './chat-store.ts';
import { connect, type Hearing } from './connection.ts';
import { createHolding } from './holding.ts';
import { keepDraft } from './kept-draft.ts';
import { createLine, type Line } from './line.ts';
import { createRecalling } from './recalling.ts';
import { isShed } from './repeating.ts';
import { createSeeing } from './seeing.ts';
import { createSending } from './sending.ts';
import { forgetToken, openSession, ProtocolFailure, storedToken, storeToken } from './session.ts';

/** The customer protocol's client behind the view. */
export type Chat = {
  store: ChatStore;
  start(): void;
  send(text: string): void;
  retry(clientId: ClientId): void;
  discard(clientId: ClientId): void;
  /** Takes back a message of one's own. */
  recall(entryId: EntryId): void;
  write(draft: string): void;
  askForPerson(): void;
  setTyping(isTyping: boolean): void;
  actOnCard(entryId: EntryId, action: 'opened' | 'buy'): void;
  loadOlder(): Promise<void>;
  identify(identityToken: string): void;
  signOut(): void;
  setLanguage(language: Language): void;
  setOpen(isOpen: boolean): void;
};

const TRY_AGAIN_MS = 3000;
const OTHER_TAB_MS = 500;

/** Puts the parts of the chat together; nothing is asked of the server before `start`. */
export function createChat(language: Language): Chat {
  const store = createChatStore(language);
  const line = createLine();
  function renew(renewed: string): void {
    token = renewed;
    storeToken(renewed);
  }
  function write(draft: string): void {
    keepDraft(draft);
    store.setState({ draft });
  }
  const identity = createIntroduction(line, renew);
  const look = createSeeing(store, line);
  const typing = createTypingShown(store);
  const holding = createHolding({
    store,
    line,
    introduce: identity.introduce,
    onRenewed: renew,
    onEntries(entries) {
      sending.settle(entries);
      if (entries.some((entry) => entry.author.kind !== 'customer')) typing(null);
      look();
      sending.flush();
      recalling.flush();
    },
  });
  const sending = createSending({ store, line, holding });
  const recalling = createRecalling({ store, line, holding });
  const hearing: Hearing = {
    connected: () => void holding.sync(),
    disconnected: () =>
      store.setState(({ link }) => ({ link: link === 'starting' ? 'starting' : 'reconnecting' })),
    outdated: () => store.setState({ link: 'outdated' }),
    refused: startAnew,
    'entry:appended': ({ conversationId, entries }) => holding.receive(conversationId, entries),
    'conversation:changed': ({ conversation }) => holding.update(conversation),
    'typing:changed': ({ by, isTyping }) => typing(isTyping ? by : null),
    'customer:merged': () => void holding.sync(),
    // Void also when the visitor has just signed in on another tab, which is about to store the new token.
    'session:ended': () => {
      if (token !== null) setTimeout(startAnew, OTHER_TAB_MS);
    },
    'server:draining': () => store.setState({ link: 'reconnecting' }),
  };

  let token: string | null = null;
  /** Another tab may have got a new one for the session that both share. */
  function tokenNow(): string {
    token = storedToken() ?? token;
    return token ?? '';
  }
  async function start(): Promise<void> {
    try {
      token = storedToken() ?? (await openSession(store.getState().language));
      line.use(connect(tokenNow, hearing));
    } catch (error) {
      store.setState({ link: isShed(error) ? 'busy' : 'unreachable' });
      setTimeout(() => void start(), TRY_AGAIN_MS * (1 + Math.random()));
    }
  }
  /** A fresh, anonymous session; what waits to be sent still goes out. */
  function startAnew(): void {
    forgetToken(token);
    line.use(null);
    recalling.forget();
    store.setState(({ language, isOpen, pending, draft }) => ({
      ...emptyState(language),
      ...{ isOpen, pending, draft },
    }));
    void start();
  }

  document.addEventListener('visibilitychange', look);
  return {
    store,
    start: () => void start(),
    send: sending.send,
    retry: sending.retry,
    discard: sending.discard,
    write,
    recall: (entryId) => recalling.recall(entryId, newClientId()),
    askForPerson() {
      line.ask('handoff:request', { clientId: newClientId() }).then(
        ({ conversation }) => holding.update(conversation),
        () => undefined,
      );
    },
    setTyping: (isTyping) => line.mention('typing:set', { isTyping }),
    actOnCard: (entryId, action) => line.mention('card:act', { clientId: newClientId(), entryId, action }),
    loadOlder: holding.loadOlder,
    identify(identityToken) {
      identity.take(identityToken);
      if (store.getState().link === 'online') void holding.sync();
    },
    signOut() {
      identity.take(null);
      sending.discardAll();
      write('');
      // From here on the next identity belongs to the next session, not to the one that is ending.
      store.setState({ link: 'starting' });
      token = null;
      line.ask('session:end', { clientId: newClientId() }).then(startAnew, startAnew);
    },
    setLanguage: (next) => store.setState({ language: next }),
    setOpen(isOpen) {
      store.setState({ isOpen });
      look();
    },
  };
}

/** Tells the server who the customer is before anything is read; a token that the server refuses is not tried again. */
function createIntroduction(line: Line, onRenewed: (token: string) => void) {
  let waiting: string | null = null;
  return {
    take(identityToken: string | null): void {
      waiting = identityToken;
    },
    async introduce(): Promise<void> {
      if (waiting === null) return;
      const identityToken = waiting;
      try {
        const { token } = await line.ask('identity:link', { clientId: newClientId(), identityToken });
        if (token !== null) onRenewed(token);
      } catch (error) {
        if (!(error instanceof ProtocolFailure)) throw error;
      }
      if (waiting === identityToken) waiting = null;
    },
  };
}

/** A typing signal ends by itself, as its sender may have vanished. */
function createTypingShown(store: ChatStore): (by: 'bot' | 'agent' | null) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return function show(typing) {
    clearTimeout(timer);
    store.setState({ typing });
    if (typing !== null) timer = setTimeout(() => store.setState({ typing: null }), 6000);
  };
}

function newClientId(): ClientId {
  return clientIdSchema.parse(crypto.randomUUID());
}
