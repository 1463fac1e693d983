import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import { DraftIcon } from '../../design/icons.ts';
import { KeyHint } from '../../design/kbd.tsx';
import { useAction } from '../../stores/action-store.ts';
import { ModelDraftPanel } from './model-draft-panel.tsx';
import { useReplyDrafting } from './use-model-draft.ts';

/** The draft that stands over the reply, while there is one. */
export function ModelDrafting(props: { conversation: ConversationSummary; onUsed: () => void }): ReactNode {
  const { draft, write, translate, use, close } = useReplyDrafting(props.conversation);
  const again = draft?.kind === 'translation' ? translate : write;
  if (draft === undefined) return null;
  return (
    <ModelDraftPanel
      draft={draft}
      onUse={() => {
        use();
        props.onUsed();
      }}
      onAgain={() => again?.()}
      onClose={close}
    />
  );
}

/** What can be asked of the shop's language model; nothing where it has none. */
export function DraftingButtons({ conversation }: { conversation: ConversationSummary }): ReactNode {
  const { t } = useTranslation();
  const { write, translate } = useReplyDrafting(conversation);
  useAction('composer.draft', write);
  const look =
    'flex items-center gap-1.5 rounded-s px-1.5 py-1 whitespace-nowrap hover:bg-hover hover:text-ink';
  return (
    <>
      {translate ? (
        <button type="button" className={look} onClick={translate}>
          {t('drafting.translateReply', { language: t(`drafting.languages.${conversation.language}`) })}
        </button>
      ) : null}
      {write ? (
        <button type="button" data-testid="draft-reply" className={look} onClick={write}>
          <DraftIcon className="size-3.5" aria-hidden />
          {t('drafting.write')} <KeyHint action="composer.draft" modified />
        </button>
      ) : null}
    </>
  );
}
