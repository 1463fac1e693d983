import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { type LanguageModel, ModelError } from '../modules/drafting/index.ts';

/** Where a model is served. `url` is the base address, such as `https://host/v1`; `key` may be empty where none is asked for. */
export type ModelAddress = { url: string; name: string; key: string };

/** How long to wait for the first byte of an answer, and how often to try again before it. */
const TIMEOUT_MS = 20_000;
const RETRIES = 1;

/**
 * A model behind an address that speaks OpenAI's chat completions, streaming. The SDK reads the stream; what it throws is put into our words,
 * without what was asked.
 */
export function createOpenAiModel({ url, name, key }: ModelAddress): LanguageModel {
  const client = new OpenAI({
    baseURL: url,
    apiKey: key || 'none',
    timeout: TIMEOUT_MS,
    maxRetries: RETRIES,
    logLevel: 'off',
    // The SDK would read these from the environment, which is config's alone to read.
    organization: null,
    project: null,
  });
  return {
    async *stream({ instructions, data, maxTokens }, signal) {
      try {
        const stream = await client.chat.completions.create(
          {
            model: name,
            stream: true,
            max_tokens: maxTokens,
            temperature: 0.3,
            messages: [
              { role: 'system', content: instructions },
              { role: 'user', content: data },
            ],
          },
          { signal },
        );
        let isFinished = false;
        for await (const chunk of stream) {
          const [choice] = chunk.choices ?? [];
          if (choice?.delta?.content) yield choice.delta.content;
          isFinished ||= choice?.finish_reason != null;
        }
        // A line that was cut looks like an end. Half an answer that looks whole is worse than none.
        if (!isFinished && !signal.aborted) throw new ModelError('unavailable', 'The answer broke off');
      } catch (error) {
        if (!signal.aborted) throw inOurWords(error);
      }
    },
  };
}

function inOurWords(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  if (error instanceof APIUserAbortError || error instanceof APIConnectionError) {
    return new ModelError('unavailable', 'The language model can’t be reached');
  }
  if (error instanceof APIError) {
    const status: number | undefined = error.status;
    if (status === 429) return new ModelError('busy', 'The language model asks for less at once');
    if (status !== undefined && status < 500 && status !== 408) {
      return new ModelError('refused', `The language model refused the request (${status})`);
    }
  }
  return new ModelError('unavailable', 'The language model failed');
}
