import { z } from 'zod';
import { channelIdSchema } from './ids.ts';
import { localizedSchema } from './language.ts';

/** The kinds of channel that an adapter exists for. */
export const channelKindSchema = z.enum(['web', 'app', 'webhook']);
export type ChannelKind = z.infer<typeof channelKindSchema>;

/** How a channel shows a card: drawn by our own client, sent as data that the other side may draw, or as text with a link. */
export const cardSupportSchema = z.enum(['rich', 'data', 'text']);

/** What a channel can carry; shown to the agent before sending, not discovered after (rule I3). */
export const channelLimitsSchema = z.object({
  textMax: z.int().positive(),
  cards: cardSupportSchema,
  typing: z.boolean(),
  receipts: z.boolean(),
  /** Whether what was said can be edited or taken back there once it has left (rule D19). */
  revises: z.boolean(),
});
export type ChannelLimits = z.infer<typeof channelLimitsSchema>;

/** A channel as staff see it. `name` is the shop's own word for it, such as “小程序”, “Mini program”. */
export const channelSchema = z.object({
  id: channelIdSchema,
  kind: channelKindSchema,
  name: localizedSchema,
  /** Whether messages can go out on it; a webhook without an address only listens. */
  canSend: z.boolean(),
  limits: channelLimitsSchema,
});
export type Channel = z.infer<typeof channelSchema>;
