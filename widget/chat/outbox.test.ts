import { beforeEach, describe, expect, it } from 'vitest';
import { clientIdSchema, entryIdSchema } from '#shared/domain/ids';
import { keepRecall, keptMessages, newPending, readRecalls } from './outbox.ts';

const id = (last: number): string => `01890a5d-ac96-774b-bcce-${String(last).padStart(12, '0')}`;
const entry = (last: number) => entryIdSchema.parse(id(last));
const command = (last: number) => clientIdSchema.parse(id(last));

beforeEach(() => localStorage.clear());

describe('what waits on the device', () => {
  it('D5 holds what several tabs of the shop have written, whoever writes last', () => {
    const [first, second] = [newPending('from one tab'), newPending('from another')];
    keptMessages.change((kept) => [...kept, first]);
    keptMessages.change((kept) => [...kept, second]);
    keptMessages.change((kept) => kept.filter(({ clientId }) => clientId !== first.clientId));
    expect(keptMessages.read()).toEqual([second]);
  });

  it('D5 D19 keeps a recall under its one id until there is an answer', () => {
    keepRecall(entry(1), command(7));
    keepRecall(entry(2), command(8));
    keepRecall(entry(1), null);
    expect([...readRecalls()]).toEqual([[entry(2), command(8)]]);
  });

  it('D5 holds nothing where what lies there can’t be read', () => {
    localStorage.setItem('baton.outbox', '{"half a');
    localStorage.setItem('baton.recalls', '[{"entryId":"no id"}]');
    expect([keptMessages.read(), readRecalls().size]).toEqual([[], 0]);
  });
});
