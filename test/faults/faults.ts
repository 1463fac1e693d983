import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Campaign, CampaignOptions, CampaignReport } from './campaigns/campaign.ts';

/** `npm run faults -- <campaign> [--<option> <value> …] [--json FILE]`: ends with 1 when a promise was broken, with 2 when it could not be tried. */

/** Each campaign is loaded only when it is run. */
const campaigns: Record<string, () => Promise<Campaign<CampaignOptions>>> = {
  claims: async () => anyOptions((await import('./campaigns/claims.ts')).claims),
  'kill-page': async () => anyOptions((await import('./campaigns/kill-page.ts')).killPage),
  'kill-server': async () => anyOptions((await import('./campaigns/kill-server.ts')).killServer),
  'restart-storm': async () => anyOptions((await import('./campaigns/restart-storm.ts')).restartStorm),
  histories: async () => anyOptions((await import('./campaigns/histories.ts')).histories),
  messages: async () => anyOptions((await import('./campaigns/messages.ts')).messages),
  storage: async () => anyOptions((await import('./campaigns/storage.ts')).storage),
};

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 2;
});

async function main([name = '', ...rest]: string[]): Promise<number> {
  const load = Object.hasOwn(campaigns, name) ? campaigns[name] : undefined;
  if (load === undefined) {
    process.stderr.write(`Campaigns: ${Object.keys(campaigns).join(', ')}. See docs/faults.md.\n`);
    return 2;
  }
  const campaign = await load();
  const { options, json } = readOptions(campaign, rest);
  say(`${campaign.name}: ${campaign.summary}`);
  say(
    Object.entries(options)
      .map(([key, value]) => `--${key} ${value}`)
      .join(' '),
  );
  const startedAt = performance.now();
  const report = await campaign.run(options, (line) => void process.stderr.write(`${line}\n`));
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  print(report, seconds);
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify({ name: campaign.name, options, seconds, ...report }, null, 2)}\n`);
  }
  return report.violations.length === 0 ? 0 : 1;
}

function readOptions(campaign: Campaign<CampaignOptions>, args: string[]) {
  const known = Object.keys(campaign.defaults);
  const named = Object.fromEntries([...known, 'json'].map((key) => [key, { type: 'string' as const }]));
  const { values } = parseArgs({ args, options: named });
  const options = { ...campaign.defaults };
  for (const key of known) {
    const said = values[key];
    if (typeof said === 'string') options[key] = readValue(key, said, campaign.defaults[key]);
  }
  return { options, json: typeof values['json'] === 'string' ? values['json'] : undefined };
}

function readValue(key: string, said: string, fallback: number | string | undefined): number | string {
  if (typeof fallback === 'string') return said;
  const value = Number(said);
  if (!Number.isFinite(value)) throw new TypeError(`--${key} is a number, not ${said}`);
  return value;
}

function print({ figures, violations }: CampaignReport, seconds: number): void {
  const rows = Object.entries({ ...figures, seconds });
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) {
    const shown = typeof value === 'number' ? value.toLocaleString('en-US') : value;
    say(`${name.padEnd(width)}  ${shown}`);
  }
  say(`${'violations'.padEnd(width)}  ${violations.length}`);
  for (const violation of violations.slice(0, 50)) say(`  ${violation}`);
}

/** A campaign reads only its own options, which come from its own defaults. */
function anyOptions<O extends CampaignOptions>(campaign: Campaign<O>): Campaign<CampaignOptions> {
  return campaign as unknown as Campaign<CampaignOptions>;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
