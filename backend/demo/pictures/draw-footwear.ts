import { material } from './palette.ts';
import { box, type Draw, dot, fill, line } from './svg.ts';

/** Shoes, seen from the side, the toe to the right. */
export const footwear = {
  'trail-shoe': (tones) =>
    fill(
      'M36 168 Q30 130 42 112 Q56 104 72 112 Q80 126 98 122 L128 112 Q150 128 184 140 Q206 146 208 166 Z',
      tones.base,
    ) +
    fill('M36 168 Q32 146 36 126 Q60 130 66 168 Z', tones.shade) +
    fill('M158 131 Q172 137 184 140 Q206 146 208 166 H172 Q176 146 158 131 Z', tones.shade) +
    fill('M42 112 Q56 104 72 112 Q78 122 88 123 Q66 132 46 122 Z', tones.deep) +
    line('M104 128 l18 20 M118 122 l20 22 M132 120 l18 20', material.cream, { width: 4 }) +
    line('M78 140 Q110 166 160 158', tones.light, { width: 4 }) +
    fill('M32 166 Q120 158 210 164 Q214 176 204 180 H44 Q32 180 32 166 Z', material.cream) +
    lugs(40),
  'hiking-boot': (tones) =>
    fill(
      'M62 60 Q86 54 112 62 Q114 96 122 110 Q150 122 182 130 Q204 138 204 166 H56 Q52 140 62 104 Z',
      tones.base,
    ) +
    fill('M62 60 Q72 57 80 57 Q74 104 84 166 H56 Q52 140 62 104 Z', tones.shade, 0.8) +
    fill('M160 124 Q204 132 204 166 H162 Q174 140 160 124 Z', tones.shade) +
    fill('M60 56 Q86 46 114 58 L113 72 Q86 64 60 72 Z', tones.deep) +
    line('M100 82 l20 -2 M104 98 l20 -4 M112 114 l18 -10 M128 124 l14 -12', tones.deep, { width: 2.4 }) +
    line('M112 66 Q114 98 124 112 L146 120', material.brass, { width: 3.4 }) +
    line('M66 120 Q86 128 112 134', tones.deep, { opacity: 0.4, dash: '3 3' }) +
    fill('M52 164 Q128 158 208 164 V176 H52 Z', material.rubberLight) +
    lugs(54),
  slipper: (tones) =>
    fill(
      'M40 168 Q38 128 64 116 Q74 112 84 122 Q96 136 112 128 Q124 104 152 108 Q196 116 206 168 Z',
      tones.base,
    ) +
    fill('M160 110 Q196 120 206 168 H178 Q186 132 160 110 Z', tones.shade, 0.7) +
    fill(
      'M44 130 Q52 116 66 115 Q78 114 84 122 Q96 136 112 128 Q96 150 70 144 Q52 140 44 130 Z',
      tones.deep,
    ) +
    line('M122 112 Q126 142 120 166 M146 108 Q154 138 150 166 M170 114 Q182 140 178 166', tones.deep, {
      opacity: 0.35,
      width: 2.4,
    }) +
    line('M128 114 q8 -3 14 -2 M152 112 q8 2 14 6', tones.light, { width: 3 }) +
    fill('M36 164 Q120 158 210 164 Q212 178 200 180 H48 Q36 180 36 164 Z', material.rubberLight) +
    fill('M36 164 Q120 158 210 164 L210 170 Q120 164 36 170 Z', material.cream),
  sneaker: (tones) =>
    fill(
      'M40 164 Q34 128 46 110 L78 108 Q90 122 112 118 L132 112 Q150 132 178 138 Q206 144 208 164 Z',
      tones.base,
    ) +
    fill('M40 164 Q36 140 40 122 L62 120 Q70 142 68 164 Z', tones.shade, 0.8) +
    fill('M168 136 Q206 142 208 164 H162 Q172 148 168 136 Z', material.cream) +
    fill('M46 110 L78 108 Q86 119 98 119 Q74 130 50 122 Z', tones.deep) +
    line('M108 128 l16 16 M120 122 l16 16 M132 120 l14 14', material.cream, { width: 4 }) +
    line('M76 128 Q78 150 74 164', tones.deep, { opacity: 0.4, dash: '3 3' }) +
    fill('M34 162 Q120 156 212 162 V174 Q212 182 204 182 H42 Q34 182 34 174 Z', '#fbfaf6') +
    line('M36 170 H210', tones.base, { width: 3 }),
  'chelsea-boot': (tones) =>
    fill('M66 58 H116 Q116 100 124 116 Q154 126 184 134 Q206 142 206 168 H62 Q58 120 66 58 Z', tones.base) +
    fill('M66 58 H80 Q74 112 82 168 H62 Q58 120 66 58 Z', tones.shade, 0.85) +
    fill('M164 128 Q206 138 206 168 H172 Q182 144 164 128 Z', tones.shade) +
    fill('M84 58 H106 Q104 96 98 126 Q88 112 84 58 Z', tones.deep) +
    line('M89 66 l3 46 M95 64 l2 52 M101 64 l-1 46', tones.shade, { width: 1.6 }) +
    fill('M60 48 h10 v14 h-10 Z', tones.shade) +
    line('M132 124 Q160 132 180 140', tones.light, { width: 4, opacity: 0.8 }) +
    fill('M58 166 H208 V178 H108 L104 186 H58 Z', material.rubber) +
    box([58, 166, 150, 4], tones.deep),
  sandal: (tones) =>
    fill('M34 160 Q30 148 44 146 Q90 152 130 144 Q176 134 206 150 Q214 158 208 166 Z', material.cream) +
    fill('M60 150 Q64 104 84 92 L100 98 Q88 120 86 152 Z', tones.base) +
    fill('M44 146 Q40 120 54 108 Q70 104 96 108 L92 122 Q70 118 62 122 Q56 132 58 150 Z', tones.shade) +
    fill(
      'M124 148 Q126 112 150 106 Q170 118 194 148 L176 146 Q160 124 149 122 Q141 130 141 147 Z',
      tones.base,
    ) +
    line('M96 112 Q120 118 138 128', tones.base, { width: 12 }) +
    line('M96 112 Q120 118 138 128', tones.light, { width: 2.4, dash: '4 4' }) +
    dot(92, 104, [5, material.metalShade]) +
    fill('M34 158 Q120 166 210 158 Q214 174 202 178 H46 Q34 178 34 158 Z', material.rubberLight) +
    lugs(42),
} satisfies Record<string, Draw>;

/** The teeth of an outsole from heel to toe. */
function lugs(heel: number): string {
  const teeth = Array.from(
    { length: Math.floor((204 - heel) / 14.5) },
    (_, n) => `M${heel + 4 + n * 14.5} 175 h9 l-1.5 10 h-6 Z`,
  );
  return fill(`M${heel} 174 H206 V179 H${heel + 2} Z ${teeth.join(' ')}`, material.rubber);
}
