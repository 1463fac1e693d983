import { openWindow } from './window.ts';

openWindow();
