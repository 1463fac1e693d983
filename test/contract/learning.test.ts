import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationId, EntryId } from '#shared/domain/ids';
import type { IntentName } from '#shared/domain/intent';
import type { Language } from '#shared/domain/language';
import type { ArticleContent, Candidate } from '#shared/domain/learning';
import type { MoodLabel } from '#shared/domain/mood';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, type CustomerClient, clientId, openSession } from '../support/clients.ts';
import { SOON } from '../support/soon.ts';

let backend: TestBackend;
let lead: AgentClient;
let agent: AgentClient;
beforeAll(async () => {
  backend = await startBackend();
  lead = await backend.agent('wang');
  agent = await backend.agent('lin');
});
afterAll(async () => {
  lead.close();
  agent.close();
  await backend.stop();
});

type Asked = { customer: CustomerClient; conversationId: ConversationId; entryId: EntryId };

/** A new customer says this to the bot, which has had its turn. */
async function ask(text: string, language: Language = 'zh'): Promise<Asked> {
  const customer = await backend.customer(await openSession(backend.url, { language }));
  const { entry } = await customer.ask('message:send', { clientId: clientId(), text });
  await backend.idle();
  return { customer, conversationId: entry.conversationId, entryId: entry.id };
}

/** An agent takes the conversation and says this. */
async function answer({ conversationId }: Asked, text: string): Promise<void> {
  await lead.ask('conversation:claim', { clientId: clientId(), conversationId });
  await lead.ask('message:send', { clientId: clientId(), conversationId, text, seenSeq: null });
}

async function candidates(state: Candidate['state'] = 'open'): Promise<Candidate[]> {
  return (await lead.ask('candidate:list', { state })).candidates;
}

function content(zh: { title: string; questions?: string[]; answer: string }): ArticleContent {
  return {
    title: { zh: zh.title, en: '' },
    questions: { zh: zh.questions ?? [], en: [] },
    answer: { zh: zh.answer, en: '' },
  };
}

describe('questions that the bot could not answer', () => {
  it('become one candidate, proposed with what agents answered, and an article that answers on every channel at once', async () => {
    for (const [question, reply] of [
      ['你们支持花呗分期吗', '支持的，花呗可以分 3 期，结账时选花呗就行。'],
      ['可以用花呗付款吗', '可以用花呗，结账时选花呗，有问题打我电话13812345678'],
      ['能不能花呗分期付款', '好的'],
    ] as const) {
      await answer(await ask(question), reply);
    }
    await ask('你们招人吗');
    await backend.services.learning.gather();
    const open = await candidates();
    const credit = open.find(({ questions }) => questions.some((text) => text.includes('花呗')));
    expect(credit).toMatchObject({ language: 'zh', reason: 'unanswered', asked: 3 });
    expect(credit?.answer).toContain('花呗');
    expect(JSON.stringify(open)).not.toContain('13812345678');
    if (!credit) return;

    const { article, broken } = await lead.ask('candidate:approve', {
      clientId: clientId(),
      candidateId: credit.id,
      target: null,
      content: content({
        title: '花呗分期',
        questions: credit.questions,
        answer: '支持花呗，可分 3 期，结账时选择即可。',
      }),
    });
    expect(article).toMatchObject({ version: 1, by: { name: { zh: '王岚' } } });
    expect(broken).toEqual([]);
    const { customer, conversationId } = await ask('请问可以花呗分期吗？');
    const page = await customer.ask('entry:list', { conversationId, after: 0 });
    expect(JSON.stringify(page.entries)).toContain('支持花呗，可分 3 期，结账时选择即可。');
    expect(await candidates('approved')).toMatchObject([{ id: credit.id, articleId: article.id }]);
  });

  it('are decided on once, by leads alone; what was rejected is not proposed again', async () => {
    const [store] = await candidates();
    if (!store) throw new Error('Nothing is open');
    const decision = { candidateId: store.id, clientId: clientId() };
    expect((await agent.refusal('candidate:reject', { ...decision, comment: '' })).code).toBe('not-found');
    await lead.ask('candidate:reject', { ...decision, comment: '不归客服管' });
    const late = {
      ...decision,
      clientId: clientId(),
      target: null,
      content: content({ title: '招聘', answer: '没有' }),
    };
    expect(await lead.refusal('candidate:approve', late)).toMatchObject({
      code: 'conflict',
      details: { reason: 'decided', state: 'rejected' },
    });
    await ask('请问你们现在招人吗');
    await backend.services.learning.gather();
    expect((await candidates()).flatMap(({ questions }) => questions).join()).not.toContain('招人');
    expect((await candidates('rejected'))[0]).toMatchObject({ asked: 2, decided: { comment: '不归客服管' } });
  });

  it('an answer that an agent calls wrong makes its question a candidate against the article', async () => {
    const asked = await ask('花呗分期要手续费吗');
    await lead.ask('answer:reject', {
      clientId: clientId(),
      conversationId: asked.conversationId,
      entryId: asked.entryId,
    });
    await backend.services.learning.gather();
    const all = await Promise.all((['open', 'approved'] as const).map((state) => candidates(state)));
    expect(all.flat().flatMap(({ questions }) => questions)).toContain('花呗分期要手续费吗');
  });
});

