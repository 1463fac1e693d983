import { describe, expect, it } from 'vitest';
import type { ConversationId } from '#shared/domain/ids';
import type { AgentActor } from '../../backend/runtime/actor.ts';
import { command, logOf, on, openFloor, speak, waitingCustomer } from './floor.ts';

const text = (words: string) => ({ type: 'text' as const, text: words });

describe('the handoff', () => {
  it('H1 H7 leaves a record made from what was said, and tells the customer that a person is coming', async () => {
    const floor = await openFloor();
    await floor.addAgent();
    const customer = await floor.addCustomer();
    await speak(floor, customer, '你好');
    await speak(floor, customer, '订单 SY20261103 三天了还没发货，到底什么时候能到？');
    const { conversation, entry } = await speak(floor, customer, '太差劲了，转人工！');
    const said = await floor.handoff.sayAsBot({
      conversationId: conversation.id,
      inReplyToSeq: entry.seq,
      replies: [text('我们会在 24 小时内为您发货。')],
      dialogue: { step: 1 },
      failures: 2,
      handoff: {
        trigger: 'asked-for-person',
        confidence: 0.97,
        intent: 'order.delivery',
        entities: [{ type: 'order-number', value: 'SY20261103' }],
        tried: [{ code: 'tried.order-looked-up', params: { number: 'SY20261103' } }],
      },
    });
    expect(said).toBe('said');
    const log = await logOf(floor, conversation.id);
    const requested = log.find(({ body }) => body.type === 'handoff-requested');
    expect(requested?.body).toMatchObject({
      record: {
        trigger: 'asked-for-person',
        confidence: 0.97,
        intent: 'order.delivery',
        openQuestion: expect.stringContaining('什么时候能到'),
        summary: expect.stringMatching(/^订单 SY20261103（未核实）/),
        promises: ['我们会在 24 小时内为您发货。'],
        moodCurve: expect.arrayContaining([expect.any(Number)]),
        suggestedReply: expect.stringContaining('核对'),
      },
    });
    const last = log.at(-1);
    expect(last?.author.kind).toBe('system');
    expect(last?.body).toMatchObject({
      content: {
        notice: { code: 'notice.person-coming', params: { minutes: 2 } },
        text: expect.stringContaining('2 分钟'),
      },
    });
    const side = await floor.conversations.currentOfCustomer(customer.customerId);
    expect(side).toMatchObject({ status: 'waiting', waitMinutes: 2 });
  });

  it('H1 has a record also when the customer presses the button before the bot said anything', async () => {
    const floor = await openFloor();
    const customer = await floor.addCustomer('en');
    const key = command(customer);
    const first = await floor.handoff.requestByCustomer({ actor: customer, key });
    expect(await floor.handoff.requestByCustomer({ actor: customer, key })).toEqual(first);
    expect(first.conversation.state).toBe('waiting');
    const again = await floor.handoff.requestByCustomer({ actor: customer, key: command(customer) });
    expect(again.conversation).toMatchObject({ id: first.conversation.id, seq: first.conversation.seq });
    const log = await logOf(floor, first.conversation.id);
    expect(log.map(({ body }) => body.type)).toEqual(['handoff-requested', 'message']);
    expect(log[0]?.body).toMatchObject({
      record: { trigger: 'asked-for-person', summary: '', openQuestion: null },
    });
    // Nobody is on the floor: no minutes are promised.
    expect(log[1]?.body).toMatchObject({ content: { notice: { params: { minutes: 0 } } } });
  });

  it('H2 H9 H10 an offer is accepted by whom it is made to, or lapses to the queue when declined or late', async () => {
    const floor = await openFloor();
    const [from, to, third] = await Promise.all([floor.addAgent(), floor.addAgent(), floor.addAgent()]);
    const { conversationId } = await waitingCustomer(floor);
    const offer = async (content: string) => {
      await floor.handoff.claim(on(from, conversationId));
      return await floor.handoff.transfer({
        ...on(from, conversationId, content),
        toAgentId: to.agentId,
        comment: '懂物流',
      });
    };
    expect((await offer('1')).conversation).toMatchObject({
      state: 'offered',
      owner: null,
      offer: { comment: '懂物流', from: { id: from.agentId } },
    });
    await expect(floor.handoff.claim(on(third, conversationId))).rejects.toMatchObject({
      error: { code: 'already-taken', details: { owner: { id: to.agentId } } },
    });
    await expect(floor.handoff.acceptOffer(on(from, conversationId))).rejects.toMatchObject({
      error: { code: 'conflict', details: { reason: 'offer-over' } },
    });
    expect((await floor.handoff.acceptOffer(on(to, conversationId))).conversation.owner?.id).toBe(to.agentId);
    await floor.handoff.release({ ...on(to, conversationId), comment: '' });
    await offer('2');
    await floor.handoff.declineOffer(on(to, conversationId));
    expect((await floor.store.conversations.find(conversationId))?.state).toBe('waiting');
    floor.pass(1000);
    await offer('3');
    expect(floor.jobs.at(-1)).toMatchObject({ name: 'offer-expiry', delayMs: 60_000 });
    const ends = floor.jobs.flatMap((job) => (job.name === 'offer-expiry' ? [job.payload] : []));
    const [first, latest] = [ends[0] ?? expect.fail(), ends.at(-1) ?? expect.fail()];
    await floor.handoff.expireOffer(first);
    expect((await floor.store.conversations.find(conversationId))?.state).toBe('offered');
    await floor.handoff.expireOffer(latest);
    const row = await floor.store.conversations.find(conversationId);
    expect(row).toMatchObject({ state: 'waiting', wasReturned: true, offer: null });
    await floor.handoff.expireOffer(latest);
    expect(await floor.store.conversations.find(conversationId)).toEqual(row);
  });

  it('H6 H14 after a return the bot does not hand off by itself at once, but hears the wish for a person', async () => {
    const floor = await openFloor();
    const agent = await floor.addAgent();
    const { customer, conversationId } = await waitingCustomer(floor, '垃圾，骗人，气死我了！');
    await floor.handoff.claim(on(agent, conversationId));
    await floor.conversations.sendMessage({
      ...on(agent, conversationId),
      text: '抱歉，已为您催促。',
      seenSeq: null,
    });
    const { conversation } = await floor.handoff.returnToBot({
      ...on(agent, conversationId),
      outcome: 'promised',
      promises: '明天 18:00 前回电',
    });
    expect(conversation).toMatchObject({ state: 'bot', owner: null, unread: 0 });
    expect(await floor.handoff.readForBot(conversationId)).toMatchObject({
      wasReturned: true,
      isCooling: true,
      dialogue: null,
    });
    const turn = async (words: string, trigger: 'anger' | 'asked-for-person') => {
      const { entry } = await speak(floor, customer, words);
      await floor.handoff.sayAsBot({
        conversationId,
        inReplyToSeq: entry.seq,
        replies: [text('好的')],
        dialogue: {},
        handoff: { trigger },
      });
      return (await floor.store.conversations.find(conversationId))?.state;
    };
    expect(await turn('还是很生气！', 'anger')).toBe('bot');
    expect(await turn('气死了！', 'anger')).toBe('bot');
    expect(await turn('气死了！！', 'anger')).toBe('waiting');
    await floor.handoff.claim(on(agent, conversationId, 2));
    await floor.handoff.returnToBot({ ...on(agent, conversationId, 2), outcome: 'solved', promises: '' });
    expect(await turn('转人工', 'asked-for-person')).toBe('waiting');
  });

  it('H6 what nobody answered before the return is answered by the bot', async () => {
    const floor = await openFloor();
    const agent = await floor.addAgent();
    const { conversationId } = await waitingCustomer(floor);
    await floor.handoff.claim(on(agent, conversationId));
    await floor.handoff.returnToBot({ ...on(agent, conversationId), outcome: 'unsolved', promises: '' });
    expect(floor.jobs.at(-1)).toMatchObject({ name: 'bot-turn', payload: { conversationId } });
  });

  it('H9 H3 a lead takes over from the colleague named, and from nobody who was not', async () => {
    const floor = await openFloor();
    const [agent, other] = await Promise.all([floor.addAgent(), floor.addAgent()]);
    const leads = await Promise.all([floor.addAgent('lead'), floor.addAgent('lead')]);
    const { conversationId } = await waitingCustomer(floor);
    const from = (actor: AgentActor, fromAgentId = agent.agentId) =>
      floor.handoff.takeOver({ ...on(actor, conversationId, fromAgentId), fromAgentId });
    await expect(from(leads[0])).rejects.toMatchObject({
      error: { code: 'conflict', details: { reason: 'not-owner' } },
    });
    await floor.handoff.claim(on(agent, conversationId));
    await expect(from(other)).rejects.toMatchObject({ error: { code: 'not-found' } });
    const { cursor } = await floor.conversations.syncWorkspace(agent, null);
    const tried = await Promise.allSettled(leads.map((lead) => from(lead)));
    expect(tried.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const row = await floor.store.conversations.find(conversationId);
    const winner = leads.find(({ agentId }) => agentId === row?.owner?.id) ?? expect.fail('no lead has it');
    expect(tried.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { error: { code: 'already-taken', details: { owner: { id: winner.agentId } } } },
    });
    await expect(from(winner, winner.agentId)).rejects.toMatchObject({
      error: { code: 'conflict', details: { reason: 'same-agent' } },
    });
    const [assigned, notice] = (await logOf(floor, conversationId)).slice(-2);
    expect(assigned?.body).toMatchObject({ type: 'assigned', how: 'take-over' });
    expect(notice?.body).toMatchObject({ content: { notice: { code: 'notice.person-joined' } } });
    const { removed } = await floor.conversations.syncWorkspace(agent, cursor);
    expect(removed).toMatchObject([{ id: conversationId, takenBy: { id: winner.agentId } }]);
  });

  it('H12 H2 closes with a disposition, needs a cause of an upset customer, and may be reopened within a day', async () => {
    const floor = await openFloor();
    await floor.addCauses();
    const [agent, other] = await Promise.all([floor.addAgent(), floor.addAgent()]);
    const { customer, conversationId } = await waitingCustomer(floor, '你们太过分了，骗子，我要投诉！');
    await floor.handoff.claim(on(agent, conversationId));
    const close = (causeCode: string | null) =>
      floor.handoff.close({
        ...on(agent, conversationId, causeCode),
        disposition: { outcome: 'solved', causeCode, comment: '' },
      });
    for (const wrong of [null, 'logistics', 'no.such-thing']) {
      await expect(close(wrong)).rejects.toMatchObject({
        error: { code: 'invalid-input', field: 'disposition.causeCode' },
      });
    }
    expect((await close('logistics.late')).conversation.state).toBe('closed');
    expect((await logOf(floor, conversationId)).at(-1)?.body).toMatchObject({
      content: { notice: { code: 'notice.closed' } },
    });
    await expect(floor.handoff.reopen(on(other, conversationId))).rejects.toMatchObject({
      error: { code: 'conflict', details: { reason: 'not-closer' } },
    });
    const { conversation } = await floor.handoff.reopen(on(agent, conversationId));
    expect(conversation).toMatchObject({ state: 'agent', owner: { id: agent.agentId }, closedAt: null });
    await floor.handoff.close({
      ...on(agent, conversationId, 'again'),
      disposition: { outcome: 'solved', causeCode: 'quality', comment: '' },
    });
    const next = await speak(floor, customer, '还有一个问题');
    expect(next.conversation.id).not.toBe(conversationId);
    await expect(floor.handoff.reopen(on(agent, conversationId, 3))).rejects.toMatchObject({
      error: { code: 'conflict', details: { reason: 'open-conversation-exists' } },
    });
    floor.pass(25 * 60 * 60_000);
    await floor.handoff.close({
      ...on(await floor.addAgent('lead'), next.conversation.id),
      disposition: { outcome: 'abandoned', causeCode: 'quality', comment: '' },
    });
    await expect(floor.handoff.reopen(on(agent, conversationId, 4))).rejects.toMatchObject({
      error: { code: 'conflict', details: { reason: 'closed-long-ago' } },
    });
  });

  it('H7 every step tells the customer in their language who serves them now', async () => {
    const floor = await openFloor();
    const [agent, colleague] = await Promise.all([floor.addAgent(), floor.addAgent()]);
    const customer = await floor.addCustomer('en');
    const { conversation } = await speak(floor, customer, 'Where is my parcel? I want to talk to a human');
    const conversationId: ConversationId = conversation.id;
    await floor.handoff.requestHandoff({ conversationId, trigger: 'asked-for-person' });
    await floor.handoff.claim(on(agent, conversationId));
    await floor.handoff.transfer({ ...on(agent, conversationId), toAgentId: colleague.agentId, comment: '' });
    await floor.handoff.declineOffer(on(colleague, conversationId));
    await floor.handoff.claim(on(colleague, conversationId));
    await floor.handoff.returnToBot({ ...on(colleague, conversationId), outcome: 'solved', promises: '' });
    const { entries } = await floor.conversations.listForCustomer(customer.customerId, { limit: 50 });
    const notices = entries.flatMap(({ content }) => (content.type === 'notice' ? [content] : []));
    expect(notices.map(({ notice }) => notice.code)).toEqual([
      'notice.person-coming',
      'notice.person-joined',
      'notice.transferring',
      'notice.waiting-again',
      'notice.person-joined',
      'notice.bot-back',
    ]);
    for (const { text: words } of notices) expect(words).toMatch(/^[\x20-\x7e“”]+$/);
    expect(notices[1]?.text).toContain('Agent ');
  });
});
