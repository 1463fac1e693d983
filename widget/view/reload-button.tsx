import type { Texts } from '../texts.ts';

/** Fetches the present version of the chat; the shop's page around it stays, and what was written does too. */
export function ReloadButton({ t }: { t: Texts }) {
  return (
    <button type="button" onClick={() => window.location.reload()}>
      {t.reload}
    </button>
  );
}
