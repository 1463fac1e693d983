import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agentEvents } from '#shared/protocol/agent-events';
import { agentRequests } from '#shared/protocol/agent-requests';
import { customerEvents } from '#shared/protocol/customer-events';
import { customerRequests } from '#shared/protocol/customer-requests';
import { conflictReasonSchema, errorCodeSchema } from '#shared/protocol/errors';
import { PROTOCOL_VERSION } from '#shared/protocol/version';
import { routeMatrix } from '../../backend/modules/access/index.ts';
import { SETTING_NAMES } from '../../backend/runtime/config.ts';
import { protocolShapes } from '../support/protocol-shapes.ts';

/** docs/protocol.md is complete enough to write another client from: nothing of the contract may be missing from it, or different in it. */

const docs = resolve(import.meta.dirname, '../../docs');
const path = resolve(docs, 'protocol.md');
const text = readFileSync(path, 'utf8');
const [, between = ''] = /<!-- shapes -->\n([\s\S]*?)<!-- end of shapes -->/.exec(text) ?? [];

describe('docs/protocol.md', () => {
  it('has the shapes that the schemas have (written anew with BATON_UPDATE_DOCS=1)', () => {
    const shapes = `\n${protocolShapes()}\n\n`;
    if (process.env['BATON_UPDATE_DOCS'] === '1') {
      const part = /(<!-- shapes -->\n)[\s\S]*?(<!-- end of shapes -->)/;
      writeFileSync(
        path,
        text.replace(part, (_all, head: string, foot: string) => head + shapes + foot),
      );
    } else {
      expect(between).toBe(shapes);
    }
  });

  it.each([
    ['requests of staff', Object.keys(agentRequests), '## 5.'],
    ['requests of customers', Object.keys(customerRequests), '## 6.'],
    ['events for staff', Object.keys(agentEvents), '## 5.'],
    ['events for customers', Object.keys(customerEvents), '## 6.'],
    ['errors', errorCodeSchema.options, '## 2.'],
    ['reasons of conflicts', conflictReasonSchema.options, '## 2.'],
  ])('explains all %s', (_what, names, chapter) => {
    const start = text.indexOf(chapter);
    const chapterText = text.slice(start, text.indexOf('\n## ', start));
    expect(names.filter((name) => !chapterText.includes(`\`${name}\``))).toEqual([]);
  });

  it('names the present version and every route of the protocol', () => {
    expect(text).toContain(`Version **${PROTOCOL_VERSION}**`);
    const stems = Object.keys(routeMatrix).map((route) => (route.split(' ')[1] ?? '').split('/:')[0] ?? '');
    expect(stems.filter((stem) => !stem.startsWith('/api/shop') && !text.includes(stem))).toEqual([]);
  });
});

describe('docs/operating.md', () => {
  it('explains every setting', () => {
    const operating = readFileSync(resolve(docs, 'operating.md'), 'utf8');
    expect(SETTING_NAMES.filter((name) => !operating.includes(`\`${name}\``))).toEqual([]);
  });
});
