import { describe, expect, it } from 'vitest';
import { type Notice, naming, noticeText } from './notices.ts';
import { waitMinutes } from './wait-estimate.ts';

const name = { zh: '林小雨', en: 'Lin Xiaoyu' };
const notices: Notice[] = [
  { code: 'notice.person-coming', params: { minutes: 2 } },
  { code: 'notice.person-coming', params: { minutes: 0 } },
  { code: 'notice.waiting-again', params: { minutes: 3 } },
  { code: 'notice.waiting-again', params: { minutes: 0 } },
  naming('notice.person-joined', name),
  naming('notice.transferring', name),
  { code: 'notice.bot-back', params: {} },
  { code: 'notice.closed', params: {} },
];

describe('H7 what the customer is told', () => {
  it('is said in their language, with the name and the minutes where there are any', () => {
    for (const notice of notices) {
      const [zh, en] = [noticeText(notice, 'zh'), noticeText(notice, 'en')];
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      if ('zh' in notice.params) {
        expect(zh).toContain(name.zh);
        expect(en).toContain(name.en);
      }
      if ('minutes' in notice.params) {
        const isKnown = notice.params.minutes > 0;
        expect(zh.includes(`${notice.params.minutes} 分钟`)).toBe(isKnown);
        expect(en.includes(`${notice.params.minutes} min`)).toBe(isKnown);
      }
    }
  });

  it('estimates from the waits of late, the queue before and the agents online, and says nothing when nobody is there', () => {
    const minute = 60_000;
    expect(waitMinutes({ agents: 0, ahead: 0, waits: [] })).toBe(0);
    expect(waitMinutes({ agents: 3, ahead: 0, waits: [] })).toBe(2);
    expect(waitMinutes({ agents: 3, ahead: 2, waits: [minute, 2 * minute, 9 * minute] })).toBe(2);
    expect(waitMinutes({ agents: 3, ahead: 3, waits: [minute, 2 * minute, 9 * minute] })).toBe(4);
    expect(waitMinutes({ agents: 1, ahead: 0, waits: [1_000] })).toBe(1);
    expect(waitMinutes({ agents: 1, ahead: 500, waits: [] })).toBe(60);
  });
});
