import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderStatusSchema } from '#shared/domain/card';
import { catalogue, productById } from '../catalogue/catalogue.ts';
import { DAY_MS, HOUR_MS, shopHour } from '../moments.ts';
import { membershipOf, policies } from '../policies.ts';
import { staff } from '../staff/agents.ts';
import { rootCauseLeaves } from '../staff/root-causes.ts';
import { makeHistory } from './make-history.ts';
import type { DemoConversation, DemoHistory, DemoOrder } from './people.ts';

const now = new Date('2026-11-22T06:00:00Z');
const history = makeHistory({ seed: 7, now });
const { customers, conversations } = history;
const orders = customers.flatMap((customer) => customer.orders);
const textsOf = (conversation: DemoConversation) =>
  conversation.steps.flatMap((step) => ('text' in step ? [{ kind: step.kind, text: step.text }] : []));

describe('the customers', () => {
  it('are 200, four fifths of whom write Chinese, none twice', () => {
    expect(customers).toHaveLength(200);
    const chinese = customers.filter(({ language }) => language === 'zh').length;
    expect(chinese).toBeGreaterThanOrEqual(150);
    expect(chinese).toBeLessThanOrEqual(170);
    for (const key of ['key', 'name', 'phone', 'email'] as const) {
      expect(new Set(customers.map((customer) => customer[key])).size, key).toBe(200);
    }
  });

  it('can be reached by nobody: phones and addresses are plainly invented', () => {
    for (const { phone, email } of customers) {
      expect(phone).toMatch(/^1000000\d{4}$/);
      expect(email).toMatch(/^[a-z.]+\d+@example\.com$/);
    }
  });

  it('have the membership that their orders of the year earn', () => {
    for (const { key, membership, orders: own } of customers) {
      const counted = own.filter(
        ({ status }) => !['pending-payment', 'cancelled', 'refunded'].includes(status),
      );
      expect(membership, key).toBe(membershipOf(counted.reduce((sum, { totalFen }) => sum + totalFen, 0)));
    }
    expect(new Set(customers.map(({ membership }) => membership)).size).toBe(4);
  });

  it('bought and looked at things only while they were customers and the things were on sale', () => {
    for (const { since, orders: own, views } of customers) {
      for (const order of own) expect(order.placedAt.getTime()).toBeGreaterThan(since.getTime());
      expect(new Set(views.map(({ productId }) => productId)).size).toBe(views.length);
      for (const { productId, at, times } of views) {
        expect(productById(productId).id).toBe(productId);
        expect(at < now && times > 0).toBe(true);
      }
    }
  });
});

describe('the orders', () => {
  it('are up to 15 for each, in every state, under numbers of their own', () => {
    for (const { orders: own } of customers) expect(own.length).toBeLessThanOrEqual(15);
    expect(customers.filter(({ orders: own }) => own.length > 0).length).toBeGreaterThan(180);
    expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(orderStatusSchema.options));
    expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length);
    for (const { number } of orders) expect(number).toMatch(/^SY\d{12}$/);
  });

  it('add up', () => {
    for (const { number, totalFen, lines } of orders) {
      const goods = lines.reduce((sum, { priceFen, quantity }) => sum + priceFen * quantity, 0);
      const fee = goods >= policies.shipping.freeFromFen ? 0 : policies.shipping.feeFen;
      expect(totalFen, number).toBe(goods + fee);
      for (const { sku, productId } of lines) {
        expect(
          productById(productId).variants.map((variant) => variant.sku),
          number,
        ).toContain(sku);
      }
    }
  });

  it('were of things that were already on sale', () => {
    const released = new Map(catalogue.map(({ id, releasedDaysAgo }) => [id, releasedDaysAgo]));
    for (const { placedAt, lines } of orders) {
      const daysAgo = (now.getTime() - placedAt.getTime()) / DAY_MS;
      for (const { productId } of lines) expect(released.get(productId) ?? 0).toBeGreaterThan(daysAgo);
    }
  });

  it('have a way that runs forward, ends before now, and fits their state', () => {
    const last: Partial<Record<DemoOrder['status'], readonly string[]>> = {
      paid: ['paid'],
      packed: ['packed'],
      shipped: ['left', 'transit', 'hub', 'depot'],
      delivered: ['delivered'],
      returning: ['return-asked', 'return-picked', 'return-received'],
      refunded: ['refunded'],
      cancelled: ['cancelled'],
    };
    for (const { number, placedAt, status, tracking } of orders) {
      const times = [placedAt, ...tracking.map(({ at }) => at), now].map((at) => at.getTime());
      expect(times, number).toEqual(times.toSorted((a, b) => a - b));
      expect(last[status] ?? [undefined], number).toContain(tracking.at(-1)?.stage);
    }
  });

  it('are late, stuck or unpaid back for some, by more than the policy allows', () => {
    const open = orders.filter(({ status }) => ['paid', 'packed', 'shipped', 'returning'].includes(status));
    const of = (trouble: DemoOrder['trouble']) => open.filter((order) => order.trouble === trouble);
    expect(of('late-dispatch').length).toBeGreaterThanOrEqual(10);
    expect(of('stuck').length).toBeGreaterThanOrEqual(10);
    expect(of('slow-refund').length).toBeGreaterThanOrEqual(8);
    for (const { promisedAt } of of('late-dispatch'))
      expect(promisedAt?.getTime()).toBeLessThan(now.getTime());
    for (const { tracking } of of('stuck')) {
      const hours = (now.getTime() - (tracking.at(-1)?.at.getTime() ?? 0)) / HOUR_MS;
      expect(hours).toBeGreaterThan(policies.shipping.stuckAfterHours);
    }
    for (const { tracking } of of('slow-refund')) {
      const days = (now.getTime() - (tracking.at(-1)?.at.getTime() ?? 0)) / DAY_MS;
      expect(days).toBeGreaterThan(
        policies.returns.refundWorkingDays + policies.returns.inspectionHours / 24,
      );
    }
  });
});

