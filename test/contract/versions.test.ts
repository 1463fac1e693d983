import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { agentEvents } from '#shared/protocol/agent-events';
import { agentRequests } from '#shared/protocol/agent-requests';
import { customerEvents } from '#shared/protocol/customer-events';
import { customerRequests } from '#shared/protocol/customer-requests';
import { isLaterVersion, PROTOCOL_VERSION } from '#shared/protocol/version';
import { PASSWORD, startBackend, type TestBackend } from '../support/backend.ts';
import { clientId, connectionRefusal, openSession, signIn } from '../support/clients.ts';

let backend: TestBackend;

beforeAll(async () => {
  backend = await startBackend();
});
afterAll(async () => {
  await backend.stop();
});

describe('clients of other versions', () => {
  it.each([PROTOCOL_VERSION - 1, PROTOCOL_VERSION + 1])(
    'D20 with version %i are told so at both doors, with ours, and those of ours are served beside them',
    async (protocol) => {
      const token = await openSession(backend.url);
      const customer = await backend.customer(token);
      for (const [namespace, auth] of [
        ['/customer', { protocol, token }],
        ['/agent', { protocol, token: await signIn(backend.url, 'lin', PASSWORD) }],
      ] as const) {
        const refusal = await connectionRefusal(`${backend.url}${namespace}`, auth);
        expect(refusal).toMatchObject({
          code: 'version-mismatch',
          field: 'protocol',
          details: { serverProtocol: PROTOCOL_VERSION },
        });
      }
      const { entry } = await customer.ask('message:send', { clientId: clientId(), text: '还在' });
      expect(entry.content).toMatchObject({ text: '还在' });
    },
  );

  it('D20 know from it which side is to be updated', () => {
    expect(isLaterVersion({ serverProtocol: PROTOCOL_VERSION + 1 })).toBe(true);
    expect(isLaterVersion({ serverProtocol: PROTOCOL_VERSION - 1 })).toBe(false);
    expect(isLaterVersion(undefined)).toBe(true);
  });
});

/** The paths of all objects in a schema that refuse fields which they do not know. */
function strictIn(schema: unknown, path: string, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const def = (schema as Partial<z.ZodType>)._zod?.def as Record<string, unknown> | undefined;
  if (def === undefined) {
    return Object.entries(schema).flatMap(([name, part]) => strictIn(part, `${path}.${name}`, seen));
  }
  const { catchall, ...parts } = def;
  const isStrict = (catchall as z.ZodType | undefined)?._zod.def.type === 'never';
  const { shape, ...rest } = parts;
  return [
    ...(isStrict ? [path] : []),
    ...strictIn(shape, path, seen),
    ...Object.values(rest).flatMap((part) => strictIn(part, path, seen)),
  ];
}

describe('what the server says', () => {
  const requests = { ...agentRequests, ...customerRequests };
  it.each(Object.entries(requests).map(([name, { output }]) => [name, output] as const))(
    'D20 may grow: new fields in the answer to %s are let go, not refused',
    (name, output) => {
      expect(strictIn(output, name)).toEqual([]);
    },
  );
  it.each([...Object.entries(agentEvents), ...Object.entries(customerEvents)])(
    'D20 may grow: new fields of %s are let go, not refused',
    (name, event) => {
      expect(strictIn(event, name)).toEqual([]);
    },
  );
  it('D20 is looked through for real', () => {
    expect(strictIn(agentRequests['message:edit'].input, 'in')).toEqual(['in']);
  });
});
