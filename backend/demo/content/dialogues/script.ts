import type { Outcome } from '#shared/domain/disposition';
import type { HandoffTrigger } from '#shared/domain/handoff';

/** A step of a script; `wordings` say the same in other words, and one of them is used. */
export type ScriptStep =
  | { readonly kind: 'customer' | 'bot' | 'agent' | 'note'; readonly wordings: readonly string[] }
  | { readonly kind: 'handoff'; readonly trigger: HandoffTrigger }
  /** `product`, `product` with a size, `alt`, or the id of a product. */
  | { readonly kind: 'card'; readonly what: string };

/** A script that has been read. */
export interface Script {
  readonly steps: readonly ScriptStep[];
  readonly outcome: Outcome;
  readonly comment: string;
}

const textKinds = { c: 'customer', b: 'bot', a: 'agent', n: 'note' } as const;
const triggers: readonly HandoffTrigger[] = [
  'asked-for-person',
  'falling-mood',
  'anger',
  'bot-failed',
  'sensitive-subject',
  'predicted',
];
const outcomes: readonly Outcome[] = ['solved', 'promised', 'unsolved', 'abandoned'];

/** Reads a script as `Situation` describes it. Throws and quotes the line that it cannot read. */
export function readScript(text: string): Script {
  const lines = text.split('\n').map((line) => line.trim());
  const end = /^= (\w+): ?(.*)$/.exec(lines.at(-1) ?? '');
  const outcome = outcomes.find((name) => name === end?.[1]);
  if (outcome === undefined)
    throw new SyntaxError(`A script ends with its outcome, not with “${lines.at(-1)}”`);
  return { steps: lines.slice(0, -1).map(readStep), outcome, comment: end?.[2] ?? '' };
}

function readStep(line: string): ScriptStep {
  const [, role, rest] = /^([cbanhp]): (.+)$/.exec(line) ?? [];
  if (role === undefined || rest === undefined) throw new SyntaxError(`Not a line of a script: “${line}”`);
  if (role === 'p') return { kind: 'card', what: rest };
  if (role === 'h') {
    const trigger = triggers.find((name) => name === rest);
    if (trigger === undefined) throw new SyntaxError(`No such handoff: “${line}”`);
    return { kind: 'handoff', trigger };
  }
  const kind = textKinds[role as keyof typeof textKinds];
  return { kind, wordings: rest.split(' | ') };
}
