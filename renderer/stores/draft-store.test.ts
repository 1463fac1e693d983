import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryId } from '#shared/domain/ids';
import { aChannel, aWaitingConversation } from '../../test/support/builders/conversation.ts';
import {
  beginEdit,
  changeDraft,
  changeEdit,
  chosenChannel,
  type Draft,
  endEdit,
  lastingDraft,
  useDraftStore,
} from './draft-store.ts';

const { id } = aWaitingConversation({ name: 'a', now: 0 });
const [web, app, mini] = [aChannel('web').id, aChannel('app').id, aChannel('mini').id];
const entryId = 'one' as EntryId;
const draft = (): Draft | undefined => useDraftStore.getState().drafts.get(id);

beforeEach(() => useDraftStore.setState({ drafts: new Map() }));

describe('a draft', () => {
  it('D5 is kept as long as something is written or chosen, and forgotten after', () => {
    changeDraft(id, { reply: '您好' });
    changeDraft(id, { reply: '' });
    expect(draft()).toBeUndefined();
    changeDraft(id, { way: { channelId: app, insteadOf: web } });
    expect(draft()).toMatchObject({ way: { channelId: app } });
    changeDraft(id, { way: null });
    expect(draft()).toBeUndefined();
  });

  it('D19 of other words for a message leaves reply and note as they were', () => {
    changeDraft(id, { reply: '您好' });
    beginEdit(id, { entryId, text: '您好，改过' });
    expect(draft()).toMatchObject({ mode: 'edit', reply: '您好', edit: { text: '您好，改过' } });
    endEdit(id, 'another' as EntryId);
    expect(draft()).toMatchObject({ mode: 'edit' });
    endEdit(id, entryId);
    expect(draft()).toMatchObject({ mode: 'reply', reply: '您好', edit: null });
    changeDraft(id, { reply: '' });
    beginEdit(id, { entryId, text: '' });
    endEdit(id, entryId);
    expect(draft()).toBeUndefined();
  });

  it('D19 leaves no mere copy of a message on the device', () => {
    changeDraft(id, { reply: '您好' });
    beginEdit(id, { entryId, text: '卡号 6222' });
    expect(lastingDraft(draft())).toMatchObject({ mode: 'reply', reply: '您好', edit: null });
    changeEdit(id, { entryId, text: '卡号不便说' });
    expect(lastingDraft(draft())).toMatchObject({ mode: 'edit', edit: { text: '卡号不便说' } });
    endEdit(id, entryId);
    changeDraft(id, { reply: '' });
    beginEdit(id, { entryId, text: '卡号 6222' });
    expect(lastingDraft(draft())).toBeUndefined();
  });

  it('I3 goes out on the channel chosen until the customer writes by another one', () => {
    changeDraft(id, { reply: '您好', way: { channelId: app, insteadOf: web } });
    const chosen = draft() ?? expect.fail('no draft');
    expect(chosenChannel(chosen, web)).toBe(app);
    expect(chosenChannel(chosen, mini)).toBeNull();
    expect(chosenChannel(chosen, app)).toBeNull();
    expect(chosenChannel({ ...chosen, way: null }, web)).toBeNull();
  });
});
