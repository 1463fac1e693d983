import type { Clock } from '../../runtime/clock.ts';
import type { Fact, FactBus } from '../../runtime/facts.ts';
import type { Transact } from '../../runtime/transact.ts';
import type { ConversationStore } from './ports.ts';

/** A transaction in which conversations change, and what is to be told of it once it has committed. */
export type Unit<S extends ConversationStore = ConversationStore> = S & { facts: Fact[]; now(): Date };

export type UnitPorts<S extends ConversationStore = ConversationStore> = {
  transact: Transact<S>;
  facts: FactBus;
  clock: Clock;
};

/** Runs the work in one transaction and publishes its facts after the commit, never before (rule D2). */
export async function inUnit<S extends ConversationStore, T>(
  ports: UnitPorts<S>,
  work: (unit: Unit<S>) => Promise<T>,
): Promise<T> {
  const { result, facts } = await ports.transact(async (store) => {
    const unit: Unit<S> = { ...store, facts: [], now: () => ports.clock.now() };
    return { result: await work(unit), facts: unit.facts };
  });
  for (const fact of facts) ports.facts.publish(fact);
  return result;
}
