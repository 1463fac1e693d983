import '#shared/protocol/no-code-generation';
import { render } from 'preact';
import { createChat } from './chat/chat.ts';
import { type FrameMessage, readHostMessage } from './embed/messages.ts';
import { ChatView } from './view/chat-view.tsx';

/** The framed chat: waits for the shop's page to say hello, then knows to whom, and only to whom, it speaks. */
let hostOrigin: string | null = null;

const chat = createChat(navigator.language.startsWith('zh') ? 'zh' : 'en');

function tellHost(message: FrameMessage): void {
  if (hostOrigin !== null) window.parent.postMessage(message, hostOrigin);
}

window.addEventListener('message', (event) => {
  if (event.source !== window.parent || (hostOrigin !== null && event.origin !== hostOrigin)) return;
  const message = readHostMessage(event.data);
  if (message === null) return;
  if (message.type === 'hello') {
    hostOrigin = event.origin;
    if (message.language !== null) chat.setLanguage(message.language);
    tellHost({ baton: 1, type: 'ready' });
    return;
  }
  if (hostOrigin === null) return;
  if (message.type === 'identify') chat.identify(message.identityToken);
  if (message.type === 'sign-out') chat.signOut();
  if (message.type === 'language') chat.setLanguage(message.language);
  if (message.type === 'visibility') chat.setOpen(message.isOpen);
});

const isStandalone = window.parent === window;
if (isStandalone) chat.setOpen(true);
chat.store.subscribe((state, before) => {
  if (state.unread !== before.unread) tellHost({ baton: 1, type: 'unread', count: state.unread });
});

const root = document.getElementById('chat');
if (root === null) throw new Error('index.html has no #chat');
render(
  <ChatView
    chat={chat}
    onClose={isStandalone ? null : () => tellHost({ baton: 1, type: 'close' })}
    onFollow={(action, url) => {
      if (isStandalone) window.open(url, '_blank', 'noopener');
      else tellHost({ baton: 1, type: 'follow', action, url });
    }}
  />,
  root,
);
chat.start();
