import type { CustomerInput, CustomerOutput, CustomerRequestName } from '#shared/protocol/customer-requests';
import type { Connection } from './connection.ts';

/** The one connection of the moment, which is replaced when the session is. */
export type Line = {
  use(connection: Connection | null): void;
  ask<N extends CustomerRequestName>(name: N, input: CustomerInput<N>): Promise<CustomerOutput<N>>;
  /** Asks for something whose failure changes nothing for the customer, such as a typing signal. */
  mention<N extends CustomerRequestName>(name: N, input: CustomerInput<N>): void;
};

/** A line without a connection yet; until `use` gives it one, asking fails. */
export function createLine(): Line {
  let current: Connection | null = null;
  const ask: Line['ask'] = async (name, input) => {
    if (current === null) throw new Error('Not connected');
    return current.request(name, input);
  };
  return {
    use(connection) {
      current?.close();
      current = connection;
    },
    ask,
    mention: (name, input) => void ask(name, input).catch(() => undefined),
  };
}
