/** What a model is asked: instructions of ours, then what is given to it as data. Lengths in tokens. */
export type ModelRequest = { instructions: string; data: string; maxTokens: number };

/** Why a model gave nothing: it can't be reached or broke off, asks for less at once, or refuses the request as such. */
export type ModelFailure = 'unavailable' | 'busy' | 'refused';

/** Thrown by a model; never carries what it was asked. */
export class ModelError extends Error {
  readonly failure: ModelFailure;

  constructor(failure: ModelFailure, message: string) {
    super(message);
    this.name = 'ModelError';
    this.failure = failure;
  }
}

/**
 * A language model of the shop's choice. Yields the answer piece by piece; ends early, without throwing, when the signal is aborted, and throws
 * `ModelError` when it fails or stalls.
 */
export type LanguageModel = { stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<string> };
