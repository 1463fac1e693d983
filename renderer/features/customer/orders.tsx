import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { Order } from '#shared/domain/customer';
import { sendCard } from '../../connection/commands/message.ts';
import { Button } from '../../design/button.tsx';
import { classNames } from '../../design/class-names.ts';
import { SendIcon } from '../../design/icons.ts';
import { KeyHint } from '../../design/kbd.tsx';
import { Picture } from '../../design/picture.tsx';
import { Section } from '../../design/section.tsx';
import { Tooltip } from '../../design/tooltip.tsx';
import { useFormats } from '../../locales/format.ts';
import { useSpeech } from '../../locales/spoken.ts';
import { useAction } from '../../stores/action-store.ts';
import { useIsMine } from '../../stores/conversation-store.ts';
import { useServerUrl } from '../../stores/session-store.ts';

/** Props of {@link Orders}. */
export type OrdersProps = { conversation: ConversationSummary; orders: readonly Order[] };

const SHOWN = 5;

/** The order that this is most likely about, and the others behind one press. */
export function Orders({ conversation, orders }: OrdersProps): ReactNode {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const isMine = useIsMine(conversation);
  const current = currentOrder(orders);
  const send = (order: Order): void => {
    const [line] = order.lines;
    if (line) sendCard(conversation.id, { type: 'order', orderId: order.id, title: line.title });
  };
  useAction('order.send', isMine && current ? () => send(current) : null);
  if (!current) {
    return (
      <Section title={t('customer.currentOrder')}>
        <p className="text-12 text-ink-2">{t('customer.noOrders')}</p>
      </Section>
    );
  }
  const others = orders.filter((order) => order !== current).slice(0, isWhole ? SHOWN * 4 : 0);
  return (
    <Section
      title={t('customer.currentOrder')}
      aside={<span className="tabular-nums">{current.number}</span>}
    >
      <OrderRow order={current} onSend={isMine ? send : null} isCurrent />
      <Way order={current} />
      {others.length > 0 ? (
        <div className="mt-2">
          {others.map((order) => (
            <OrderRow key={order.id} order={order} onSend={isMine ? send : null} />
          ))}
        </div>
      ) : null}
      {orders.length > 1 ? (
        <button
          type="button"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
          className="mt-1.5 rounded-[4px] text-12 text-ink-2 underline decoration-line underline-offset-2 hover:text-ink"
        >
          {isWhole ? t('customer.fewerOrders') : t('customer.allOrders', { count: orders.length })}
        </button>
      ) : null}
    </Section>
  );
}

type OrderRowProps = { order: Order; onSend: ((order: Order) => void) | null; isCurrent?: boolean };

function OrderRow({ order, onSend, isCurrent = false }: OrderRowProps): ReactNode {
  const { t } = useTranslation();
  const { local } = useSpeech();
  const formats = useFormats();
  const [line] = order.lines;
  const url = useServerUrl(line?.pictureUrl ?? '');
  const title = line ? local(line.title) : order.number;
  const label = t('customer.sendOrderOf', { number: order.number });
  const late = order.lateMs > 0 ? t('customer.late', { duration: formats.duration(order.lateMs) }) : '';
  const facts = [
    formats.money(order.totalFen),
    t(`customer.status.${order.status}`),
    isCurrent ? '' : formats.day(order.placedAt),
    late,
  ].filter(Boolean);
  return (
    <div className="grid grid-cols-[44px_minmax(0,1fr)_auto] items-center gap-3 py-1" data-testid="order">
      <Picture url={url} className="size-11" />
      <div className="min-w-0">
        <p className="leading-[1.35] font-semibold">
          {title}{' '}
          {line ? <span className="inline-block font-normal text-ink-2">{local(line.variant)}</span> : null}
        </p>
        <p className="text-12 text-pretty text-ink-2 tabular-nums">
          {facts.map((fact, index) => (
            // Lines break between the facts, never within one.
            <Fragment key={fact}>
              <span
                className={classNames('whitespace-nowrap', fact === late && 'font-semibold text-furious')}
              >
                {fact}
                {index < facts.length - 1 ? ' ·' : ''}
              </span>{' '}
            </Fragment>
          ))}
        </p>
      </div>
      {onSend ? (
        <Tooltip content={label}>
          <Button size="small" className="px-[9px]" aria-label={label} onClick={() => onSend(order)}>
            <SendIcon className="size-3.5" aria-hidden />
            {isCurrent ? <KeyHint action="order.send" /> : null}
          </Button>
        </Tooltip>
      ) : null}
    </div>
  );
}

/** Where the parcel was last, and with whom it travels. */
function Way({ order }: { order: Order }): ReactNode {
  const { local } = useSpeech();
  const { t } = useTranslation();
  const formats = useFormats();
  const latest = order.tracking.at(-1);
  if (!latest) return null;
  const parcel = order.trackingNumber
    ? t('customer.track', { carrier: order.carrier ?? '', number: order.trackingNumber })
    : null;
  return (
    <p className="mt-1 text-12 text-ink-2 tabular-nums">
      <span className="text-ink-3">{formats.dayTime(latest.at)}</span> {local(latest.text)}
      {parcel ? <span className="block text-ink-3">{parcel}</span> : null}
    </p>
  );
}

const moving = new Set(['pending-payment', 'paid', 'packed', 'shipped', 'returning']);

/** A late order first, then one still on its way, then the latest. */
function currentOrder(orders: readonly Order[]): Order | undefined {
  const late = orders.find((order) => order.lateMs > 0);
  return late ?? orders.find((order) => moving.has(order.status)) ?? orders[0];
}
