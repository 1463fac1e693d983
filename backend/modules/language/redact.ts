import { extractEntities } from './entities.ts';
import type { EntityKind } from './entity-kinds.ts';

/** What identifies or could be used against a person. Order numbers stay out of this list by default: support work needs them. */
const personalKinds: readonly EntityKind[] = ['email', 'id-card', 'bank-card', 'phone', 'address'];

/**
 * The message with personal data replaced by the name of its kind in brackets, for logs, prompts and training rows. Uses the same rules as
 * the entities shown to agents, so what is recognised is also hidden.
 */
export function redact(text: string, kinds: readonly EntityKind[] = personalKinds): string {
  let out = '';
  let at = 0;
  for (const entity of extractEntities(text)) {
    if (kinds.includes(entity.kind)) {
      out += `${text.slice(at, entity.start)}[${entity.kind}]`;
      at = entity.end;
    }
  }
  return out + text.slice(at);
}
