import type { Language } from '#shared/domain/language';
import type { Chat } from '../chat/chat.ts';
import type { Texts } from '../texts.ts';

/** Opens a card's address: on the shop's page when framed, in a new tab when alone. */
export type Follow = (action: 'buy' | 'open', url: string) => void;

/** What every message needs to be drawn. */
export type View = { chat: Chat; t: Texts; onFollow: Follow; language: Language };
