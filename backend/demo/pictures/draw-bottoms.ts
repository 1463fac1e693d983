import type { Tones } from './palette.ts';
import { material } from './palette.ts';
import { box, type Draw, dot, fill, line } from './svg.ts';

/** Trousers, shorts and skirts. */
export const bottoms = {
  trousers: (tones) =>
    legs(tones, { hip: 44, hem: 27, end: 208 }) +
    waist(tones) +
    fill('M80 116 l21 2 l-2 28 l-20 -1 Z', tones.shade) +
    line('M80 118 l21 2', tones.light, { width: 3 }) +
    line('M84 168 Q98 163 112 167 M128 167 Q142 163 156 168', tones.deep, { opacity: 0.35 }),
  'straight-trousers': (tones) =>
    legs(tones, { hip: 45, hem: 38, end: 207 }) +
    waist(tones) +
    line('M88 58 Q92 78 78 84 M152 58 Q148 78 162 84', tones.deep, { opacity: 0.6 }) +
    line('M120 58 v30 q0 8 -8 10', tones.deep, { opacity: 0.5, dash: '3 3' }) +
    fill('M75 197 h38 l-1 10 h-38 Z M127 197 h38 l1 10 h-38 Z', tones.light, 0.8) +
    dot(120, 50, [2.8, material.brass]),
  leggings: (tones) =>
    legs(tones, { hip: 39, hem: 19, end: 208 }) +
    fill('M86 38 H154 L156 62 Q120 70 84 62 Z', tones.shade) +
    line('M97 76 Q92 140 96 204 M143 76 Q148 140 144 204', tones.light, { width: 2, opacity: 0.6 }),
  'wide-trousers': (tones) =>
    legs(tones, { hip: 46, hem: 52, end: 204 }) +
    waist(tones) +
    line('M96 70 Q88 140 84 196 M144 70 Q152 140 156 196', tones.deep, { opacity: 0.25 }) +
    line('M114 52 q-4 16 -8 24 M126 52 q4 14 8 20', tones.light, { width: 3 }),
  shorts: (tones) =>
    fill('M82 62 H158 L178 158 Q150 168 126 162 L120 116 L114 162 Q90 168 62 158 Z', tones.base) +
    fill('M146 62 H158 L178 158 Q162 164 150 164 Q158 110 146 62 Z', tones.shade, 0.6) +
    fill('M80 50 H160 L162 66 Q120 74 78 66 Z', tones.shade) +
    line('M114 58 q-3 16 -8 22 M126 58 q3 14 7 19', material.cream, { width: 3 }) +
    line('M66 150 Q90 158 113 154 M174 150 Q150 158 127 154', tones.deep, { opacity: 0.35, dash: '3 3' }) +
    line('M86 78 Q76 108 70 130 M154 78 Q164 108 170 130', tones.light, { width: 3, opacity: 0.7 }),
  skirt: (tones) =>
    fill('M90 52 H150 L176 194 Q120 208 64 194 Z', tones.base) +
    fill('M138 52 H150 L176 194 Q160 199 142 201 Q152 120 138 52 Z', tones.shade, 0.6) +
    line('M100 64 L84 194 M110 64 L104 198 M130 64 L136 198 M140 64 L156 196', tones.light, {
      width: 2,
      opacity: 0.4,
    }) +
    fill('M88 42 H152 L153 58 Q120 64 87 58 Z', tones.shade) +
    line('M120 60 V202', tones.deep, { opacity: 0.5 }) +
    [50, 78, 104, 130, 156].map((y) => dot(120, y, [3, tones.deep])).join(''),
} satisfies Record<string, Draw>;

/** Two legs from the waist down; `hip` is half the width over the hips, `hem` the width of a leg at its end. */
function legs(tones: Tones, { hip, hem, end }: { hip: number; hem: number; end: number }): string {
  const leftLeg = `M86 52 C${122 - hip} 68 ${120 - hip} 84 ${120 - hip} 100 L${112 - hem} ${end - 4} Q${112 - hem} ${end} ${116 - hem} ${end} H109 Q112 ${end} 112 ${end - 4} L119 104 L121 52 Z`;
  const rightLeg = `M154 52 C${118 + hip} 68 ${120 + hip} 84 ${120 + hip} 100 L${128 + hem} ${end - 4} Q${128 + hem} ${end} ${124 + hem} ${end} H131 Q128 ${end} 128 ${end - 4} L121 104 L119 52 Z`;
  const turned = `M146 52 H154 C${118 + hip} 68 ${120 + hip} 84 ${120 + hip} 100 L${128 + hem} ${end - 4} Q${128 + hem} ${end} ${124 + hem} ${end} H${122 + hem} L${108 + hip} 100 Q${106 + hip} 76 146 52 Z`;
  const inside = `M120 96 L119 104 L112 ${end - 4} Q112 ${end} 109 ${end} H104 L114 108 Z`;
  return (
    fill(rightLeg, tones.base) +
    fill(leftLeg, tones.base) +
    fill(turned, tones.shade, 0.8) +
    fill(inside, tones.shade, 0.8) +
    line('M120 56 V102', tones.deep, { opacity: 0.45 })
  );
}

function waist(tones: Tones): string {
  return (
    fill('M86 40 H154 L156 58 Q120 64 84 58 Z', tones.shade) +
    box([96, 38, 5, 22], tones.deep, 1) +
    box([139, 38, 5, 22], tones.deep, 1)
  );
}
