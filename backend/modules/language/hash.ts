/**
 * A 32-bit hash of a string (FNV-1a over UTF-16 units, then a final mix so that every bit depends on every unit).
 * It names a feature in the weight files, which therefore hold no text; it must never change without retraining.
 */
export function hashFeature(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
