import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelServer, startModelServer, streamOf } from '../../test/support/model-server.ts';
import { createOpenAiModel } from './openai-model.ts';

const PIECES = ['您好，', '已为您', '查到：', '包裹 📦 今天', '送达 [1]。', ' “Thank you!”'];
const REQUEST = { instructions: 'Answer.', data: '<data x>\n"包裹呢"\n</data x>', maxTokens: 50 };

/** A thousand requests, on a machine that does other things. */
const EVERY_BYTE_MS = 60_000;

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.stop());

async function write(signal = new AbortController().signal): Promise<string> {
  const model = createOpenAiModel({ url: server.url, name: 'local-model', key: 'k-1' });
  let text = '';
  for await (const piece of model.stream(REQUEST, signal)) text += piece;
  return text;
}

describe('a model behind an OpenAI-compatible address', () => {
  it('asks with the name, the key and nothing but the two messages', async () => {
    server.answerWith({ pieces: PIECES });
    expect(await write()).toBe(PIECES.join(''));
    expect(server.asked.at(-1)).toMatchObject({
      key: 'Bearer k-1',
      body: { model: 'local-model', stream: true, messages: [{ role: 'system' }, { role: 'user' }] },
    });
  });

  it(
    'reads the same words wherever the bytes are cut, at every one of them',
    async () => {
      const { length } = streamOf(PIECES);
      for (let at = 1; at < length; at += 1) {
        server.answerWith({ pieces: PIECES, cut: [at] });
        expect(await write(), `cut at ${at}`).toBe(PIECES.join(''));
      }
      server.answerWith({ pieces: PIECES, cut: 1 });
      expect(await write(), 'byte by byte').toBe(PIECES.join(''));
    },
    EVERY_BYTE_MS,
  );

  it(
    'takes an answer that ends anywhere before its finish for none',
    async () => {
      const bytes = streamOf(PIECES);
      const finish = bytes.indexOf('"finish_reason":"stop"');
      for (let length = 0; length <= finish; length += 1) {
        server.answerWith({ raw: bytes.subarray(0, length), isTorn: length % 2 === 0 });
        await expect(write(), `ends at ${length}`).rejects.toMatchObject({ failure: 'unavailable' });
      }
    },
    EVERY_BYTE_MS,
  );

  it.each([
    [401, 'refused'],
    [404, 'refused'],
    [400, 'refused'],
    [429, 'busy'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ])('puts a status of %i into our words: %s', async (status, failure) => {
    server.answerWith({ status });
    await expect(write()).rejects.toMatchObject({ failure });
    server.answerWith({ status, body: '<html>gateway</html>' });
    await expect(write()).rejects.toMatchObject({ failure });
  });

  it('tries once more where the first try was refused for the moment', async () => {
    server.answerWith({ status: 503 }, { pieces: PIECES });
    expect(await write()).toBe(PIECES.join(''));
  });

  it('is unavailable where nobody listens, and where what comes is not the format', async () => {
    server.answerWith({ raw: Buffer.from('data: {"choices": [}\n\n') });
    await expect(write()).rejects.toMatchObject({ failure: 'unavailable' });
    const nobody = createOpenAiModel({ url: 'http://127.0.0.1:9/v1', name: 'm', key: '' });
    const reading = (async () => {
      for await (const piece of nobody.stream(REQUEST, new AbortController().signal)) expect(piece).toBe('');
    })();
    await expect(reading).rejects.toMatchObject({ failure: 'unavailable' });
  });

  it('ends without a word when it is told to', async () => {
    server.answerWith({ isStalled: true });
    const abort = new AbortController();
    const writing = write(abort.signal);
    setTimeout(() => abort.abort(), 50);
    expect(await writing).toBe('');
  });
});
