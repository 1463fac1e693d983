import { material, type Tones } from './palette.ts';
import { box, type Draw, dot, fill, line, mirrored, oval } from './svg.ts';

/** Packs and bags. */
export const bags = {
  daypack: (tones) =>
    line('M102 48 q18 -20 36 0', tones.deep, { width: 6 }) +
    fill('M66 92 Q58 120 62 150 L74 150 V92 Z', tones.deep) +
    mirrored(fill('M66 92 Q58 120 62 150 L74 150 V92 Z', tones.deep)) +
    fill('M72 90 Q74 46 120 46 Q166 46 168 90 V186 Q168 202 152 202 H88 Q72 202 72 186 Z', tones.base) +
    fill('M140 49 Q166 56 168 90 V186 Q168 202 152 202 H142 Q156 120 140 49 Z', tones.shade, 0.6) +
    line('M82 96 Q84 60 120 58 Q156 60 158 96', tones.deep, { width: 2.6, opacity: 0.8 }) +
    fill(
      'M84 126 Q84 118 92 118 H148 Q156 118 156 126 V182 Q156 190 148 190 H92 Q84 190 84 182 Z',
      tones.shade,
    ) +
    line('M90 132 H150', tones.deep, { width: 2.6 }) +
    line('M146 132 v12', material.brass, { width: 3 }) +
    box([108, 84, 24, 16], tones.light, 3) +
    line('M78 160 q-8 14 0 30', tones.deep, { opacity: 0.6 }),
  'trek-pack': (tones) =>
    fill('M60 104 Q52 132 58 168 L74 168 V100 Z', tones.shade) +
    mirrored(fill('M60 104 Q52 132 58 168 L74 168 V100 Z', tones.deep)) +
    fill('M76 76 H164 L170 182 Q170 206 148 206 H92 Q70 206 70 182 Z', tones.base) +
    fill('M144 76 H164 L170 182 Q170 206 148 206 H140 Q156 140 144 76 Z', tones.shade, 0.6) +
    fill('M70 82 Q70 42 96 36 H144 Q170 42 170 82 Q120 94 70 82 Z', tones.shade) +
    line('M82 66 Q120 74 158 66', tones.deep, { width: 2.4, opacity: 0.7 }) +
    line('M98 84 V134 M142 84 V134', tones.deep, { width: 5 }) +
    box([93, 104, 10, 8], material.metal, 2) +
    box([137, 104, 10, 8], material.metal, 2) +
    fill('M86 134 H154 V184 Q154 194 144 194 H96 Q86 194 86 184 Z', tones.shade) +
    line('M92 146 H148', tones.light, { width: 2.6 }) +
    line('M66 190 h108', tones.deep, { width: 8 }) +
    box([110, 184, 20, 13], material.rubber, 3) +
    line('M164 100 l10 84', material.cream, { width: 3 }),
  tote: (tones) =>
    line('M92 96 Q90 32 120 32 Q150 32 148 96', tones.shade, { width: 9 }) +
    fill('M62 88 H178 L184 196 Q184 204 176 204 H64 Q56 204 56 196 Z', tones.base) +
    fill('M154 88 H178 L184 196 Q184 204 176 204 H158 Q168 140 154 88 Z', tones.shade, 0.6) +
    fill('M62 88 H178 L179 102 H61 Z', tones.shade) +
    line('M98 100 Q96 44 120 44 Q144 44 142 100', tones.light, { width: 9 }) +
    fill('M93 100 h10 v34 h-10 Z M137 100 h10 v34 h-10 Z', tones.light) +
    box([104, 150, 32, 22], tones.shade, 2) +
    line('M110 161 l6 -7 l5 5 l4 -4 l6 6', tones.light, { width: 2.2 }) +
    line('M64 192 H176', tones.deep, { width: 1.6, opacity: 0.4, dash: '3 3' }),
  sling: (tones) =>
    line('M60 150 Q70 40 176 44 Q196 60 182 112', tones.deep, { width: 8 }) +
    box([138, 41, 16, 12], material.rubber, 3) +
    fill('M52 122 Q52 100 74 100 H166 Q190 100 190 124 Q190 176 152 180 H90 Q52 178 52 122 Z', tones.base) +
    fill('M166 100 Q190 100 190 124 Q190 176 152 180 H138 Q170 160 166 100 Z', tones.shade, 0.6) +
    line('M66 118 H176', tones.deep, { width: 3 }) +
    line('M168 118 v14', material.brass, { width: 3.4 }) +
    fill('M74 136 H152 Q160 136 158 146 Q152 166 132 166 H92 Q72 164 68 144 Q68 136 74 136 Z', tones.shade) +
    box([86, 144, 26, 12], tones.light, 2),
  duffel: (tones) =>
    line('M82 118 Q84 58 120 58 Q156 58 158 118', tones.deep, { width: 7 }) +
    fill('M40 126 Q40 98 68 98 H172 Q200 98 200 126 V164 Q200 190 172 190 H68 Q40 190 40 164 Z', tones.base) +
    fill('M40 126 Q40 98 68 98 H74 Q58 140 74 190 H68 Q40 190 40 164 Z', tones.shade) +
    fill('M166 98 H172 Q200 98 200 126 V164 Q200 190 172 190 H166 Q182 140 166 98 Z', tones.shade) +
    fill('M76 98 h12 V190 h-12 Z M152 98 h12 V190 h-12 Z', tones.deep) +
    line('M88 114 H152', material.cream, { width: 3 }) +
    line('M146 114 l6 12', material.brass, { width: 3.4 }) +
    box([104, 138, 32, 22], tones.light, 3) +
    line('M54 120 V168 M186 120 V168', tones.deep, { opacity: 0.4 }),
  cubes: (tones) =>
    cube(tones, [52, 124, 136, 66]) + cube(tones, [66, 78, 108, 54]) + cube(tones, [84, 42, 72, 42]),
} satisfies Record<string, Draw>;

/** A packing cube lying on the one below. */
function cube(tones: Tones, [x, y, width, height]: readonly [number, number, number, number]): string {
  return (
    box([x, y, width, height], tones.base, 12) +
    fill(`M${x + width - 30} ${y} h18 q12 0 12 12 v${height - 24} q0 12 -12 12 h-18 Z`, tones.shade, 0.55) +
    box([x + 14, y + 9, width - 28, height - 26], tones.deep, 6) +
    line(meshOf([x + 14, y + 9, width - 28, height - 26]), tones.light, { width: 1, opacity: 0.55 }) +
    line(`M${x + 10} ${y + height - 9} H${x + width - 10}`, tones.deep, { width: 2.4 }) +
    dot(x + width - 16, y + height - 9, [3.4, material.brass]) +
    oval([x + width / 2, y + 3, 14, 2.4], tones.light)
  );
}

function meshOf([x, y, width, height]: readonly [number, number, number, number]): string {
  const upright = Array.from(
    { length: Math.floor(width / 8) },
    (_, n) => `M${x + 6 + n * 8} ${y + 2} v${height - 4}`,
  );
  const level = Array.from(
    { length: Math.floor(height / 8) },
    (_, n) => `M${x + 2} ${y + 6 + n * 8} h${width - 4}`,
  );
  return [...upright, ...level].join(' ');
}
