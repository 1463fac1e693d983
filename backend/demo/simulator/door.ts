/** Something that reached a simulated customer. */
export type Heard = {
  author: 'bot' | 'agent' | 'system';
  text: string;
  /** The code of a notice, such as `notice.person-joined`. */
  notice: string | null;
  /** Who the agent is, where one speaks or joins. */
  agentName: string | null;
  /** What can be tapped. */
  choices: string[];
  /** A card that can be opened or bought from, by the id under which it came. */
  cardId: string | null;
};

/** How a simulated customer reaches the shop: one of the same doors as real ones. Rejects when the server refuses. */
export type Door = {
  say(text: string): Promise<void>;
  /** What has come since the last time. */
  listen(): Promise<Heard[]>;
  act(cardId: string, action: 'opened' | 'buy'): Promise<void>;
  leave(): Promise<void>;
};