describe('articles', () => {
  it('have versions: an older one is restored by saving it anew, and nobody overwrites what they have not seen', async () => {
    const first = content({ title: '发票', answer: '电子发票随订单发出。' });
    const { article } = await lead.ask('article:save', {
      clientId: clientId(),
      target: null,
      content: first,
    });
    const changed = { ...first, answer: { zh: '发票在签收后开。', en: '' } };
    const target = { id: article.id, version: article.version };
    const { article: second } = await lead.ask('article:save', {
      clientId: clientId(),
      target,
      content: changed,
    });
    expect(second.version).toBe(2);
    expect(
      await lead.refusal('article:save', { clientId: clientId(), target, content: first }),
    ).toMatchObject({
      code: 'conflict',
      details: { reason: 'newer-version' },
    });
    await lead.ask('article:save', {
      clientId: clientId(),
      target: { id: article.id, version: 2 },
      content: first,
    });
    const { versions } = await lead.ask('article:versions', { id: article.id });
    expect(versions.map(({ version, answer: { zh } }) => [version, zh])).toEqual([
      [3, first.answer.zh],
      [2, changed.answer.zh],
      [1, first.answer.zh],
    ]);
    await lead.ask('article:remove', { clientId: clientId(), target: { id: article.id, version: 3 } });
    const { articles } = await lead.ask('article:list', {});
    expect(articles.map(({ id }) => id)).not.toContain(article.id);
    expect((await lead.ask('article:versions', { id: article.id })).versions[0]).toMatchObject({
      version: 4,
      isRemoved: true,
    });
  });

  it('name the field that is missing', async () => {
    const save = (bad: ArticleContent) =>
      lead.refusal('article:save', { clientId: clientId(), target: null, content: bad });
    expect(await save(content({ title: '', answer: '有' }))).toMatchObject({
      code: 'invalid-input',
      field: 'content.title.zh',
    });
    expect(await save(content({ title: '有', answer: '' }))).toMatchObject({ field: 'content.answer.zh' });
  });

  it('say which questions with a known answer a change breaks', async () => {
    const [credit] = (await lead.ask('article:list', {})).articles.filter(
      ({ title }) => title.zh === '花呗分期',
    );
    if (!credit) throw new Error('The article is gone');
    const { broken } = await lead.ask('article:save', {
      clientId: clientId(),
      target: { id: credit.id, version: credit.version },
      content: content({ title: '会员日', answer: '每月八号。' }),
    });
    expect(broken.map(({ expected }) => expected)).toContain(credit.id);
  });
});

