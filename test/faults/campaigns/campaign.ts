/** What an option of a campaign may be; its default says which kind is meant. */
export type CampaignOptions = Record<string, number | string>;

/** What a campaign saw, and every promise that it saw broken: none is the only good number. */
export type CampaignReport = { figures: Record<string, number | string>; violations: string[] };

/** Takes a line about how far it is, for who waits. */
export type Say = (line: string) => void;

/** A proof of any size that can be run by its name: `npm run faults -- <name> --<option> <value>`. */
export type Campaign<O extends CampaignOptions> = {
  name: string;
  summary: string;
  /** Every option with the value that it has when nothing is said. */
  defaults: O;
  run(options: O, say: Say): Promise<CampaignReport>;
};
