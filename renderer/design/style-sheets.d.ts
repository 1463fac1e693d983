/** The build takes style sheets in by import; they have no value. */
declare module '*.css';
