import { useEffect, useState } from 'preact/hooks';

/** Where the visitor is: the part of the address after `#`, as cards and links write it. */
export type Route =
  | { page: 'goods' }
  | { page: 'product'; id: string; sku: string | null }
  | { page: 'orders' };

/** Reads the part after `#`; an unknown one leads to the goods. */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page, id] = path.split('/').map(decode);
  if (page === 'p' && id) return { page: 'product', id, sku: new URLSearchParams(query).get('sku') };
  return page === 'orders' ? { page: 'orders' } : { page: 'goods' };
}

/** The route now, following the address; a new page begins at its top. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(window.location.hash));
  useEffect(() => {
    function handleChange(): void {
      setRoute(readRoute(window.location.hash));
      window.scrollTo(0, 0);
    }
    window.addEventListener('hashchange', handleChange);
    return () => window.removeEventListener('hashchange', handleChange);
  }, []);
  return route;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
