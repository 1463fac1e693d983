import type { Card } from '#shared/domain/card';
import type { Author, Content } from '#shared/domain/entry';
import type { Language } from '#shared/domain/language';
import type { OutboundEvent } from '#shared/protocol/webhook';
import type { OutgoingMessage } from '../../modules/channels/index.ts';

type OutboundMessage = Extract<OutboundEvent, { type: 'message' }>;

/** A message as the webhook carries it. Addresses become absolute: over there nobody knows what they were relative to. */
export function outboundEventOf(message: OutgoingMessage, publicUrl: string): OutboundEvent {
  const { entryId, to, author, language, revises } = message;
  const content = absolute(message.content, publicUrl);
  const at = message.at.toISOString();
  if (revises !== null) {
    const text = content.type === 'recalled' ? null : textOf(content, language);
    return { type: 'revision', id: entryId, to: { id: to }, revises, text, at };
  }
  return {
    type: 'message',
    id: entryId,
    to: { id: to },
    author: authorOf(author, language),
    text: textOf(content, language),
    ...(content.type === 'card' ? { card: content.card } : {}),
    ...(content.type === 'text' && content.choices ? { choices: content.choices } : {}),
    at,
  };
}

/** The words of any content, for where nothing richer can be drawn. */
function textOf(content: Content, language: Language): string {
  // What was taken back before it left is never handed over; were it, it would say nothing.
  if (content.type === 'recalled') return '';
  if (content.type !== 'card') return content.text;
  const { card } = content;
  const title = card.title[language];
  if (card.type === 'order') return `${title} · ${card.number} · ${yuan(card.totalFen)}\n${card.detailUrl}`;
  return `${title} · ${card.variant[language]} · ${yuan(card.priceFen)}\n${card.buyUrl}`;
}

function authorOf(author: Author, language: Language): OutboundMessage['author'] {
  if (author.kind === 'agent') return { kind: 'agent', name: author.name[language] };
  return { kind: author.kind === 'bot' ? 'bot' : 'system', name: null };
}

function absolute(content: Content, publicUrl: string): Content {
  if (content.type !== 'card') return content;
  return { ...content, card: absoluteCard(content.card, (address) => new URL(address, publicUrl).href) };
}

function absoluteCard(card: Card, resolve: (address: string) => string): Card {
  const pictureUrl = resolve(card.pictureUrl);
  if (card.type === 'order') return { ...card, pictureUrl, detailUrl: resolve(card.detailUrl) };
  return { ...card, pictureUrl, buyUrl: resolve(card.buyUrl) };
}

function yuan(fen: number): string {
  return `¥${(fen / 100).toFixed(2)}`;
}
