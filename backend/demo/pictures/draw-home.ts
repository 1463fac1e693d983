import { material, type Tones } from './palette.ts';
import { box, type Draw, dot, fill, glow, line, oval } from './svg.ts';

/** For the table, the sofa and the bathroom. */
export const home = {
  'enamel-mug': (tones) =>
    ring('M158 98 Q202 96 200 132 Q198 164 156 160', tones.base, 12) +
    fill('M62 76 H160 V176 Q160 194 142 194 H80 Q62 194 62 176 Z', tones.base) +
    fill('M136 76 H160 V176 Q160 194 142 194 H132 Q146 130 136 76 Z', tones.shade, 0.7) +
    oval([111, 76, 49, 11], tones.deep) +
    `<ellipse cx="111" cy="76" rx="49" ry="11" fill="none" stroke="${material.rubber}" stroke-width="4"/>` +
    fill('M84 150 l16 -24 l10 12 l8 -8 l14 20 Z', tones.shade) +
    dot(122, 116, [6, tones.shade]) +
    line('M74 96 V168', tones.light, { width: 5, opacity: 0.8 }),
  'ceramic-mug': (tones) =>
    steam() +
    ring('M154 108 Q196 104 194 138 Q190 168 150 164', tones.shade, 11) +
    fill('M64 92 Q60 194 86 194 H136 Q162 194 158 92 Z', material.cream) +
    fill('M64 92 Q62 130 65 150 Q90 140 112 152 Q136 162 157 146 Q160 120 158 92 Z', tones.base) +
    fill('M136 92 H158 Q162 194 136 194 H126 Q146 150 136 92 Z', tones.deep, 0.18) +
    oval([111, 92, 47, 11], tones.deep) +
    oval([111, 94, 40, 8], material.leather) +
    line('M76 108 Q74 136 78 142', tones.light, { width: 5, opacity: 0.8 }),
  thermos: (tones) =>
    fill('M92 44 Q92 36 100 36 H140 Q148 36 148 44 V70 H92 Z', tones.shade) +
    line('M100 48 H140 M100 58 H140', tones.deep, { width: 2, opacity: 0.5 }) +
    box([88, 68, 64, 10], material.metal, 3) +
    fill('M82 92 Q82 78 94 78 H146 Q158 78 158 92 V188 Q158 204 142 204 H98 Q82 204 82 188 Z', tones.base) +
    fill('M138 78 H146 Q158 78 158 92 V188 Q158 204 142 204 H134 Q148 140 138 78 Z', tones.shade, 0.7) +
    line('M94 96 V184', tones.light, { width: 6, opacity: 0.7 }) +
    box([82, 186, 76, 6], material.metalShade) +
    line('M112 140 l7 -9 l5 6 l5 -4 l7 9', material.cream, { width: 2.6 }),
  blanket: (tones) =>
    fill(
      'M46 150 Q46 134 62 134 H178 Q194 134 194 150 V178 Q194 194 178 194 H62 Q46 194 46 178 Z',
      tones.shade,
    ) +
    fill(
      'M50 118 Q50 102 66 102 H174 Q190 102 190 118 V146 Q190 158 174 158 H66 Q50 158 50 146 Z',
      tones.base,
    ) +
    fill('M54 84 Q54 70 70 70 H170 Q186 70 186 84 V108 Q186 120 170 120 H70 Q54 120 54 108 Z', tones.light) +
    herringbone(tones, 82) +
    herringbone(tones, 98) +
    herringbone(tones, 130) +
    herringbone(tones, 146) +
    herringbone(tones, 170) +
    line(
      'M56 194 v10 M68 194 v10 M80 194 v10 M92 194 v10 M104 194 v10 M116 194 v10 M128 194 v10 M140 194 v10 M152 194 v10 M164 194 v10 M176 194 v10',
      tones.shade,
      { width: 3 },
    ) +
    box([150, 112, 26, 16], material.leather, 2),
  cushion: (tones) =>
    fill('M50 62 Q120 50 190 62 Q198 120 190 186 Q120 198 50 186 Q42 120 50 62 Z', tones.base) +
    fill('M160 58 Q176 60 190 62 Q198 120 190 186 Q172 190 152 191 Q176 120 160 58 Z', tones.shade, 0.55) +
    line(
      'M64 76 Q84 92 92 112 M176 76 Q158 92 148 112 M64 172 Q84 156 92 138 M176 172 Q158 156 148 138',
      tones.deep,
      { opacity: 0.22, width: 3 },
    ) +
    line('M56 68 Q120 58 184 68 Q191 120 184 180 Q120 190 56 180 Q49 120 56 68 Z', tones.light, {
      width: 2.4,
    }) +
    line('M96 124 l14 -18 l10 11 l9 -8 l15 15', tones.shade, { width: 3 }),
  'desk-lamp': (tones) =>
    glow([168, 128, 62, 74]) +
    line('M82 178 L92 112 L146 70', material.wood, { width: 8 }) +
    dot(92, 112, [7, material.brass]) +
    fill('M140 52 Q158 44 170 58 L186 92 Q168 104 132 100 Q130 66 140 52 Z', tones.base) +
    fill('M160 49 Q166 52 170 58 L186 92 Q178 97 168 99 Q172 70 160 49 Z', tones.shade) +
    fill('M132 100 Q168 104 186 92 Q186 100 176 104 Q148 110 132 100 Z', material.glow) +
    oval([84, 190, 42, 11], material.woodShade) +
    oval([84, 184, 42, 11], material.wood) +
    line('M62 182 Q84 188 106 182', material.woodShade, { width: 1.6 }),
  'tea-set': (tones) =>
    steam() +
    ring('M70 116 Q34 112 36 142 Q40 160 74 154', tones.shade, 9) +
    fill('M150 124 Q176 116 184 96 L194 100 Q190 140 152 150 Z', tones.shade) +
    fill('M64 126 Q66 98 110 98 Q154 98 156 126 Q158 172 128 176 H92 Q62 172 64 126 Z', tones.base) +
    fill('M136 102 Q156 108 156 126 Q158 172 128 176 H122 Q148 146 136 102 Z', tones.shade, 0.6) +
    fill('M82 102 Q84 90 110 90 Q136 90 138 102 Q110 110 82 102 Z', tones.light) +
    dot(110, 86, [6, material.wood]) +
    line('M76 124 Q74 146 82 160', tones.light, { width: 5, opacity: 0.8 }) +
    cup(tones, 150) +
    cup(tones, 44),
  towels: (tones) =>
    fill(
      'M48 142 Q48 128 62 128 H178 Q192 128 192 142 V182 Q192 194 178 194 H62 Q48 194 48 182 Z',
      tones.shade,
    ) +
    waffle(tones, [60, 136, 120, 50]) +
    fill('M54 88 Q54 74 68 74 H172 Q186 74 186 88 V122 Q186 134 172 134 H68 Q54 134 54 122 Z', tones.base) +
    waffle(tones, [66, 82, 108, 44]) +
    box([54, 94, 132, 16], tones.light) +
    box([54, 98, 132, 2], tones.shade) +
    fill('M132 94 h22 v30 l-11 -8 l-11 8 Z', material.cream),
} satisfies Record<string, Draw>;

