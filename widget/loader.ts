import { createLauncher } from './embed/launcher.ts';
import { type FrameMessage, type HostMessage, readFrameMessage } from './embed/messages.ts';

/**
 * The script that a shop puts on its page:
 * `<script async src="https://SHOP-BATON/widget/loader.js" data-language="zh"></script>`.
 * It offers `window.Baton` and tells the page of it by the event `baton:ready`.
 */
export type BatonOnPage = {
  open(): void;
  close(): void;
  /** Signs the visitor in with a token that the shop's server made (docs/protocol.md, “Identity token”). */
  identify(identityToken: string): void;
  /** Forgets the visitor on this device; for the shop's sign-out. */
  signOut(): void;
  setLanguage(language: 'zh' | 'en'): void;
};

declare global {
  interface Window {
    Baton?: BatonOnPage;
  }
}

const LABELS = {
  zh: { open: '打开客服聊天', close: '关闭客服聊天', title: '客服聊天' },
  en: { open: 'Open chat with us', close: 'Close chat', title: 'Chat with us' },
};

function start(script: HTMLScriptElement): void {
  const origin = new URL(script.src).origin;
  const asked = script.dataset['language'];
  const pageLanguage = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  let language: 'zh' | 'en' = asked === 'zh' || asked === 'en' ? asked : pageLanguage;
  let isOpen = false;
  let isReady = false;
  const waiting: HostMessage[] = [];
  const launcher = createLauncher(`${origin}/widget/index.html`, () => show(!isOpen));
  launcher.setLabels(LABELS[language]);

  function tell(message: HostMessage): void {
    if (isReady) launcher.frame.contentWindow?.postMessage(message, origin);
    else waiting.push(message);
  }
  function show(next: boolean): void {
    isOpen = next;
    launcher.setOpen(next);
    tell({ baton: 1, type: 'visibility', isOpen });
  }
  /** The frame answers `ready` to a hello; until then it does not know whose page this is. */
  function greet(): void {
    launcher.frame.contentWindow?.postMessage(
      { baton: 1, type: 'hello', language } satisfies HostMessage,
      origin,
    );
  }
  function hear(message: FrameMessage): void {
    if (message.type === 'ready') {
      isReady = true;
      for (const held of waiting.splice(0)) tell(held);
      // The frame may have been loaded anew under the visitor's eyes.
      if (isOpen) tell({ baton: 1, type: 'visibility', isOpen });
    }
    if (message.type === 'unread') launcher.setUnread(message.count);
    if (message.type === 'close') show(false);
    if (message.type === 'follow') follow(message.action, message.url);
  }

  window.addEventListener('message', (event) => {
    if (event.origin !== origin || event.source !== launcher.frame.contentWindow) return;
    const message = readFrameMessage(event.data);
    if (message) hear(message);
  });
  launcher.frame.addEventListener('load', greet);
  window.Baton = {
    open: () => show(true),
    close: () => show(false),
    identify: (identityToken) => tell({ baton: 1, type: 'identify', identityToken }),
    signOut: () => tell({ baton: 1, type: 'sign-out' }),
    setLanguage(next) {
      language = next;
      launcher.setLabels(LABELS[next]);
      tell({ baton: 1, type: 'language', language: next });
    },
  };
  window.dispatchEvent(new CustomEvent('baton:ready'));
}

/** Lets the page handle a card's button (`baton:buy`, `baton:open`, cancelable); otherwise goes to the address, if it is a web address. */
function follow(action: 'buy' | 'open', address: string): void {
  const url = new URL(address, window.location.href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return;
  const isLeftToUs = window.dispatchEvent(
    new CustomEvent(`baton:${action}`, { detail: { url: url.href }, cancelable: true }),
  );
  if (isLeftToUs) window.location.assign(url.href);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && window.Baton === undefined) {
  if (document.body) start(script);
  else document.addEventListener('DOMContentLoaded', () => start(script), { once: true });
}
