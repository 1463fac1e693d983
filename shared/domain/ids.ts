import { z } from 'zod';

/**
 * Ids are UUIDs (version 7 where the server makes them, so that they sort by time; any version where a client does). Some platforms write them
 * in capitals: here one id has one form.
 */
const uuid = z.uuid().toLowerCase();

export const conversationIdSchema = uuid.brand<'ConversationId'>();
export const customerIdSchema = uuid.brand<'CustomerId'>();
export const agentIdSchema = uuid.brand<'AgentId'>();
export const entryIdSchema = uuid.brand<'EntryId'>();
export const channelIdSchema = uuid.brand<'ChannelId'>();
export const orderIdSchema = uuid.brand<'OrderId'>();
/** Made by whoever gives a command; unique for its author (rule D1). */
export const clientIdSchema = uuid.brand<'ClientId'>();

export type ConversationId = z.infer<typeof conversationIdSchema>;
export type CustomerId = z.infer<typeof customerIdSchema>;
export type AgentId = z.infer<typeof agentIdSchema>;
export type EntryId = z.infer<typeof entryIdSchema>;
export type ChannelId = z.infer<typeof channelIdSchema>;
export type OrderId = z.infer<typeof orderIdSchema>;
export type ClientId = z.infer<typeof clientIdSchema>;

/** Products and variants keep the shop's own stable codes. */
export const productIdSchema = z.string().min(1).max(80).brand<'ProductId'>();
export const skuSchema = z.string().min(1).max(80).brand<'Sku'>();
export type ProductId = z.infer<typeof productIdSchema>;
export type Sku = z.infer<typeof skuSchema>;

/** The number of an entry in a sequence, 0 for before the first; as large as the database can count. */
export const seqSchema = z.int().min(0).max(2_147_483_647);

/** A moment: ISO 8601 in UTC with milliseconds, as `Date.toISOString()` writes it. */
export const momentSchema = z.iso.datetime();
export type Moment = z.infer<typeof momentSchema>;
