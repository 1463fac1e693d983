import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { runAction, useAction } from './action-store.ts';

function Taker({ onTake }: { onTake: () => void }): ReactNode {
  useAction('conversation.take', onTake);
  return <p>shown</p>;
}

it('a key does what is shown from the moment it is shown, and nothing any more when that has gone', async () => {
  const take = vi.fn();
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const isDoneWhenShown = new Promise<boolean>((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(runAction('conversation.take'));
    });
    observer.observe(place, { childList: true, subtree: true });
  });
  root.render(<Taker onTake={take} />);
  expect(await isDoneWhenShown).toBe(true);
  expect(take).toHaveBeenCalledOnce();

  root.unmount();
  await vi.waitFor(() => expect(place.textContent).toBe(''), 20_000);
  expect(runAction('conversation.take')).toBe(false);
});
