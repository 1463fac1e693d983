import type { Tones } from './palette.ts';
import { fill, line, mirrored } from './svg.ts';

/** What makes one upper garment differ from another. */
export interface Cut {
  /** Where the hem is, 150 (cropped) to 212 (long). */
  readonly hem: number;
  /** Half of the width at the hem. */
  readonly half: number;
  readonly sleeve: 'long' | 'short' | 'none';
  /** Drawn in front of the body, over seams. */
  readonly front?: string;
  /** Drawn behind the body: hoods, linings. */
  readonly back?: string;
  /** Drawn over the left sleeve, and mirrored over the right one. */
  readonly sleeveDetail?: string;
  /** Round shoulders hang lower. */
  readonly drop?: number;
}

/** A garment for the upper body, laid flat, light from the upper left. */
export function torso(tones: Tones, cut: Cut): string {
  const { hem, half } = cut;
  const sleeve = cut.sleeve === 'none' ? '' : sleeves(tones, cut);
  const left = 120 - half;
  const right = 120 + half;
  const arm = cut.sleeve === 'none' ? armhole : shoulder;
  const body = `M96 58 C104 66 136 66 144 58 ${arm.right} L${right} ${hem - 6} Q${right} ${hem} ${right - 6} ${hem} Q120 ${hem + 5} ${left + 6} ${hem} Q${left} ${hem} ${left} ${hem - 6} ${arm.left} Z`;
  const turned = `M144 58 ${arm.right} L${right} ${hem - 6} Q${right} ${hem} ${right - 6} ${hem} Q${right - 14} ${hem + 2} ${right - 22} ${hem + 2} C${right - 12} 150 150 96 138 61 Z`;
  return `${cut.back ?? ''}${sleeve}${fill(body, tones.base)}${fill(turned, tones.shade, 0.55)}${cut.front ?? ''}`;
}

const shoulder = { right: 'L160 66 Q164 88 162 108', left: 'L78 108 Q76 88 80 66' } as const;
const armhole = { right: 'L156 62 Q146 84 162 112', left: 'L78 112 Q94 84 84 62' } as const;

function sleeves(tones: Tones, { sleeve, sleeveDetail = '', drop = 0 }: Cut): string {
  const long = `M82 65 C64 ${70 + drop} 58 ${86 + drop} 54 104 L40 172 Q39 180 47 182 L59 184 Q65 184 67 178 L84 124 Z`;
  const short = `M82 65 C64 ${70 + drop} 54 ${88 + drop} 46 112 Q45 118 50 120 L68 126 Q73 127 75 122 L84 104 Z`;
  const shape = sleeve === 'long' ? long : short;
  const fold = line('M82 84 Q78 104 84 122', tones.deep, { opacity: 0.3 });
  return (
    fill(shape, tones.base) + sleeveDetail + fold + mirrored(fill(shape, tones.shade) + sleeveDetail + fold)
  );
}

/** Cuffs of long sleeves in their own tone. */
export function cuffs(colour: string): string {
  return fill('M43 160 L40 172 Q39 180 47 182 L59 184 Q65 184 67 178 L70 168 Q56 168 43 160 Z', colour);
}

/** A stand collar with its opening. */
export function standCollar(tones: Tones): string {
  return (
    fill('M97 60 Q96 44 104 41 Q120 36 136 41 Q144 44 143 60 Q120 72 97 60 Z', tones.shade) +
    fill('M104 44 Q120 39 136 44 Q134 52 120 54 Q106 52 104 44 Z', tones.deep)
  );
}

/** A band of rib around the hem. */
export function hemBand(cut: { hem: number; half: number }, colour: string): string {
  const { hem, half } = cut;
  return fill(
    `M${120 - half} ${hem - 14} Q120 ${hem - 8} ${120 + half} ${hem - 14} L${120 + half} ${hem - 5} Q${119 + half} ${hem} ${114 + half} ${hem} Q120 ${hem + 5} ${126 - half} ${hem} Q${121 - half} ${hem} ${120 - half} ${hem - 5} Z`,
    colour,
  );
}

/** A zip from the collar to the hem. */
export function zip(tones: Tones, to: number, from = 56): string {
  return (
    line(`M120 ${from} V${to}`, tones.deep, { width: 2.4 }) +
    line(`M120 ${from + 4} v9`, tones.light, { width: 3.4 })
  );
}
