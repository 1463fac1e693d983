import { describe, expect, it } from 'vitest';
import type { Notice } from '#shared/desktop/contract';
import { createNotices } from './notices.ts';

const notice = {
  conversationId: '0190b9a4-7c3e-7b60-9d54-1f6f2a1c0a01',
  title: 'Ann & Bob',
  body: '<a href="https://evil.example">Pay here</a>',
  isSticky: true,
} as Notice;

/** Shows the notice on a system and tells what it was shown as. */
function shownOn(platform: NodeJS.Platform, isSticky = true) {
  const made: object[] = [];
  class Notification {
    constructor(options: object) {
      made.push(options);
    }
    on = (() => undefined) as never;
    show = () => undefined;
    close = () => undefined;
  }
  createNotices({ Notification }, platform, () => undefined).show({ ...notice, isSticky });
  return made[0];
}

describe('notices of the system', () => {
  it('T4: hold no markup that a notification server of Linux would draw', () => {
    expect(shownOn('linux')).toMatchObject({
      title: 'Ann ＆ Bob',
      body: '‹a href="https://evil.example"›Pay here‹/a›',
    });
  });

  it('hold the very text where the system takes it as text', () => {
    for (const platform of ['win32', 'darwin'] satisfies NodeJS.Platform[]) {
      expect(shownOn(platform)).toMatchObject({ title: notice.title, body: notice.body });
    }
  });

  it('stay until answered only when they are sticky', () => {
    expect(shownOn('linux')).toMatchObject({ timeoutType: 'never', urgency: 'critical' });
    expect(shownOn('linux', false)).not.toHaveProperty('timeoutType');
  });
});
