import type { Tones } from './palette.ts';

/** Draws one thing on a canvas of 240 × 240 in the given tones; returns SVG elements. */
export type Draw = (tones: Tones) => string;

/** A filled shape. */
export function fill(d: string, colour: string, opacity = 1): string {
  return `<path d="${d}" fill="${colour}"${opacity === 1 ? '' : ` opacity="${opacity}"`}/>`;
}

/** A line with round ends: seams, stitches, cords. */
export function line(
  d: string,
  colour: string,
  look: { width?: number; opacity?: number; dash?: string } = {},
): string {
  const { width = 2, opacity = 1, dash } = look;
  const dashed = dash === undefined ? '' : ` stroke-dasharray="${dash}"`;
  const faded = opacity === 1 ? '' : ` opacity="${opacity}"`;
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${dashed}${faded}/>`;
}

/** A rectangle with round corners. */
export function box(
  [x, y, width, height]: readonly [number, number, number, number],
  colour: string,
  radius = 0,
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${colour}"/>`;
}

/** A circle. */
export function dot(x: number, y: number, [radius, colour]: readonly [number, string]): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`;
}

/** An ellipse. */
export function oval(
  [x, y, rx, ry]: readonly [number, number, number, number],
  colour: string,
  opacity = 1,
): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${colour}"${opacity === 1 ? '' : ` opacity="${opacity}"`}/>`;
}

/** Light that fades towards the rim of an ellipse. */
export function glow([x, y, rx, ry]: readonly [number, number, number, number]): string {
  return (
    '<radialGradient id="glow"><stop stop-color="#ffe6a3" stop-opacity=".85"/><stop offset="1" stop-color="#ffe6a3" stop-opacity="0"/></radialGradient>' +
    `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="url(#glow)"/>`
  );
}

/** The same, seen in the mirror at the middle of the canvas. */
export function mirrored(elements: string): string {
  return `<g transform="matrix(-1 0 0 1 240 0)">${elements}</g>`;
}

/** The same, moved and turned. */
export function placed(transform: string, elements: string): string {
  return `<g transform="${transform}">${elements}</g>`;
}
