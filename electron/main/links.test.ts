import { describe, expect, it } from 'vitest';
import { createLinkInbox, linkInArguments } from './links.ts';

const first = { conversationId: '0190b9a4-7c3e-7b60-9d54-1f6f2a1c0a01' } as never;
const second = { conversationId: '0190b9a4-7c3e-7b60-9d54-1f6f2a1c0a02' } as never;

/** An inbox that delivers to a page of which the test holds the loading. */
function delivering() {
  const listeners = new Map<string, () => void>();
  const sent: object[] = [];
  const inbox = createLinkInbox();
  const page = {
    on: ((event: string, listener: () => void) => listeners.set(event, listener)) as never,
  } as never;
  inbox.deliverTo(page, (link) => sent.push(link));
  return { inbox, sent, happens: (event: string) => listeners.get(event)?.() };
}

describe('links into the console', () => {
  it('wait until the page has loaded, and the last of them counts', () => {
    const { inbox, sent, happens } = delivering();
    inbox.follow(first);
    inbox.follow(second);
    expect(sent).toEqual([]);
    happens('did-finish-load');
    expect(sent).toEqual([second]);
    inbox.follow(first);
    expect(sent).toEqual([second, first]);
  });

  it('wait again while the page loads anew, and are delivered once', () => {
    const { inbox, sent, happens } = delivering();
    happens('did-finish-load');
    happens('did-start-loading');
    inbox.follow(first);
    expect(sent).toEqual([]);
    happens('did-finish-load');
    happens('did-start-loading');
    happens('did-finish-load');
    expect(sent).toEqual([first]);
  });

  it('case D9: are found among arguments, all others of which are ignored', () => {
    const link = 'baton://conversation/0190b9a4-7c3e-7b60-9d54-1f6f2a1c0a01';
    expect(linkInArguments(['baton', '--gpu-launcher=calc', '--inspect', link])).toEqual(first);
    expect(linkInArguments(['baton', `--server=https://evil.example`, `${link} --inspect`])).toBeNull();
    expect(linkInArguments([])).toBeNull();
  });
});
