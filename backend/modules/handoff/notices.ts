import type { Content } from '#shared/domain/entry';
import type { Language, Localized } from '#shared/domain/language';
import { type Draft, say } from '../conversations/index.ts';

/**
 * What the customer is told about who serves them (rule H7), in their language and on their channel. Staff read the same notice in their own
 * language, by its code. `minutes` 0 means that nobody can say yet.
 */
export type Notice =
  | { code: 'notice.person-coming'; params: { minutes: number } }
  | { code: 'notice.waiting-again'; params: { minutes: number } }
  | { code: 'notice.person-joined'; params: { zh: string; en: string } }
  | { code: 'notice.transferring'; params: { zh: string; en: string } }
  | { code: 'notice.bot-back'; params: Record<string, never> }
  | { code: 'notice.closed'; params: Record<string, never> };

/** Tells the customer. */
export function tell(draft: Draft, notice: Notice): void {
  const text = noticeText(notice, draft.conversation.language);
  const content: Content = { type: 'notice', notice, text };
  say(draft, content, { author: { kind: 'system' } });
}

/** A notice that names a colleague. */
export function naming(code: 'notice.person-joined' | 'notice.transferring', name: Localized): Notice {
  return { code, params: { zh: name.zh, en: name.en } };
}

/** The words of a notice. */
export function noticeText(notice: Notice, language: Language): string {
  return language === 'zh' ? inChinese(notice) : inEnglish(notice);
}

function inChinese(notice: Notice): string {
  switch (notice.code) {
    case 'notice.person-coming':
      return notice.params.minutes > 0
        ? `正在为您转接人工客服，预计约 ${notice.params.minutes} 分钟，您可以继续留言。`
        : '已为您登记人工客服，有同事上线后会尽快回复您，您可以先留言。';
    case 'notice.waiting-again':
      return notice.params.minutes > 0
        ? `刚才的同事暂时离开，正在为您安排另一位客服，预计约 ${notice.params.minutes} 分钟，不用重新说明情况。`
        : '刚才的同事暂时离开，会有另一位客服尽快接着为您处理，不用重新说明情况。';
    case 'notice.person-joined':
      return `人工客服 ${notice.params.zh} 已加入，接下来由 TA 为您服务。`;
    case 'notice.transferring':
      return `正在为您转接同事 ${notice.params.zh}，请稍等。`;
    case 'notice.bot-back':
      return '人工客服已处理完毕，接下来由智能助手继续为您服务。需要时随时说“转人工”。';
    case 'notice.closed':
      return '本次服务已结束，感谢您的联系。有问题随时再发消息给我们。';
  }
}

function inEnglish(notice: Notice): string {
  switch (notice.code) {
    case 'notice.person-coming':
      return notice.params.minutes > 0
        ? `A person is joining, in about ${notice.params.minutes} min. You can go on writing.`
        : 'A person will answer as soon as somebody is available. You can leave your message here.';
    case 'notice.waiting-again':
      return notice.params.minutes > 0
        ? `Your agent had to leave. Somebody else is joining, in about ${notice.params.minutes} min; you need not explain again.`
        : 'Your agent had to leave. Somebody else will go on as soon as possible; you need not explain again.';
    case 'notice.person-joined':
      return `${notice.params.en} has joined and will help you from here.`;
    case 'notice.transferring':
      return `Passing you on to ${notice.params.en}, one moment please.`;
    case 'notice.bot-back':
      return 'Our agent has finished and the assistant is back. Say “agent” whenever you want a person.';
    case 'notice.closed':
      return 'This chat is closed. Thank you for getting in touch; write again whenever you need us.';
  }
}
