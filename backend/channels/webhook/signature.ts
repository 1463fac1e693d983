import { createHmac, timingSafeEqual } from 'node:crypto';
import { SIGNATURE_TOLERANCE_SECONDS } from '#shared/protocol/webhook';

const FORM = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

/** The value of the signature header for a body sent now. */
export function sign(body: Buffer, secret: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  return `t=${seconds},v1=${digest(body, secret, seconds).toString('hex')}`;
}

/**
 * Whether the header signs exactly these bytes with this secret, at a time within the window (rule T6). The comparison takes the same time
 * wherever it differs. A header given twice is none.
 */
export function isSigned(
  body: Buffer,
  header: string | undefined,
  { secret, now }: { secret: string; now: Date },
): boolean {
  const [, time, hex] = FORM.exec(header ?? '') ?? [];
  if (time === undefined || hex === undefined || secret === '') return false;
  const seconds = Number(time);
  const isRight = timingSafeEqual(Buffer.from(hex, 'hex'), digest(body, secret, seconds));
  const isTimely = Math.abs(now.getTime() / 1000 - seconds) <= SIGNATURE_TOLERANCE_SECONDS;
  return isRight && isTimely;
}

function digest(body: Buffer, secret: string, seconds: number): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
}
