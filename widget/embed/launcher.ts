/** The button at the corner of the shop's page and the panel that holds the framed chat. */
export type Launcher = {
  frame: HTMLIFrameElement;
  setOpen(isOpen: boolean): void;
  setUnread(count: number): void;
  setLabels(labels: { open: string; close: string; title: string }): void;
};

/** A constructed style sheet in a shadow root is allowed by any host page's CSP, and the page's own styles can't reach in. */
const STYLES = `
:host { all: initial; }
button { position: fixed; inset-inline-end: 20px; bottom: 20px; width: 56px; height: 56px; border: 0; border-radius: 50%; cursor: pointer;
  background: #1f5f5b; color: #fff; box-shadow: 0 2px 6px rgb(0 0 0 / .18), 0 8px 24px rgb(0 0 0 / .14); display: grid; place-items: center;
  z-index: 2147483000; transition: transform .15s ease; }
button:hover { transform: translateY(-1px); }
button:focus-visible { outline: 3px solid #6fb9b1; outline-offset: 3px; }
svg { width: 26px; height: 26px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.count { position: absolute; top: -2px; inset-inline-end: -2px; min-width: 20px; height: 20px; box-sizing: border-box; padding: 0 5px;
  border-radius: 10px; border: 2px solid #fff; background: #1b1b1a; color: #fff; font: 600 11px/16px system-ui, sans-serif; text-align: center; }
iframe { position: fixed; inset-inline-end: 20px; bottom: 92px; width: 392px; height: min(660px, calc(100vh - 116px)); border: 0; border-radius: 16px;
  background: transparent; box-shadow: 0 0 0 1px rgb(0 0 0 / .08), 0 12px 48px rgb(0 0 0 / .22); z-index: 2147483000; color-scheme: light dark; }
[hidden] { display: none !important; }
@media (max-width: 520px) {
  iframe { inset: 0; width: 100%; height: 100%; border-radius: 0; }
  .is-open { display: none; }
}
@media (prefers-reduced-motion: reduce) { button { transition: none; } }
`;
const CHAT =
  'M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z';
const CROSS = 'M6 6l12 12M18 6L6 18';

/** Puts the closed launcher on the page. `onToggle` is called when the visitor presses the button. */
export function createLauncher(frameUrl: string, onToggle: () => void): Launcher {
  const host = document.createElement('div');
  host.id = 'baton-chat';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];

  const frame = document.createElement('iframe');
  frame.src = frameUrl;
  frame.hidden = true;
  frame.allow = 'clipboard-write';
  const button = document.createElement('button');
  button.type = 'button';
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  icon.append(path);
  const count = document.createElement('span');
  count.className = 'count';
  count.hidden = true;
  button.append(icon, count);
  button.addEventListener('click', onToggle);
  root.append(frame, button);
  document.body.append(host);

  let labels = { open: '', close: '', title: '' };
  let isOpen = false;
  function draw(): void {
    frame.hidden = !isOpen;
    frame.title = labels.title;
    button.className = isOpen ? 'is-open' : '';
    button.setAttribute('aria-expanded', String(isOpen));
    button.setAttribute('aria-label', isOpen ? labels.close : labels.open);
    path.setAttribute('d', isOpen ? CROSS : CHAT);
  }
  draw();

  return {
    frame,
    setOpen(next) {
      isOpen = next;
      draw();
      if (isOpen) frame.focus();
      else button.focus();
    },
    setUnread(unread) {
      count.hidden = unread === 0;
      count.textContent = unread > 99 ? '99+' : String(unread);
    },
    setLabels(next) {
      labels = next;
      draw();
    },
  };
}
