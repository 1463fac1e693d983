import type { SimulatorEvent } from '../content/index.ts';
import type { Heard } from './door.ts';

/** Words with which a bot owns up that it did not understand. */
const unsure =
  /没太听明白|没听明白|没理解|没弄懂|答不好|答偏|换个说法|not sure I follow|don’t want to guess|didn’t understand|didn’t get that|can’t answer that|still don’t follow/iu;

/** What everything heard at once means to the customer, in the order in which it matters: several lines of the bot are one answer. */
export function eventsOf(heard: readonly Heard[]): SimulatorEvent[] {
  const events: SimulatorEvent[] = [];
  const bot = heard.filter((one) => one.author === 'bot');
  if (bot.length > 0) events.push({ kind: botEvent(bot) });
  for (const one of heard) {
    const event = one.author === 'bot' ? null : eventOf(one);
    const isRepeated = event !== null && events.at(-1)?.kind === event.kind;
    if (event && !isRepeated) events.push(event);
  }
  return events;
}

function eventOf(heard: Heard): SimulatorEvent | null {
  if (heard.author === 'agent') return { kind: heard.cardId === null ? 'agent-said' : 'card-received' };
  switch (heard.notice) {
    case 'notice.person-coming':
      return { kind: 'handed-off' };
    case 'notice.person-joined':
      return { kind: 'agent-joined', agentName: heard.agentName ?? '' };
    case 'notice.closed':
      return { kind: 'closed' };
    default:
      return null;
  }
}

function botEvent(lines: readonly Heard[]): 'bot-answered' | 'bot-missed' | 'bot-asked' {
  const text = lines.map((line) => line.text).join('\n');
  if (unsure.test(text)) return 'bot-missed';
  const hasChoices = lines.some((line) => line.choices.length > 1);
  return hasChoices || /[?？]\s*$/u.test(text) ? 'bot-asked' : 'bot-answered';
}
