import '#shared/protocol/no-code-generation';
import { render } from 'preact';
import { ShopPage } from './shop-page.tsx';

const root = document.getElementById('shop');
if (root === null) throw new Error('index.html has no #shop');
render(<ShopPage />, root);
