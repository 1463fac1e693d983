/** The customers known to the console. */
export const customers: string[] = [];
