import { parseArgs } from 'node:util';
import type { Channel } from '#shared/domain/channel';
import { type ChannelService, createChannelService } from '../../backend/modules/channels/index.ts';
import { connect } from '../../backend/storage/connection.ts';
import { createRepositories } from '../../backend/storage/repositories/index.ts';
import { createTransact } from '../../backend/storage/transaction.ts';
import { databaseAddress } from './database-address.ts';

const help = `npm run -s channels -- COMMAND --database URL | --data FOLDER

  list                                  every channel, with its id and where it sends to
  add --zh NAME --en NAME [--to URL] [--revises]
                                        a webhook with a new secret, told once; --to is where its messages go,
                                        --revises that it takes edits and recalls of what it has got
  send --id ID [--to URL]               where its messages go from now on; without --to nowhere
  revise --id ID [--revises]            whether edits and recalls go out to it from now on; without --revises they
                                        don't, and what has left can't be taken back

--data names the data folder of a Baton that runs with its embedded database. A running server takes what comes on a new channel at once; consoles
show its name after they are reloaded.
`;

const options = {
  database: { type: 'string' },
  data: { type: 'string' },
  id: { type: 'string', default: '' },
  zh: { type: 'string' },
  en: { type: 'string' },
  to: { type: 'string' },
  revises: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parse>['values'];

function parse(words: string[]) {
  return parseArgs({ args: words, options, allowPositionals: true });
}

const commands: Record<string, (channels: ChannelService, values: Values) => Promise<string>> = {
  async list(channels) {
    const all = await channels.list();
    return all
      .map(({ id, kind, name, canSend, limits }) => {
        const does = [canSend ? 'sends' : 'only hears', limits.revises ? 'revises' : ''].join(' ').trim();
        return [id, kind.padEnd(7), does.padEnd(13), `${name.zh} / ${name.en}`].join('  ');
      })
      .join('\n');
  },
  async add(channels, { zh, en, to, revises }) {
    const name = { zh: zh ?? en ?? '', en: en ?? zh ?? '' };
    if (name.zh === '') throw new Error('A name is needed: --zh NAME --en NAME.');
    const { id, secret } = await channels.addWebhook({ name, outboundUrl: addressOf(to), revises });
    return [`Address  /channels/webhook/${id}`, `Secret   ${secret}`].join('\n');
  },
  async send(channels, { id, to }) {
    const channel = await webhookOf(channels, id);
    await channels.setOutboundUrl(channel.id, addressOf(to));
    return `${channel.name.en} sends ${to === undefined ? 'nowhere' : `to ${to}`}.`;
  },
  async revise(channels, { id, revises }) {
    const channel = await webhookOf(channels, id);
    await channels.setRevises(channel.id, revises);
    return `${channel.name.en} ${revises ? 'is told of edits and recalls' : 'takes nothing back'}.`;
  },
};

async function webhookOf(channels: ChannelService, id: string): Promise<Channel> {
  const channel = (await channels.list()).find((one) => one.id === id && one.kind === 'webhook');
  if (channel === undefined) throw new Error(`There is no webhook ${id || '(--id ID is missing)'}.`);
  return channel;
}

/** Does what the words ask of the channels and gives what there is to say; throws with words for whoever typed them. */
export async function runChannels(words: string[]): Promise<string> {
  const { values, positionals } = parse(words);
  const command = commands[positionals[0] ?? ''];
  if (command === undefined) return help;
  const { db, close } = connect({ url: databaseAddress(values), poolSize: 2 });
  try {
    const noJobs = { enqueue: () => Promise.reject(new Error('Jobs belong to the running server')) };
    const transact = createTransact(db, (handle) => createRepositories(handle, () => noJobs));
    // What a channel can carry is the running server's to say.
    const unknown = { textMax: 0, cards: 'text', typing: false, receipts: false, revises: false } as const;
    return await command(
      createChannelService({ transact, limits: { web: unknown, app: unknown, webhook: unknown } }),
      values,
    );
  } finally {
    await close();
  }
}

function addressOf(to: string | undefined): string | null {
  if (to === undefined) return null;
  if (!/^https?:$/.test(URL.parse(to)?.protocol ?? '')) throw new Error(`--to is no web address: ${to}`);
  return to;
}

if (import.meta.main) {
  runChannels(process.argv.slice(2)).then(
    (said) => console.log(said),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
