import type { ConversationId, EntryId } from '#shared/domain/ids';
import type { IntentName } from '#shared/domain/intent';
import type { Language } from '#shared/domain/language';
import type { AgentActor } from '../../runtime/actor.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { CommandKey, CommandLog } from '../../runtime/command.ts';
import { Fault } from '../../runtime/fault.ts';
import type { Transact } from '../../runtime/transact.ts';
import type { EntryRepository } from '../conversations/index.ts';
import { detectLanguage } from '../language/index.ts';
import type { LearningRepository } from './ports.ts';

/** Who decides, and the key under which it has one effect (rule D1). */
export type LearningCommand = { actor: AgentActor; key: CommandKey };
type OnMessage = LearningCommand & { conversationId: ConversationId; entryId: EntryId };

export type CorrectionPorts = {
  transact: Transact<{
    learning: LearningRepository;
    commands: CommandLog;
    entries: Pick<EntryRepository, 'findHeld'>;
  }>;
  clock: Clock;
};

/** People's word on what the machine read or said wrongly; kept as data (rule Q5). Moods are corrected in `conversations`. */
export type Corrections = {
  /** “It wanted something else” of a customer's message. */
  correctIntent(command: OnMessage & { intent: IntentName }): Promise<void>;
  /** “What the bot answered to this was wrong.” `not-found` where it answered nothing from the knowledge base. */
  rejectAnswer(command: OnMessage): Promise<void>;
};

/** Corrections of single messages. */
export function createCorrections({ transact, clock }: CorrectionPorts): Corrections {
  return {
    async correctIntent({ actor, key, intent, ...message }) {
      await transact(({ commands, learning, entries }) =>
        commands.once(key, async () => {
          const said = await saidByCustomer(entries, message);
          const lesson = { entryId: message.entryId, ...said, intent };
          await learning.addIntentCorrection({ ...lesson, agentId: actor.agentId, at: clock.now() });
          return {};
        }),
      );
    },
    async rejectAnswer({ key, entryId }) {
      await transact(({ commands, learning }) =>
        commands.once(key, async () => {
          if (await learning.markAnswerWrong(entryId)) return {};
          throw new Fault('not-found', 'The bot answered nothing to this message', { field: 'entryId' });
        }),
      );
    },
  };
}

async function saidByCustomer(
  entries: Pick<EntryRepository, 'findHeld'>,
  { conversationId, entryId }: { conversationId: ConversationId; entryId: EntryId },
): Promise<{ text: string; language: Language }> {
  // Held: what is taken back meanwhile is found again where it is written now.
  const entry = await entries.findHeld(entryId);
  const body =
    entry?.conversationId === conversationId && entry.author.kind === 'customer' ? entry.body : null;
  if (body?.type === 'message' && body.content.type === 'text') {
    return { text: body.content.text, language: detectLanguage(body.content.text) };
  }
  throw new Fault('not-found', 'There is no such message of the customer', { field: 'entryId' });
}
