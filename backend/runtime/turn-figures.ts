import { Counter, Gauge, type Registry } from 'prom-client';
import type { TurnWatch } from './fair-turns.ts';

/** Where what is asked for takes turns: commands and readings of consoles, of customers, connections being let in, and what comes by HTTP alone. */
export type Door = 'agent' | 'agent-reading' | 'customer' | 'customer-reading' | 'connect' | 'http';

/** Figures of the doors: how much is under way and waits, and what was refused undone. */
export function createTurnFigures(registers: Registry[]): { turnsAt(door: Door): TurnWatch } {
  const labelNames = ['door'];
  const reads = new Map<Door, Parameters<TurnWatch['watch']>[0]>();
  function gauge(name: string, help: string, of: 'running' | 'waiting'): Gauge {
    return new Gauge({
      name,
      help,
      labelNames,
      registers,
      collect() {
        for (const [door, read] of reads) this.set({ door }, read()[of]);
      },
    });
  }
  gauge('baton_under_way', 'Requests that are being worked on', 'running');
  gauge('baton_waiting', 'Requests that wait for their turn', 'waiting');
  const shed = new Counter({
    name: 'baton_shed_total',
    help: 'Requests and connections refused undone as overloaded: too many waited (full), or their turn came too late (late)',
    labelNames: ['door', 'reason'],
    registers,
  });
  return {
    turnsAt: (door) => ({
      watch: (read) => void reads.set(door, read),
      shed: (reason) => shed.inc({ door, reason }),
    }),
  };
}
