import { useEffect, useState } from 'preact/hooks';
import type { ShopCustomers } from '#shared/protocol/demo-shop';
import { shopApi } from './shop-api.ts';
import type { ShopTexts } from './texts.ts';
import type { Visitor } from './visitor.ts';

/** Signs in as one of the demo customers; each comes with a word on what makes them interesting. */
export function SignIn({ visitor, t }: { visitor: Visitor; t: ShopTexts }) {
  const [customers, setCustomers] = useState<ShopCustomers['customers']>([]);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    shopApi.customers().then(
      (answer) => setCustomers(answer.customers),
      () => setHasFailed(true),
    );
  }, []);
  function handleChoice(event: Event, login: string): void {
    (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');
    setHasFailed(false);
    visitor.signIn(login).catch(() => setHasFailed(true));
  }
  const { signedIn, language } = visitor;
  return (
    <details class="sign-in">
      <summary>{signedIn ? signedIn.customer.name : t.signIn}</summary>
      <div class="menu">
        <p>{hasFailed ? t.failed : t.signInAs}</p>
        {customers.map((customer) => (
          <button
            type="button"
            key={customer.login}
            aria-pressed={signedIn?.customer.login === customer.login}
            onClick={(event) => handleChoice(event, customer.login)}
          >
            <b>
              {customer.name} <em>{t.membership[customer.membership]}</em>
            </b>
            <span>{customer.hint[language]}</span>
          </button>
        ))}
        {signedIn ? (
          <button type="button" class="leave" onClick={visitor.signOut}>
            {t.signOut}
          </button>
        ) : null}
      </div>
    </details>
  );
}
