import { describe, expect, it } from 'vitest';
import { aChannel } from '../../../test/support/builders/conversation.ts';
import { replyChannels } from './reply-channels.ts';

const [web, app, mini] = [aChannel('网页'), aChannel('App', 'app'), aChannel('小程序', 'webhook')];
const all = new Map([web, app, mini].map((channel) => [channel.id, channel]));
const known = [{ channelId: null }, { channelId: web.id }, { channelId: mini.id }, { channelId: web.id }];

describe('I3 the channels of a reply', () => {
  it('are those on which the customer is known, the one used last first, each once', () => {
    expect(replyChannels(all, { lastUsed: mini.id, identities: known })).toEqual([mini, web]);
    expect(replyChannels(all, { lastUsed: web.id, identities: known })).toEqual([web, mini]);
  });

  it('are one alone while the profile is not read, or where nothing else can carry a message', () => {
    expect(replyChannels(all, { lastUsed: app.id, identities: [] })).toEqual([app]);
    const silent = new Map(all).set(mini.id, { ...mini, canSend: false });
    expect(replyChannels(silent, { lastUsed: web.id, identities: known })).toEqual([web]);
  });
});