function ring(d: string, colour: string, width: number): string {
  return line(d, colour, { width });
}

function steam(): string {
  return line('M96 76 q-8 -12 0 -22 q6 -9 0 -18 M118 72 q-8 -12 0 -22 q6 -9 0 -18', '#ffffff', {
    width: 4,
    opacity: 0.65,
  });
}

function cup(tones: Tones, x: number): string {
  return (
    fill(`M${x} 168 h46 q2 28 -14 30 h-18 q-16 -2 -14 -30 Z`, tones.light) +
    oval([x + 23, 168, 23, 5], tones.deep) +
    oval([x + 23, 169, 18, 3.4], material.leather)
  );
}

function herringbone(tones: Tones, y: number): string {
  const marks = Array.from({ length: 11 }, (_, n) => `M${64 + n * 11} ${y} l5 6 l5 -6`).join(' ');
  return line(marks, tones.deep, { width: 1.8, opacity: 0.3 });
}

function waffle(tones: Tones, [x, y, width, height]: readonly [number, number, number, number]): string {
  const upright = Array.from(
    { length: Math.floor(width / 10) + 1 },
    (_, n) => `M${x + n * 10} ${y} v${height}`,
  );
  const level = Array.from(
    { length: Math.floor(height / 10) + 1 },
    (_, n) => `M${x} ${y + n * 10} h${width}`,
  );
  return line([...upright, ...level].join(' '), tones.deep, { width: 1.4, opacity: 0.25 });
}
