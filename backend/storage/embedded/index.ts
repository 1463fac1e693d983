export { UnusableFolderError } from './data-folder.ts';
export { type EmbeddedOptions, type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
export { FolderInUseError } from './lock-file.ts';
