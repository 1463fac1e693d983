import { z } from 'zod';
import * as agent from '#shared/domain/agent';
import * as card from '#shared/domain/card';
import * as channel from '#shared/domain/channel';
import * as conversation from '#shared/domain/conversation';
import * as customer from '#shared/domain/customer';
import * as disposition from '#shared/domain/disposition';
import * as entry from '#shared/domain/entry';
import * as handoff from '#shared/domain/handoff';
import * as ids from '#shared/domain/ids';
import * as language from '#shared/domain/language';
import * as mood from '#shared/domain/mood';
import * as recommendation from '#shared/domain/recommendation';
import * as undelivered from '#shared/domain/undelivered';
import { agentEvents } from '#shared/protocol/agent-events';
import { agentRequests } from '#shared/protocol/agent-requests';
import { customerEvents } from '#shared/protocol/customer-events';
import {
  customerConversationSchema,
  customerRequests,
  openedSessionSchema,
  openSessionSchema,
} from '#shared/protocol/customer-requests';
import { errorCodeSchema, protocolErrorSchema } from '#shared/protocol/errors';
import { handshakeSchema } from '#shared/protocol/handshake';
import type { RequestContract } from '#shared/protocol/request';
import { signedInSchema, signInSchema } from '#shared/protocol/sign-in';
import { inboundEventSchema, outboundEventSchema, receivedEventSchema } from '#shared/protocol/webhook';

/**
 * The shapes of everything that crosses the wire, written as readable types out of the schemas themselves: the part of docs/protocol.md that
 * must never be wrong.
 */
export function protocolShapes(): string {
  return [
    '### Nouns',
    block(nouns().map(([name, schema]) => `${name} = ${shape(schema, { isNamed: true })}`)),
    '### Connecting, signing in, webhooks',
    block([
      `handshake        ${shape(handshakeSchema)}`,
      `sign-in          ${shape(signInSchema)}`,
      `signed in        ${shape(signedInSchema)}`,
      `customer session ${shape(openSessionSchema)}`,
      `session opened   ${shape(openedSessionSchema)}`,
      `webhook, in      ${shape(inboundEventSchema)}`,
      `webhook, answer  ${shape(receivedEventSchema)}`,
      `webhook, out     ${shape(outboundEventSchema)}`,
    ]),
    '### Requests of `/agent`',
    block(Object.entries(agentRequests).map(request)),
    '### Events of `/agent`',
    block(Object.entries(agentEvents).map(event)),
    '### Requests of `/customer`',
    block(Object.entries(customerRequests).map(request)),
    '### Events of `/customer`',
    block(Object.entries(customerEvents).map(event)),
  ].join('\n\n');
}

type Json = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Json[];
  oneOf?: Json[];
  items?: Json;
  properties?: Record<string, Json>;
  required?: string[];
  additionalProperties?: Json | boolean;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  default?: unknown;
};

const domain = [
  agent,
  card,
  channel,
  conversation,
  customer,
  disposition,
  entry,
  handoff,
  ids,
  language,
  mood,
  recommendation,
  undelivered,
];
const registry = z.registry<{ id: string }>();
for (const [name, schema] of nouns()) registry.add(schema, { id: name });

function nouns(): [string, z.ZodType][] {
  const exported = [
    ...domain.flatMap((module) => Object.entries(module)),
    ['customerConversationSchema', customerConversationSchema] as const,
    ['errorCodeSchema', errorCodeSchema] as const,
    ['protocolErrorSchema', protocolErrorSchema] as const,
  ];
  return (
    exported
      .filter(
        (pair): pair is [string, z.ZodType] => pair[0].endsWith('Schema') && pair[1] instanceof z.ZodType,
      )
      // Ids differ for the compiler alone; on the wire each is a UUID.
      .filter(([name]) => !/Id(Schema)$/.test(name) || name === 'productIdSchema')
      .map(([name, schema]): [string, z.ZodType] => [nounName(name), schema])
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
  );
}

function nounName(name: string): string {
  const short = name.replace(/Schema$/, '');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

function request([name, { kind, input, output }]: [string, RequestContract]): string {
  return `${name} (${kind})\n  in  ${shape(input)}\n  out ${shape(output)}`;
}

function event([name, schema]: [string, z.ZodType]): string {
  return `${name}\n  ${shape(schema)}`;
}

function block(lines: string[]): string {
  return `\`\`\`ts\n${lines.join('\n')}\n\`\`\``;
}

/** `isNamed`: the schema is a noun itself, and its own definition is wanted, not its name. */
function shape(schema: z.ZodType, { isNamed = false } = {}): string {
  const json = z.toJSONSchema(schema, { metadata: registry, io: 'input', unrepresentable: 'any' }) as Json & {
    $defs?: Record<string, Json>;
  };
  const own = isNamed && json.$ref !== undefined ? (json.$defs?.[refName(json.$ref)] ?? json) : json;
  return write(own);
}

function write(json: Json): string {
  if (json.$ref !== undefined) return refName(json.$ref);
  const choices = json.anyOf ?? json.oneOf;
  if (choices !== undefined) return choices.map(write).join(' | ');
  if (json.const !== undefined) return quote(json.const);
  if (json.enum !== undefined) return json.enum.map(quote).join(' | ');
  switch (json.type) {
    case 'object':
      return writeObject(json);
    case 'array':
      return writeArray(json);
    case 'string':
      return writeText(json);
    case 'integer':
    case 'number':
      return writeNumber(json);
    case undefined:
      return 'anything';
    default:
      return [json.type]
        .flat()
        .map((type) => (type === 'string' ? 'text' : type))
        .join(' | ');
  }
}

function writeObject({ properties, required = [], additionalProperties }: Json): string {
  if (properties === undefined) {
    const values = typeof additionalProperties === 'object' ? write(additionalProperties) : 'anything';
    return `{ [name]: ${values} }`;
  }
  const fields = Object.entries(properties).map(([name, value]) => {
    const isOptional = !required.includes(name);
    const fallback = value.default === undefined ? '' : ` = ${JSON.stringify(value.default)}`;
    return `${name}${isOptional ? '?' : ''}: ${write(value)}${fallback}`;
  });
  return fields.length === 0 ? '{}' : `{ ${fields.join('; ')} }`;
}

function writeArray({ items, minItems, maxItems }: Json): string {
  const item = items === undefined ? 'anything' : write(items);
  const many = item.includes(' ') ? `(${item})[]` : `${item}[]`;
  return `${many}${bounds(minItems, maxItems)}`;
}

function writeText({ format, minLength, maxLength, pattern }: Json): string {
  if (format === 'uuid') return 'uuid';
  if (format === 'date-time') return 'moment';
  const form = pattern === undefined || format !== undefined ? '' : ` like ${pattern}`;
  return `text${bounds(minLength, maxLength)}${form}`;
}

function writeNumber({ type, minimum, maximum, exclusiveMinimum }: Json): string {
  const least = exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1;
  const isOpen = (value: number | undefined) =>
    value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER;
  return `${type === 'integer' ? 'int' : 'number'}${bounds(isOpen(least) ? undefined : least, isOpen(maximum) ? undefined : maximum)}`;
}

function bounds(least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return '';
  return `(${least ?? ''}…${most ?? ''})`;
}

function refName(ref: string): string {
  return ref.split('/').at(-1) ?? ref;
}

function quote(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
