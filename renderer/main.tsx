import '#shared/protocol/no-code-generation';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startApp } from './app/start.ts';
import './design/theme.css';

const parts = await startApp();
const root = document.querySelector('#root');
if (root) createRoot(root).render(<App {...parts} />);
