/** The scheme under which the shell serves the console's own files. */
export const CONSOLE_SCHEME = 'app';

/** Origin of the console in the desktop app; a server that serves desktop consoles accepts it beside its own origin. */
export const CONSOLE_ORIGIN = `${CONSOLE_SCHEME}://baton`;

/** The one page of the desktop app. */
export const CONSOLE_URL = `${CONSOLE_ORIGIN}/index.html`;
