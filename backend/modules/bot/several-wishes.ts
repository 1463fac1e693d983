import type { Language } from '#shared/domain/language';
import { chooseFlow, flows } from './routing.ts';
import { standingOf } from './standing.ts';
import type { FlowName, Reaction, Turn } from './turn.ts';

/** Where one wish ends and another begins. */
const joints: Record<Language, RegExp> = {
  zh: /[，,。；;！!?？\s]*(?:另外|还有(?=.{3,})|再?顺便(?:再|帮我|问一?下)?|对了|然后再?|同时(?:再|把|帮)|再(?=帮我|给我|把))/u,
  en: /[\s,.;!?]*\b(?:and also|also|oh and|plus|and then|another thing|one more thing)\b[:,]?\s*|[\s,.;!?]+and\s+(?=(?:can|could|please|i(?:['’]?d)? (?:want|need|like|would)|(?:please )?(?:change|cancel|return|exchange|update|send|tell)|where|what|how|when|do|does|is)\b)/iu,
};
const SHORTEST: Record<Language, number> = { zh: 3, en: 8 };
/** More than so many are a letter: a person reads it better. */
const MOST = 3;

/** What goes by one name to whoever wants it: a fault, the return and the money are one matter. */
const matters: Partial<Record<FlowName, string>> = {
  return: 'after-sales',
  refund: 'after-sales',
  trouble: 'after-sales',
  complaint: 'after-sales',
  product: 'goods',
  recommend: 'goods',
  compare: 'goods',
  size: 'goods',
};

/** The wishes of a message, each by itself; fewer than two where it has one. */
function wishesIn(text: string, language: Language): string[] {
  const pieces = text.split(joints[language]).map((piece) => piece.trim());
  const wishes = pieces.filter((piece) => piece.length >= SHORTEST[language]);
  return wishes.length <= MOST ? wishes : [];
}

/**
 * Two matters in one message, each begun as if it stood alone: what can be said is said, the first question is asked, and the other waits behind it.
 * `null` where it is one matter, or where not both are understood.
 */
export async function beginSeveral(turn: Turn): Promise<Reaction | null> {
  const wishes = turn.means === null ? wishesIn(turn.text, turn.language) : [];
  if (wishes.length < 2 || !wishes.slice(1).every((wish) => standingOf(wish, turn.language) === 'alone'))
    return null;
  const begun: { matter: string; reaction: Reaction }[] = [];
  for (const wish of wishes) {
    const own = await turn.only(wish);
    const name = await chooseFlow(own);
    const reaction = await flows[name].begin(own);
    const matter = matters[name] ?? (name === 'faq' ? `faq ${reaction.consulted?.articleId}` : name);
    if (isTaken(name, reaction) && !begun.some((one) => one.matter === matter))
      begun.push({ matter, reaction });
  }
  return begun.length < 2 ? null : begun.map(({ reaction }) => reaction).reduce(joined);
}

/** Whether a wish was understood, rather than asked back about or met with small talk. */
function isTaken(name: FlowName, { outcome, consulted }: Reaction): boolean {
  if (outcome === 'missed' || outcome === 'social') return false;
  return name !== 'faq' || consulted?.articleId !== null;
}

/** Both in one. Where a person comes for one, the other's question is theirs to ask. */
function joined(one: Reaction, other: Reaction): Reaction {
  const called = [one, other].find(({ handoff }) => handoff);
  const [first, second] = [one, other].filter(({ asks }) => asks);
  const told = [one, other].filter((reaction) => reaction !== called && !reaction.asks);
  const asking = called ?? first;
  const both = {
    outcome: asking?.outcome ?? ('helped' as const),
    tried: [...(one.tried ?? []), ...(other.tried ?? [])],
    remember: { ...one.remember, ...other.remember },
    ...pick(one.consulted ?? other.consulted),
  };
  const replies = [...told, ...(asking ? [asking] : [])].flatMap((reaction) => reaction.replies);
  if (called?.handoff) return { ...both, replies, flow: null, handoff: called.handoff };
  const waiting = first ?? [one, other].find(({ flow }) => flow);
  const offered = waiting?.choices ?? [...(one.choices ?? []), ...(other.choices ?? [])];
  const choices = offered.filter(
    ({ means }, i) => offered.findIndex((choice) => choice.means === means) === i,
  );
  const rest =
    second?.flow && second.asks
      ? { flow: second.flow, question: second.asks, choices: second.choices ?? [] }
      : null;
  return {
    ...both,
    replies,
    choices,
    flow: waiting?.flow ?? null,
    asks: waiting?.asks ?? null,
    paused: rest,
  };
}

function pick(consulted: Reaction['consulted']): Pick<Reaction, 'consulted'> {
  return consulted ? { consulted } : {};
}
