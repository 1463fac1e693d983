/**
 * What the loader on the shop's page and the framed chat say to each other. Plain guards instead of schemas keep the loader small:
 * it is downloaded by every visitor of the shop.
 */
export type HostMessage =
  | { baton: 1; type: 'hello'; language: 'zh' | 'en' | null }
  | { baton: 1; type: 'identify'; identityToken: string }
  | { baton: 1; type: 'sign-out' }
  | { baton: 1; type: 'language'; language: 'zh' | 'en' }
  | { baton: 1; type: 'visibility'; isOpen: boolean };

export type FrameMessage =
  | { baton: 1; type: 'ready' }
  | { baton: 1; type: 'unread'; count: number }
  | { baton: 1; type: 'close' }
  | { baton: 1; type: 'follow'; action: 'buy' | 'open'; url: string };

/** The message if it is one of ours from the shop's page, else `null`. */
export function readHostMessage(data: unknown): HostMessage | null {
  if (!isOurs(data)) return null;
  switch (data['type']) {
    case 'hello':
      return isLanguageOrNull(data['language'])
        ? { baton: 1, type: 'hello', language: data['language'] }
        : null;
    case 'identify':
      return typeof data['identityToken'] === 'string' && data['identityToken'].length <= 4000
        ? { baton: 1, type: 'identify', identityToken: data['identityToken'] }
        : null;
    case 'sign-out':
      return { baton: 1, type: 'sign-out' };
    case 'language':
      return data['language'] === 'zh' || data['language'] === 'en'
        ? { baton: 1, type: 'language', language: data['language'] }
        : null;
    case 'visibility':
      return typeof data['isOpen'] === 'boolean'
        ? { baton: 1, type: 'visibility', isOpen: data['isOpen'] }
        : null;
    default:
      return null;
  }
}

/** The message if it is one of ours from the frame, else `null`. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  if (!isOurs(data)) return null;
  switch (data['type']) {
    case 'ready':
    case 'close':
      return { baton: 1, type: data['type'] };
    case 'unread':
      return Number.isInteger(data['count'])
        ? { baton: 1, type: 'unread', count: Number(data['count']) }
        : null;
    case 'follow':
      return (data['action'] === 'buy' || data['action'] === 'open') && typeof data['url'] === 'string'
        ? { baton: 1, type: 'follow', action: data['action'], url: data['url'] }
        : null;
    default:
      return null;
  }
}

function isOurs(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && 'baton' in data && data.baton === 1;
}

function isLanguageOrNull(value: unknown): value is 'zh' | 'en' | null {
  return value === null || value === 'zh' || value === 'en';
}
