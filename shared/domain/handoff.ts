import { z } from 'zod';
import { phraseSchema } from './language.ts';
import { moodLevelSchema } from './mood.ts';

/** Who has the word in a conversation (rule H2). */
export const handoffStateSchema = z.enum(['bot', 'waiting', 'offered', 'agent', 'closed']);
export type HandoffState = z.infer<typeof handoffStateSchema>;

/** Why a person was asked for; `taken-over` when nobody asked and a person stepped in. */
export const handoffTriggerSchema = z.enum([
  'asked-for-person',
  'falling-mood',
  'anger',
  'bot-failed',
  'sensitive-subject',
  'predicted',
  'taken-over',
]);
export type HandoffTrigger = z.infer<typeof handoffTriggerSchema>;

/** Why a conversation came back to the queue from an agent. */
export const releaseReasonSchema = z.enum([
  'agent-released',
  'agent-vanished',
  'offer-declined',
  'offer-expired',
]);
export type ReleaseReason = z.infer<typeof releaseReasonSchema>;

/**
 * The record of a handoff (rule H1), made without any outside service.
 * `summary`, `openQuestion` and `suggestedReply` are in the customer's language; `tried` and `reasons` are phrases, said in the reader's.
 */
export const handoffRecordSchema = z.object({
  trigger: handoffTriggerSchema,
  confidence: z.number().min(0).max(1),
  intent: z.string().max(60).nullable(),
  entities: z.array(z.object({ type: z.string().max(30), value: z.string().max(120) })).max(20),
  summary: z.string().max(400),
  openQuestion: z.string().max(400).nullable(),
  tried: z.array(phraseSchema).max(12),
  promises: z.array(z.string().max(200)).max(5),
  reasons: z.array(phraseSchema).max(6),
  moodLevel: moodLevelSchema,
  moodCurve: z.array(z.number()).max(24),
  suggestedReply: z.string().max(1000).nullable(),
});
export type HandoffRecord = z.infer<typeof handoffRecordSchema>;

/** What may happen to a conversation. Who may cause it is decided by the server's authorisation matrix, not here. */
export const handoffEventSchema = z.enum([
  'request',
  'offer',
  'claim',
  'accept',
  'decline',
  'expire',
  'release',
  'transfer',
  'take-over',
  'return',
  'resume-bot',
  'close',
  'reopen',
]);
export type HandoffEvent = z.infer<typeof handoffEventSchema>;

/** The one machine (rule H2): from each state, the events that are possible and where they lead. */
const MACHINE: Record<HandoffState, Partial<Record<HandoffEvent, HandoffState>>> = {
  bot: { request: 'waiting', claim: 'agent', close: 'closed' },
  waiting: { offer: 'offered', claim: 'agent', 'resume-bot': 'bot', close: 'closed' },
  offered: { accept: 'agent', claim: 'agent', decline: 'waiting', expire: 'waiting', close: 'closed' },
  agent: { transfer: 'offered', 'take-over': 'agent', release: 'waiting', return: 'bot', close: 'closed' },
  closed: { reopen: 'agent' },
};

/** The state that follows, or `null` where the event is impossible in this state. */
export function nextHandoffState(state: HandoffState, event: HandoffEvent): HandoffState | null {
  return MACHINE[state][event] ?? null;
}

/** Whether the bot may speak (rule H4). */
export function isBotSpeaking(state: HandoffState): boolean {
  return state === 'bot';
}

/** Whether the conversation stands in the queue, waiting for any agent. */
export function isQueued(state: HandoffState): boolean {
  return state === 'waiting';
}
