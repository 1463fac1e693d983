/** Not even a type, not even inside a type. */
export type Seen = typeof import('../../../widget/chat.tsx');
