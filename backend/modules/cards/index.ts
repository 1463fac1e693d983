export { type CardMaker, createCardMaker, productCard } from './card-maker.ts';
