export { type EmbeddedOptions, type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
