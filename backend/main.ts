import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/*
 * The entry. What Node makes of the source is kept between starts, where it may be: half of what a start takes, and after a crash every second
 * counts. That must be asked for before anything else is loaded.
 */
enableCompileCache(join(import.meta.dirname, '../out/compile-cache'));
const { serve } = await import('./app/serve.ts');
await serve();
