/** Kebab-case is one way to write it. */
export const shout = 1;