describe('the conversations', () => {
  it('are at least 350 over twelve months and all channels, some on two', () => {
    expect(conversations.length).toBeGreaterThanOrEqual(350);
    const channelsOf = ({ steps }: DemoConversation) =>
      new Set(steps.flatMap((step) => (step.kind === 'customer' ? [step.channel] : [])));
    const used = conversations.map(channelsOf);
    expect(new Set(used.flatMap((channels) => [...channels]))).toEqual(
      new Set(['web', 'app', 'mini-program']),
    );
    expect(used.filter(({ size }) => size > 1).length).toBeGreaterThan(15);
    const oldest = conversations[0]?.openedAt.getTime() ?? 0;
    expect(now.getTime() - oldest).toBeGreaterThan(250 * DAY_MS);
    expect(now.getTime() - oldest).toBeLessThan(366 * DAY_MS);
  });

  it('run forward from opening to close, all in the past', () => {
    for (const { openedAt, steps, closedAt } of conversations) {
      const times = [openedAt, ...steps.map(({ at }) => at), closedAt, now].map((at) => at.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  it('H3: let an agent speak only after the claim, in hours when people work', () => {
    const logins = staff.map(({ login }) => login);
    for (const { steps, closedBy } of conversations) {
      const claim = steps.findIndex(({ kind }) => kind === 'claim');
      expect(closedBy === null).toBe(claim < 0);
      if (closedBy !== null) expect(logins).toContain(closedBy);
      steps.forEach((step, index) => {
        if (step.kind === 'agent' || step.kind === 'note') {
          expect(index).toBeGreaterThan(claim);
          expect(step.agent).toBe(closedBy);
          const hour = shopHour(step.at);
          expect(hour >= policies.service.agentsFromHour && hour < policies.service.agentsToHour).toBe(true);
        }
        if (step.kind === 'bot' && claim >= 0) expect(index).toBeLessThan(claim);
      });
    }
  });

  it('end with a root cause and an outcome, most but not all solved', () => {
    const leaves = rootCauseLeaves().map(({ code }) => code);
    for (const { causeCode } of conversations) expect(leaves).toContain(causeCode);
    expect(new Set(conversations.map(({ causeCode }) => causeCode)).size).toBeGreaterThan(30);
    expect(new Set(conversations.map(({ outcome }) => outcome)).size).toBeGreaterThanOrEqual(3);
  });

  it('are of customers who were there, about orders of their own, none told twice', () => {
    const byKey = new Map(customers.map((customer) => [customer.key, customer]));
    const told = conversations.flatMap(({ orderNumber }) => orderNumber ?? []);
    expect(new Set(told).size).toBe(told.length);
    for (const { customerKey, language, openedAt, orderNumber } of conversations) {
      const customer = byKey.get(customerKey);
      expect(customer?.language).toBe(language);
      expect(customer && openedAt > customer.since).toBe(true);
      if (orderNumber === null) continue;
      const order = customer?.orders.find(({ number }) => number === orderNumber);
      expect(order && order.placedAt < openedAt, orderNumber).toBe(true);
    }
  });

  it('read as if people had written them: no gap left open, no customer who says the same twice', () => {
    for (const conversation of conversations) {
      const texts = textsOf(conversation);
      for (const { text } of texts) expect(text).not.toMatch(/^@|[{}|]|undefined|\/\//);
      const said = texts.filter(({ kind }) => kind === 'customer').map(({ text }) => text);
      expect(new Set(said).size).toBe(said.length);
    }
    const firsts = conversations.map((conversation) => textsOf(conversation)[0]?.text);
    expect(new Set(firsts).size).toBeGreaterThan(conversations.length * 0.9);
    for (const { key } of customers) {
      const own = conversations
        .filter(({ customerKey }) => customerKey === key)
        .map((one) => textsOf(one)[0]?.text);
      expect(new Set(own).size).toBe(own.length);
    }
  });

  it('explain the anger of today: most whose order is in trouble have been promised something', () => {
    const troubled = orders.filter(
      ({ status, trouble }) => trouble !== null && !['delivered', 'refunded', 'cancelled'].includes(status),
    );
    const promised = new Set(
      conversations.flatMap(({ outcome, orderNumber }) => (outcome === 'promised' ? [orderNumber] : [])),
    );
    const told = troubled.filter(({ number }) => promised.has(number)).length;
    expect(told).toBeGreaterThan(troubled.length * 0.3);
  });
});

describe('the whole history', () => {
  it('is the same for the same seed and now, another for another seed', () => {
    expect(makeHistory({ seed: 7, now })).toEqual(history);
    expect(names(makeHistory({ seed: 8, now }))).not.toEqual(names(history));
  });

  it('can be told at any hour of any day', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.date({ min: new Date('2025-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (seed, moment) => {
          const told = makeHistory({ seed, now: moment });
          expect(told.conversations.length).toBeGreaterThanOrEqual(350);
          for (const { closedAt } of told.conversations)
            expect(closedAt.getTime()).toBeLessThan(moment.getTime());
          for (const order of told.customers.flatMap((customer) => customer.orders)) {
            const steps = order.tracking.map(({ at }) => at.getTime());
            expect(steps).toEqual(steps.toSorted((a, b) => a - b));
            expect(steps.every((at) => at >= order.placedAt.getTime() && at < moment.getTime())).toBe(true);
          }
        },
      ),
      { numRuns: 6 },
    );
  });
});

function names({ customers: people }: DemoHistory): string[] {
  return people.map(({ name }) => name);
}
