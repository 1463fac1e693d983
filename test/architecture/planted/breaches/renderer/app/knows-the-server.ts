import type { createBackend } from '../../backend/app.ts';

/** Not even a type. */
export type Server = ReturnType<typeof createBackend>;
