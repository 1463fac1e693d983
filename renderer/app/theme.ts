import { usePreferenceStore } from '../stores/preference-store.ts';

/** Sets `data-theme` on the root: what the person chose, or what the system says, as it changes. */
export function followTheme(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const { theme } = usePreferenceStore.getState();
    const systemTheme = system.matches ? 'dark' : 'light';
    document.documentElement.dataset['theme'] = theme === 'system' ? systemTheme : theme;
  };
  system.addEventListener('change', apply);
  usePreferenceStore.subscribe(apply);
  apply();
}
