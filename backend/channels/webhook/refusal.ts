import type { Phrase } from '#shared/domain/language';
import { REFUSAL_REASON_MAX, refusalBodySchema } from '#shared/protocol/webhook';
import type { SendOutcome } from '../../modules/delivery/index.ts';
import { clip } from '../../runtime/clip.ts';

/** A refusal's body is read up to here. */
const BODY_MAX_BYTES = 4096;
/** A receiver that names a later moment than this is taken at its word only so far. */
const RETRY_AFTER_MAX_MS = 24 * 3_600_000;
/** The receiver is busy: it says itself that it did not take the message. */
const BUSY = new Set([425, 429, 503]);
/** What a receiver means that gives no words of its own. */
const MEANINGS: Record<number, string> = {
  401: 'delivery.not-allowed',
  403: 'delivery.not-allowed',
  404: 'delivery.address-gone',
  410: 'delivery.address-gone',
  413: 'delivery.too-long',
};

/** What a receiver's answer means for the message (rule D14). */
export async function outcomeOf(answer: Response, now: Date): Promise<SendOutcome> {
  const { status } = answer;
  if (answer.ok) {
    await answer.body?.cancel().catch(() => undefined);
    return { state: 'sent' };
  }
  if (BUSY.has(status)) {
    await answer.body?.cancel().catch(() => undefined);
    const retryAfterMs = readRetryAfter(answer.headers.get('retry-after'), now);
    const busy = { state: 'again', reason: say('delivery.busy'), concerns: 'channel' } as const;
    return retryAfterMs === null ? busy : { ...busy, retryAfterMs };
  }
  if (status >= 500 || status === 408) {
    await answer.body?.cancel().catch(() => undefined);
    // It broke on the way: it may have kept the message before that.
    return { state: 'unknown', reason: say('delivery.partner-error', { status }), concerns: 'message' };
  }
  const reason = await readReason(answer);
  if (reason !== null) return { state: 'failed', reason: say('delivery.refused-because', { reason }) };
  const meaning = MEANINGS[status];
  return { state: 'failed', reason: meaning ? say(meaning) : say('delivery.refused', { status }) };
}

/** Seconds, or a date; `null` for anything else. In milliseconds from now. */
function readRetryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), RETRY_AFTER_MAX_MS) : null;
}

/** The receiver's own words, where it gives any in the documented form. */
async function readReason(answer: Response): Promise<string | null> {
  try {
    const parsed = refusalBodySchema.safeParse(JSON.parse(await readStart(answer)));
    return parsed.success ? clip(parsed.data.reason, REFUSAL_REASON_MAX) : null;
  } catch {
    return null;
  }
}

async function readStart(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= BODY_MAX_BYTES) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A phrase of the catalogue. */
export function say(code: string, params: Phrase['params'] = {}): Phrase {
  return { code, params };
}
