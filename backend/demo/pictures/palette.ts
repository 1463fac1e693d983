import type { ColourId } from '../content/catalogue/colours.ts';

/** The four tones of a colour way: where light falls, the cloth itself, where it turns away, and seams and openings. */
export interface Tones {
  readonly light: string;
  readonly base: string;
  readonly shade: string;
  readonly deep: string;
}

/** What every colour way is drawn with. */
export const palette: Readonly<Record<ColourId, Tones>> = {
  ink: { light: '#626872', base: '#434952', shade: '#31363e', deep: '#1b1e24' },
  oat: { light: '#f8f1e3', base: '#eadcc3', shade: '#d3c09c', deep: '#967f57' },
  moss: { light: '#98a67d', base: '#74845b', shade: '#5a6945', deep: '#38432a' },
  slate: { light: '#aeb5bc', base: '#89919a', shade: '#6c747d', deep: '#434a52' },
  lake: { light: '#9cc6d8', base: '#6aa2bc', shade: '#4f859f', deep: '#2c566b' },
  rust: { light: '#d98f6d', base: '#bd6745', shade: '#9b4f31', deep: '#642f1b' },
  mustard: { light: '#f1d183', base: '#deb04b', shade: '#bd8e30', deep: '#7c5a17' },
  clay: { light: '#c8a487', base: '#a67f5e', shade: '#866246', deep: '#553b26' },
  snow: { light: '#ffffff', base: '#f5f4f0', shade: '#dddcd5', deep: '#a09f97' },
  navy: { light: '#667ca3', base: '#415b88', shade: '#2f466d', deep: '#1a2946' },
  plum: { light: '#b189a2', base: '#8d637f', shade: '#704b64', deep: '#462c3f' },
  sage: { light: '#cbd6bf', base: '#adbc9f', shade: '#8fa07f', deep: '#5a684e' },
  coral: { light: '#f7c4b5', base: '#ea9a85', shade: '#cf7b66', deep: '#8f4939' },
  natural: { light: '#f4ead5', base: '#e3d2b1', shade: '#c8b189', deep: '#8a734c' },
};

/** Materials that keep their own colour whatever the colour way. */
export const material = {
  rubber: '#2f3337',
  rubberLight: '#4a5056',
  cream: '#f4efe4',
  wood: '#c99f6b',
  woodShade: '#a87f4e',
  metal: '#c3c8cc',
  metalShade: '#979ea4',
  brass: '#c9a24d',
  glow: '#ffe9b0',
  leaf: '#7f9a6a',
  leather: '#8a5f3d',
  leatherShade: '#6c4729',
} as const;

const grounds = {
  sand: ['#f1e8da', '#dccbb0'],
  sage: ['#e1e9e3', '#bfcec7'],
  mist: ['#e2e5ee', '#bfc7da'],
  blush: ['#f2e5df', '#dfc6ba'],
} as const;

/** The soft ground behind a colour way, chosen so that the thing stands out from it: from the upper left to the lower right. */
export const groundOf: Readonly<Record<ColourId, readonly [string, string]>> = {
  ink: grounds.sand,
  oat: grounds.sage,
  moss: grounds.sand,
  slate: grounds.blush,
  lake: grounds.sand,
  rust: grounds.sage,
  mustard: grounds.mist,
  clay: grounds.sage,
  snow: grounds.mist,
  navy: grounds.blush,
  plum: grounds.sand,
  sage: grounds.blush,
  coral: grounds.sage,
  natural: grounds.mist,
};
