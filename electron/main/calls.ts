import {
  type Call,
  type CallRequest,
  type CallResponse,
  calls,
  type Fact,
  type FactPayload,
  facts,
} from '#shared/desktop/contract';
import { CONSOLE_ORIGIN } from '#shared/desktop/origin';
import type { ContentsPart, ElectronParts } from './electron-parts.ts';

/** One handler for each call of the contract; a missing one does not compile. */
export type CallHandlers = {
  readonly [C in Call]: (request: CallRequest<C>) => CallResponse<C> | Promise<CallResponse<C>>;
};

/**
 * Answers the console's calls: only from the main frame of the console's own origin, only with a payload that fits the contract, and with an
 * answer that fits it too. Everything else is refused before any handler runs.
 */
export function answerCalls(ipcMain: ElectronParts['ipcMain'], handlers: CallHandlers): void {
  for (const call of Object.keys(calls) as Call[]) answerCall(ipcMain, call, handlers[call]);
}

function answerCall<C extends Call>(
  ipcMain: ElectronParts['ipcMain'],
  call: C,
  handler: CallHandlers[C],
): void {
  const { request, response } = calls[call];
  ipcMain.handle(call, async (event, payload: unknown) => {
    if (!isConsole(event.senderFrame)) throw new Error(`${call}: not for this page`);
    const parsed = request.safeParse(payload);
    if (!parsed.success) throw new Error(`${call}: ${explain(parsed.error.issues)}`);
    return response.parse(await handler(parsed.data as CallRequest<C>));
  });
}

/** Tells the console a fact of the contract. */
export function tellFact<F extends Fact>(contents: ContentsPart, fact: F, payload: FactPayload<F>): void {
  contents.send(fact, facts[fact].parse(payload));
}

function isConsole(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${CONSOLE_ORIGIN}/`);
}

/** Names the fields that don't fit, not their values, which may be secrets. */
function explain(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[],
): string {
  return issues.map((issue) => `${issue.path.map(String).join('.') || 'payload'} ${issue.code}`).join(', ');
}
