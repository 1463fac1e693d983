import { describe, expect, it, vi } from 'vitest';
import { recoverFromCrashes } from './recovery.ts';
import { textsFor } from './texts.ts';

/** A window whose page can die; its user presses the given button when asked. */
function watched(button: number) {
  const did: string[] = [];
  let die: (event: object, details: { reason: string }) => void = () => undefined;
  recoverFromCrashes(
    {
      app: { relaunch: () => void did.push('relaunch'), exit: () => void did.push('exit') } as never,
      dialog: {
        showMessageBox: (async () => {
          did.push('ask');
          return { response: button, checkboxChecked: false };
        }) as never,
      },
    },
    {
      webContents: {
        on: (_event: string, listener: typeof die) => {
          die = listener;
        },
        reload: () => void did.push('reload'),
      },
    } as never,
    textsFor('en'),
  );
  return { did, die: (reason = 'crashed') => die({}, { reason }) };
}

describe('recovering from a crash of the page', () => {
  it('loads it again once, and asks when it dies again within a minute', async () => {
    const { did, die } = watched(0);
    die();
    expect(did).toEqual(['reload']);
    die('oom');
    await vi.waitFor(() => expect(did).toEqual(['reload', 'ask', 'relaunch', 'exit']), 20_000);
  });

  it('ends when the user says so', async () => {
    const { did, die } = watched(1);
    die();
    die();
    await vi.waitFor(() => expect(did).toEqual(['reload', 'ask', 'exit']), 20_000);
  });

  it('leaves a page alone that ended as it should', () => {
    const { did, die } = watched(0);
    die('clean-exit');
    expect(did).toEqual([]);
  });
});
