import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#shared/domain/ids';
import { createFactBus, type Fact } from './facts.ts';

/** A fact that carries a number, to be told apart. */
function fact(number: number): Fact {
  return { type: 'customer-merged', keptId: `${number}` as CustomerId, mergedId: `${number}` as CustomerId };
}

function listening() {
  const heard: string[] = [];
  const errors: unknown[] = [];
  const bus = createFactBus((error) => errors.push(error));
  bus.subscribe((one) => {
    if (one.type === 'customer-merged') heard.push(one.keptId);
  });
  return { bus, heard, errors };
}

describe('the bus of facts', () => {
  it('tells facts of one key in the order of their places, whenever they come', () => {
    const { bus, heard } = listening();
    const [first, second, third] = [bus.reserve('a'), bus.reserve('a'), bus.reserve('a')];
    const other = bus.reserve('b');
    third.publish(fact(3));
    second.publish(fact(2));
    expect(heard).toEqual([]);
    other.publish(fact(9));
    expect(heard).toEqual(['9']);
    first.publish(fact(1));
    expect(heard).toEqual(['9', '1', '2', '3']);
  });

  it('goes on behind a place that was given up, and uses each place once', () => {
    const { bus, heard } = listening();
    const [first, second] = [bus.reserve('a'), bus.reserve('a')];
    second.publish(fact(2));
    first.giveUp();
    first.publish(fact(1));
    second.publish(fact(2));
    expect(heard).toEqual(['2']);
  });

  it('tells the others though one listener throws, and nobody who has left', () => {
    const { bus, heard, errors } = listening();
    bus.subscribe(() => {
      throw new Error('deaf');
    });
    const late: Fact[] = [];
    const leave = bus.subscribe((one) => late.push(one));
    bus.publish(fact(1));
    leave();
    bus.publish(fact(2));
    expect(heard).toEqual(['1', '2']);
    expect(late).toHaveLength(1);
    expect(errors).toHaveLength(2);
  });
});
