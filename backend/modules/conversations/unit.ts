import type { ConversationId } from '#shared/domain/ids';
import type { Clock } from '../../runtime/clock.ts';
import type { Fact, FactBus, FactPlace } from '../../runtime/facts.ts';
import type { Transact } from '../../runtime/transact.ts';
import type { ConversationStore } from './ports.ts';

/** A transaction in which conversations change. */
export type Unit<S extends ConversationStore = ConversationStore> = S & {
  now(): Date;
  /** What is to be told of a conversation whose row is locked, once this has committed. */
  tell(conversationId: ConversationId, fact: Fact): void;
};

export type UnitPorts<S extends ConversationStore = ConversationStore> = {
  transact: Transact<S>;
  facts: FactBus;
  clock: Clock;
};

/**
 * Runs the work in one transaction and publishes its facts after the commit, never before (rule D2), those about one conversation in the order
 * of the commits.
 */
export async function inUnit<S extends ConversationStore, T>(
  ports: UnitPorts<S>,
  work: (unit: Unit<S>) => Promise<T>,
): Promise<T> {
  let told: { place: FactPlace; fact: Fact }[] = [];
  function forget(): void {
    for (const { place } of told) place.giveUp();
    told = [];
  }
  try {
    const result = await ports.transact(async (store) => {
      // An attempt before this one was rolled back.
      forget();
      return await work({
        ...store,
        now: () => ports.clock.now(),
        tell: (id, fact) => void told.push({ place: ports.facts.reserve(id), fact }),
      });
    });
    for (const { place, fact } of told) place.publish(fact);
    return result;
  } catch (error) {
    forget();
    throw error;
  }
}
