import type { Notice } from '#shared/desktop/contract';
import type { DeepLink } from '#shared/desktop/deep-link';
import type { ElectronParts, NotificationPart } from './electron-parts.ts';

/** Shows and withdraws messages of the system, one for each conversation. */
export interface Notices {
  show(notice: Notice): void;
  withdraw(conversationId: DeepLink['conversationId']): void;
}

/** Notices whose click follows the link to their conversation. They are held here until they end, else their clicks would be lost. */
export function createNotices(
  electron: Pick<ElectronParts, 'Notification'>,
  platform: NodeJS.Platform,
  follow: (link: DeepLink) => void,
): Notices {
  const shown = new Map<string, NotificationPart>();
  const withdraw = (conversationId: string): void => {
    shown.get(conversationId)?.close();
    shown.delete(conversationId);
  };
  return {
    withdraw,
    show({ conversationId, title, body, isSticky }) {
      withdraw(conversationId);
      const notification = new electron.Notification({
        title: asPlainText(title, platform),
        body: asPlainText(body, platform),
        ...(isSticky ? { timeoutType: 'never', urgency: 'critical' } : {}),
      });
      const forget = (): void => {
        if (shown.get(conversationId) === notification) shown.delete(conversationId);
      };
      notification.on('click', () => {
        forget();
        follow({ conversationId });
      });
      notification.on('close', forget);
      shown.set(conversationId, notification);
      notification.show();
    },
  };
}

/**
 * Linux notification servers may read the text as markup, and a customer could draw a link with it (T4). Not all of them undo escaping, so
 * the three characters that matter become their look-alikes.
 */
function asPlainText(text: string, platform: NodeJS.Platform): string {
  if (platform !== 'linux') return text;
  return text.replaceAll('&', '＆').replaceAll('<', '‹').replaceAll('>', '›');
}
