/** Where this tab keeps what is being written: it goes with the visitor from page to page of the shop, and to nobody else. */
const STORAGE_KEY = 'baton.draft';

/** What was being written on this tab. */
export function readDraft(): string {
  try {
    return sessionStorage.getItem(STORAGE_KEY) ?? '';
  } catch {
    return '';
  }
}

/** Keeps it over a reload; without storage it lives as long as the page. */
export function keepDraft(draft: string): void {
  try {
    if (draft === '') sessionStorage.removeItem(STORAGE_KEY);
    else sessionStorage.setItem(STORAGE_KEY, draft);
  } catch {
    return;
  }
}
