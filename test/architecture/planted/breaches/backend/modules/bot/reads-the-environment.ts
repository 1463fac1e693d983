/** Only backend/runtime/config.ts reads it. */
export function secret(): string | undefined {
  return process.env['SECRET'];
}
