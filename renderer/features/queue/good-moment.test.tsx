import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it, vi } from 'vitest';
import { anAgent, aTakenConversation } from '../../../test/support/builders/conversation.ts';
import { readToday } from '../../connection/commands/reading.ts';
import { createWords } from '../../locales/i18n.ts';
import { beginConversations, takeConversations } from '../../stores/conversation-store.ts';
import { GoodMoment } from './good-moment.tsx';

vi.mock('../../connection/commands/reading.ts', () => ({ readToday: vi.fn() }));

const now = Date.parse('2026-11-22T10:00:00.000Z');
const lin = anAgent('林晓');

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('H8 reads the figures of the day anew once something has happened, however much at once, and not when nothing has', () => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  beginConversations(lin.id);
  const root = createRoot(document.createElement('div'));
  act(() =>
    root.render(
      <I18nextProvider i18n={createWords('zh-CN')}>
        <GoodMoment />
      </I18nextProvider>,
    ),
  );
  const reads = () => vi.mocked(readToday).mock.calls.length;
  expect(reads()).toBe(1);
  act(() => vi.advanceTimersByTime(60_000));
  expect(reads()).toBe(1);
  for (const name of ['a', 'b', 'c']) act(() => takeConversations([aTakenConversation({ name, now }, lin)]));
  act(() => vi.advanceTimersByTime(60_000));
  expect(reads()).toBe(2);
  act(() => root.unmount());
  takeConversations([aTakenConversation({ name: 'd', now }, lin)]);
  vi.advanceTimersByTime(60_000);
  expect(reads()).toBe(2);
});
