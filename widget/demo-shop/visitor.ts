import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { z } from 'zod';
import type { Language } from '#shared/domain/language';
import { type ShopSignedIn, shopSignedInSchema } from '#shared/protocol/demo-shop';
import type { BatonOnPage } from '../loader.ts';
import { shopApi } from './shop-api.ts';

/** Who is at the shop's page, in which language; kept over reloads and told to the chat. */
export type Visitor = {
  language: Language;
  signedIn: ShopSignedIn | null;
  setLanguage(language: Language): void;
  signIn(login: string): Promise<void>;
  signOut(): void;
};

const keptSchema = z.object({ language: z.enum(['zh', 'en']), signedIn: shopSignedInSchema.nullable() });
type Kept = z.infer<typeof keptSchema>;
const STORAGE_KEY = 'demo-shop.visitor';

/** The visitor of this page, as kept from earlier ones. */
export function useVisitor(): Visitor {
  const [kept, setKept] = useState<Kept>(readKept);
  useEffect(() => localStorage.setItem(STORAGE_KEY, JSON.stringify(kept)), [kept]);
  useEffect(() => {
    document.documentElement.lang = kept.language === 'zh' ? 'zh-CN' : 'en';
    withChat((chat) => chat.setLanguage(kept.language));
  }, [kept.language]);
  const setSignedIn = useCallback((signedIn: ShopSignedIn) => {
    setKept((before) => ({ ...before, signedIn }));
    withChat((chat) => chat.identify(signedIn.identityToken));
  }, []);
  const renewal = useRef(kept.signedIn?.customer.login);
  useEffect(() => {
    // The kept token may have run out: the shop's server makes a fresh one for its own signed-in customer.
    if (renewal.current === undefined) return;
    shopApi.signIn(renewal.current).then(setSignedIn, () => undefined);
  }, [setSignedIn]);
  return {
    ...kept,
    setLanguage: (language) => setKept((before) => ({ ...before, language })),
    async signIn(login) {
      if (kept.signedIn !== null) withChat((chat) => chat.signOut());
      setSignedIn(await shopApi.signIn(login));
    },
    signOut() {
      setKept((before) => ({ ...before, signedIn: null }));
      withChat((chat) => chat.signOut());
    },
  };
}

/** Calls the chat as soon as its loader has run. */
export function withChat(use: (chat: BatonOnPage) => void): void {
  if (window.Baton) use(window.Baton);
  else window.addEventListener('baton:ready', () => window.Baton && use(window.Baton), { once: true });
}

function readKept(): Kept {
  const fallback: Kept = { language: navigator.language.startsWith('zh') ? 'zh' : 'en', signedIn: null };
  const asked = new URLSearchParams(window.location.search).get('lang');
  try {
    const kept = keptSchema.parse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? ''));
    return asked === 'zh' || asked === 'en' ? { ...kept, language: asked } : kept;
  } catch {
    return asked === 'zh' || asked === 'en' ? { ...fallback, language: asked } : fallback;
  }
}
