import { material, type Tones } from './palette.ts';
import { type Draw, dot, fill, glow, line, oval } from './svg.ts';

/** For the night outside. */
export const camping = {
  tent: (tones) =>
    fill('M28 184 L112 62 Q120 54 128 62 L212 184 Z', tones.base) +
    fill('M128 62 L212 184 H150 L120 58 Q124 57 128 62 Z', tones.shade) +
    fill('M120 74 L152 184 H88 Z', tones.deep) +
    fill('M120 74 L88 184 H70 Q104 130 120 74 Z', tones.light) +
    fill('M120 74 Q126 140 152 184 H140 Q120 140 120 74 Z', material.glow, 0.85) +
    line('M120 60 L36 184 M120 60 L204 184', tones.deep, { opacity: 0.25 }) +
    line('M46 158 L20 190 M194 158 L220 190', material.cream, { width: 2 }) +
    line('M112 62 Q120 46 128 62', tones.deep, { width: 4 }),
  'sleeping-bag': (tones) =>
    fill(
      'M74 66 Q78 32 120 32 Q162 32 166 66 Q174 120 160 182 Q154 208 120 208 Q86 208 80 182 Q66 120 74 66 Z',
      tones.base,
    ) +
    fill('M146 38 Q164 46 166 66 Q174 120 160 182 Q156 202 136 206 Q158 120 146 38 Z', tones.shade, 0.6) +
    line(
      'M74 96 Q120 108 167 96 M75 120 Q120 132 167 120 M78 144 Q120 156 164 144 M82 168 Q120 180 160 168',
      tones.deep,
      { opacity: 0.35, width: 2.4 },
    ) +
    fill('M86 66 Q90 44 120 44 Q150 44 154 66 Q154 88 120 90 Q86 88 86 66 Z', tones.deep) +
    fill('M92 68 Q96 54 120 54 Q144 54 148 68 Q148 82 120 84 Q92 82 92 68 Z', material.cream) +
    line('M92 88 Q86 130 94 176', tones.light, { width: 3 }) +
    dot(92, 94, [3.4, material.brass]),
  chair: (tones) =>
    line('M66 196 L164 110 M174 196 L76 110', material.metalShade, { width: 5 }) +
    line('M84 196 L168 130 M156 196 L72 130', material.metal, { width: 5 }) +
    fill('M66 52 Q120 66 174 52 L178 112 Q120 128 62 112 Z', tones.base) +
    fill('M150 57 Q166 54 174 52 L178 112 Q166 116 154 118 Q158 86 150 57 Z', tones.shade, 0.6) +
    fill('M58 110 Q120 128 182 110 L190 140 Q120 168 50 140 Z', tones.shade) +
    fill('M58 110 Q120 128 182 110 L184 118 Q120 138 56 118 Z', tones.light, 0.6) +
    line('M66 48 V60 M174 48 V60', material.metalShade, { width: 5 }) +
    line('M76 68 Q120 80 164 68', tones.deep, { opacity: 0.35, dash: '4 4' }),
  table: (tones) =>
    line('M62 118 L150 196 M178 118 L90 196', material.metalShade, { width: 6 }) +
    line('M66 196 H98 M142 196 H174', material.metal, { width: 5 }) +
    fill('M38 96 H202 L210 116 H30 Z', tones.base) +
    [0, 1, 2, 3, 4, 5]
      .map((n) => line(`M${62 + n * 23} 96 l${(n - 2.5) * 2.4} 20`, tones.deep, { width: 2, opacity: 0.45 }))
      .join('') +
    fill('M30 116 H210 V124 H30 Z', tones.shade) +
    fill('M92 96 q2 -26 4 -26 h24 q2 0 4 26 Z', material.cream) +
    line('M122 78 q10 0 8 10 q-2 4 -8 4', material.cream, { width: 4 }) +
    line('M102 60 q-4 -8 2 -14 M112 60 q-4 -8 2 -14', '#ffffff', { width: 2.4, opacity: 0.8 }),
  lantern: (tones) =>
    line('M86 74 Q84 36 120 36 Q156 36 154 74', tones.deep, { width: 5 }) +
    fill('M80 88 Q80 70 98 70 H142 Q160 70 160 88 Z', tones.base) +
    fill('M142 70 Q160 70 160 88 H146 Z', tones.shade) +
    glow([120, 122, 92, 78]) +
    fill('M84 90 H156 L162 156 H78 Z', material.glow) +
    fill('M96 90 H112 L108 156 H92 Z', '#fff8e2') +
    line('M84 90 L78 156 M120 90 V156 M156 90 L162 156', tones.shade, { width: 3, opacity: 0.5 }) +
    fill('M72 156 H168 V184 Q168 196 156 196 H84 Q72 196 72 184 Z', tones.base) +
    fill('M142 156 H168 V184 Q168 196 156 196 H142 Z', tones.shade) +
    dot(120, 176, [7, tones.deep]) +
    dot(120, 176, [3, material.glow]),
  'sleeping-pad': (tones) =>
    fill('M60 52 Q60 36 76 36 H140 Q156 36 156 52 V196 Q156 206 146 206 H70 Q60 206 60 196 Z', tones.base) +
    line('M62 62 H154 M62 84 H154 M62 106 H154 M62 128 H154 M62 150 H154 M62 172 H154', tones.deep, {
      width: 3,
      opacity: 0.3,
    }) +
    line(
      'M70 50 H132 M70 73 H132 M70 95 H132 M70 117 H132 M70 139 H132 M70 161 H132 M70 183 H132',
      tones.light,
      { width: 4, opacity: 0.7 },
    ) +
    fill('M136 36 H140 Q156 36 156 52 V196 Q156 206 146 206 H138 Q150 120 136 36 Z', tones.shade, 0.5) +
    dot(76, 46, [5, material.rubber]) +
    fill(
      'M150 128 Q150 118 162 118 H190 Q202 118 202 128 V194 Q202 206 190 206 H162 Q150 206 150 194 Z',
      tones.shade,
    ) +
    oval([176, 128, 26, 10], tones.deep) +
    line('M164 128 q12 -8 22 0 q-8 7 -16 1', tones.light, { width: 2.4 }) +
    line('M150 170 H202', material.cream, { width: 4 }),
  'foam-mat': (tones) =>
    fill('M40 150 L176 118 L206 140 L206 152 L72 188 L40 164 Z', tones.shade) +
    fill('M40 150 L176 118 L206 140 L72 174 Z', tones.light) +
    line(
      'M56 152 l14 10 M74 148 l14 10 M92 143 l14 10 M110 139 l14 10 M128 135 l14 10 M146 131 l14 10 M164 127 l14 10',
      tones.shade,
      { width: 4 },
    ) +
    folds(tones),
  quilt: (tones) =>
    fill('M42 78 Q42 66 54 66 H186 Q198 66 198 78 V184 Q198 196 186 196 H54 Q42 196 42 184 Z', tones.base) +
    fill('M172 66 H186 Q198 66 198 78 V184 Q198 196 186 196 H168 Q180 130 172 66 Z', tones.shade, 0.6) +
    line(
      'M44 92 Q120 100 196 92 M44 118 Q120 126 196 118 M44 144 Q120 152 196 144 M44 170 Q120 178 196 170',
      tones.deep,
      { opacity: 0.3, width: 2.4 },
    ) +
    line('M56 84 H150 M56 110 H96 M56 136 H96 M56 162 H150', tones.light, { width: 3, opacity: 0.6 }) +
    fill('M138 66 H186 Q198 66 198 78 V120 Q150 126 138 66 Z', tones.shade) +
    fill('M138 66 Q150 126 198 120 Q160 146 124 128 Q112 96 138 66 Z', tones.light) +
    line('M138 70 Q150 122 192 120', tones.deep, { opacity: 0.35 }),
  tarp: (tones) =>
    line('M64 88 V196 M176 88 V196', material.metalShade, { width: 5 }) +
    line('M28 132 L12 190 M212 132 L228 190 M64 84 L26 190 M176 84 L214 190', material.cream, { width: 2 }) +
    fill('M120 76 L64 82 L28 134 Q74 124 120 130 Z', tones.base) +
    fill('M120 76 L176 82 L212 134 Q166 124 120 130 Z', tones.shade) +
    fill('M64 82 Q120 70 176 82 Q150 92 120 92 Q90 92 64 82 Z', tones.light) +
    line('M120 78 V130', tones.deep, { opacity: 0.35 }) +
    fill('M98 168 h18 l4 26 h-26 Z M134 166 q14 -4 22 4 l2 24 h-26 Z', tones.deep, 0.55) +
    oval([120, 196, 34, 4], tones.deep, 0.35),
  kettle: (tones) =>
    line('M74 104 Q78 48 120 48 Q162 48 166 104', material.rubber, { width: 9 }) +
    fill('M170 126 L206 96 Q212 96 212 102 L182 162 Z', tones.shade) +
    fill(
      'M58 122 Q60 96 88 94 H152 Q180 96 182 122 L186 176 Q186 196 166 196 H74 Q54 196 54 176 Z',
      tones.base,
    ) +
    fill('M150 94 Q180 96 182 122 L186 176 Q186 196 166 196 H148 Q166 140 150 94 Z', tones.shade, 0.7) +
    line('M72 116 Q66 150 70 180', tones.light, { width: 7, opacity: 0.8 }) +
    fill('M84 96 Q90 82 120 82 Q150 82 156 96 Z', tones.shade) +
    dot(120, 78, [7, material.rubber]),
} satisfies Record<string, Draw>;

/** The folded half of the foam mat, standing like an accordion. */
function folds(tones: Tones): string {
  const rows = [0, 1, 2, 3].map((row) => {
    const y = 74 + row * 19;
    return (
      fill(
        `M${62 + row * 2} ${y} L150 ${y - 18} L168 ${y - 6} L168 ${y + 8} L82 ${y + 28} L${62 + row * 2} ${y + 14} Z`,
        tones.shade,
      ) + fill(`M${62 + row * 2} ${y} L150 ${y - 18} L168 ${y - 6} L82 ${y + 14} Z`, tones.base)
    );
  });
  return rows.reverse().join('');
}
