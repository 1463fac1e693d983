import { describe, expect, it } from 'vitest';
import type { AgentId } from '#shared/domain/ids';
import { startOfDay } from './day.ts';
import { type DayLog, figuresOf, type HandoffOfDay } from './definitions.ts';

const me = crypto.randomUUID() as AgentId;
const other = crypto.randomUUID() as AgentId;
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 4, 0, seconds));

/** A handoff asked for, claimed and answered at these seconds of the hour. */
function handoff(
  [asked, claimed, answered]: [number, number | null, number | null],
  more: Partial<HandoffOfDay> = {},
): HandoffOfDay {
  return {
    requestedAt: at(asked),
    trigger: 'anger',
    claimedAt: claimed === null ? null : at(claimed),
    firstResponseAt: answered === null ? null : at(answered),
    agentId: claimed === null ? null : me,
    ...more,
  };
}

describe('H8 the figures of the day', () => {
  it('are these for this log', () => {
    const log: DayLog = {
      handoffs: [
        handoff([0, 60, 90]),
        handoff([10, 40, 50], { agentId: other }),
        handoff([20, 200, null]),
        handoff([30, null, null]),
        // Nobody waited where a person stepped in unasked, but the answer counts.
        handoff([40, 40, 45], { trigger: 'taken-over', agentId: other }),
      ],
      closings: [
        { closedBy: me, causeCode: 'logistics.late', wasHandedOff: true },
        { closedBy: other, causeCode: 'quality', wasHandedOff: true },
        { closedBy: me, causeCode: 'quality', wasHandedOff: true },
        { closedBy: me, causeCode: null, wasHandedOff: false },
      ],
      botOnly: 7,
    };
    expect(figuresOf(log, me)).toEqual({
      handedOff: 5,
      answered: 3,
      closed: 3,
      botOnly: 7,
      // Waits 60, 30, 180 s; first responses 90, 40, 5 s.
      waitMedianMs: 60_000,
      firstResponseMedianMs: 40_000,
      topCauses: [
        { code: 'quality', count: 2 },
        { code: 'logistics.late', count: 1 },
      ],
      mine: { closed: 2, firstResponseMedianMs: 90_000 },
    });
  });

  it('are null and zero on a quiet day, and the mean of the middle two of an even number', () => {
    const quiet = figuresOf({ handoffs: [], closings: [], botOnly: 0 }, me);
    expect(quiet).toMatchObject({
      handedOff: 0,
      waitMedianMs: null,
      firstResponseMedianMs: null,
      topCauses: [],
    });
    const even = figuresOf(
      { handoffs: [handoff([0, 10, 20]), handoff([0, 20, 50])], closings: [], botOnly: 0 },
      me,
    );
    expect(even).toMatchObject({ waitMedianMs: 15_000, firstResponseMedianMs: 35_000 });
  });

  it('names at most five causes, ties in the order of their codes', () => {
    const closings = ['f', 'e', 'd', 'c', 'b', 'a', 'f'].map((causeCode) => ({
      closedBy: me,
      causeCode,
      wasHandedOff: true,
    }));
    const { topCauses } = figuresOf({ handoffs: [], closings, botOnly: 0 }, me);
    expect(topCauses.map(({ code }) => code)).toEqual(['f', 'a', 'b', 'c', 'd']);
  });

  it('begin at midnight in the shop’s time zone, also around a clock change', () => {
    const start = (now: string, zone: string) => startOfDay(new Date(now), zone).toISOString();
    expect(start('2026-11-22T04:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11-21T16:00:00.000Z');
    expect(start('2026-11-21T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-11-20T16:00:00.000Z');
    expect(start('2026-11-21T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11-21T16:00:00.000Z');
    expect(start('2026-03-29T12:00:00.000Z', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(start('2026-10-25T12:00:00.000Z', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z');
  });
});
