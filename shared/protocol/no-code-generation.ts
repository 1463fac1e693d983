import { config } from 'zod';

/**
 * Our pages run under a policy that forbids making code from text (no `unsafe-eval`). zod would try once, fail, and leave a violation of the
 * policy behind; told so, it does not try. A page's entry imports this before anything that holds a schema.
 */
config({ jitless: true });
