import type { ChannelKind } from '#shared/domain/channel';
import type { Author, Content, Delivery } from '#shared/domain/entry';
import type { ChannelId, EntryId } from '#shared/domain/ids';
import type { Language, Localized } from '#shared/domain/language';

/** A channel as it is set up. `secret` and `outboundUrl` only where the kind has them. */
export type ChannelRecord = {
  id: ChannelId;
  kind: ChannelKind;
  name: Localized;
  secret: string | null;
  outboundUrl: string | null;
  /** Whether a webhook was set up to take edits and recalls of what has left (rule D19); our own clients always do. */
  revises: boolean;
};

/** A message on its way out, with all that its channel needs to carry it. */
export type OutgoingMessage = {
  entryId: EntryId;
  channel: ChannelRecord;
  /** The customer's id on that channel. */
  to: string;
  author: Author;
  content: Content;
  /** The message whose words these are from now on; `null` for a message itself. */
  revises: EntryId | null;
  language: Language;
  delivery: Delivery | null;
  at: Date;
};

export type ChannelRepository = {
  listChannels(): Promise<ChannelRecord[]>;
  findChannel(id: ChannelId): Promise<ChannelRecord | null>;
  /** Adds it unless one of this id is there. */
  addChannel(channel: ChannelRecord): Promise<void>;
  setOutboundUrl(id: ChannelId, outboundUrl: string | null): Promise<void>;
  setRevises(id: ChannelId, revises: boolean): Promise<void>;
  /** The message of an entry and where it goes; `null` when there is none, or its customer has no name on that channel. */
  readOutgoing(id: EntryId): Promise<OutgoingMessage | null>;
};