describe('corrections', () => {
  const wrongMoods: [string, MoodLabel][] = [
    ['给我讲个笑话呗', 'neutral'],
    ['讲个笑话听听', 'neutral'],
    ['再讲一个笑话', 'neutral'],
    ['会讲笑话吗', 'neutral'],
    ['笑话笑话', 'neutral'],
    ['这波操作我给零分', 'complaint'],
    ['零分服务', 'complaint'],
    ['服务零分', 'complaint'],
    ['给你们打零分', 'complaint'],
  ];

  it('Q5 teach the mood model; what is better serves at once, and going back is one command', async () => {
    const score = (text: string) => backend.services.sentiment.score(text, 'zh');
    const before = wrongMoods.map(([text]) => score(text));
    for (const [text, label] of wrongMoods) {
      const { conversationId, entryId } = await ask(text);
      await lead.ask('mood:correct', { clientId: clientId(), conversationId, entryId, label });
    }
    await lead.ask('model:retrain', { clientId: clientId() });
    const version = await vi.waitFor(async () => {
      const [newest] = (await lead.ask('model:list', {})).versions;
      if (newest === undefined) throw new Error('not learned yet');
      return newest;
    }, 60_000);
    expect(version).toMatchObject({
      task: 'mood',
      language: 'zh',
      number: 1,
      state: 'active',
      corrections: 9,
    });
    expect(version.after.regression.right).toBeGreaterThanOrEqual(version.before.regression.right);
    expect(version.after.learned.right).toBeGreaterThan(version.before.learned.right);
    const readRightly = () => wrongMoods.filter(([text, label]) => score(text).label === label).length;
    const rightBefore = wrongMoods.filter(([, label], at) => before[at]?.label === label).length;
    await vi.waitFor(() => expect(readRightly()).toBeGreaterThan(rightBefore), SOON);

    await lead.ask('model:activate', { clientId: clientId(), task: 'mood', language: 'zh', versionId: null });
    expect(wrongMoods.map(([text]) => score(text))).toEqual(before);
    await lead.ask('model:activate', {
      clientId: clientId(),
      task: 'mood',
      language: 'zh',
      versionId: version.id,
    });
    expect(readRightly()).toBeGreaterThan(rightBefore);
  });

  it('teach the intents, and too few teach nothing', async () => {
    const lessons: [string, IntentName][] = [
      ['宝贝走到哪个山头了', 'order-status'],
      ['宝贝到哪个山头了呀', 'order-status'],
      ['东西还在山头吗', 'order-status'],
      ['我那单爬到哪个山头', 'order-status'],
    ];
    for (const [text, intent] of lessons) {
      const { conversationId, entryId } = await ask(text);
      await lead.ask('intent:correct', { clientId: clientId(), conversationId, entryId, intent });
    }
    expect((await backend.services.learning.retrainNow()).filter(({ task }) => task === 'intent')).toEqual(
      [],
    );
    const { conversationId, entryId } = await ask('山头到了没');
    await lead.ask('intent:correct', {
      clientId: clientId(),
      conversationId,
      entryId,
      intent: 'order-status',
    });
    const learned = (await backend.services.learning.retrainNow()).find(({ task }) => task === 'intent');
    expect(learned).toMatchObject({ language: 'zh', corrections: 5 });
    const { heldOut, learned: taught } = learned?.after ?? { heldOut: { rows: 0 }, learned: { rows: 0 } };
    expect(heldOut.rows + taught.rows).toBe(5);
  });

  it('are of a customer’s message in the conversation named', async () => {
    const asked = await ask('你好');
    const other = await ask('在吗');
    const wrong = { clientId: clientId(), conversationId: asked.conversationId, entryId: other.entryId };
    expect((await lead.refusal('intent:correct', { ...wrong, intent: 'greeting' })).code).toBe('not-found');
    expect((await lead.refusal('answer:reject', { ...wrong, entryId: asked.entryId })).code).toBe(
      'not-found',
    );
  });
});
