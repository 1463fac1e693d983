import { useLinkStore } from '../stores/link-store.ts';
import { useUndeliveredStore } from '../stores/undelivered-store.ts';
import { readUndelivered } from './commands/undelivered.ts';

/** Reads what did not arrive whenever it may have changed: on connecting, when the server says so, when something else is chosen. */
export function followUndelivered(): () => void {
  let isReading = false;
  const isOnline = (): boolean => useLinkStore.getState().status === 'online';
  const read = async (): Promise<void> => {
    if (isReading || !isOnline() || !useUndeliveredStore.getState().isStale) return;
    isReading = true;
    useUndeliveredStore.setState({ isStale: false });
    await readUndelivered();
    isReading = false;
    void read();
  };
  const ends = [
    useLinkStore.subscribe((now, before) => {
      if (now.status === 'online' && before.status !== 'online')
        useUndeliveredStore.setState({ isStale: true });
    }),
    useUndeliveredStore.subscribe(() => void read()),
  ];
  void read();
  return () => {
    for (const end of ends) end();
  };
}
