import type { Unsubscribe } from './platform.ts';

/** Tells whether this page has the focus, at once and at every change; the same in a browser and in the desktop app. */
export function onFocusChange(listener: (hasFocus: boolean) => void): Unsubscribe {
  const handleFocus = (): void => listener(true);
  const handleBlur = (): void => listener(false);
  window.addEventListener('focus', handleFocus);
  window.addEventListener('blur', handleBlur);
  listener(document.hasFocus());
  return () => {
    window.removeEventListener('focus', handleFocus);
    window.removeEventListener('blur', handleBlur);
  };
}
