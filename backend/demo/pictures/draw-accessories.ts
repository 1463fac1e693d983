import { material, type Tones } from './palette.ts';
import { box, type Draw, dot, fill, line, mirrored, oval, placed } from './svg.ts';

/** Hats, socks and small things. */
export const accessories = {
  beanie: (tones) =>
    fill('M62 140 Q60 58 120 56 Q180 58 178 140 Z', tones.base) +
    fill('M146 62 Q180 76 178 140 H152 Q162 96 146 62 Z', tones.shade, 0.6) +
    line(
      'M84 138 Q84 92 102 64 M102 138 Q103 92 112 60 M120 138 V58 M138 138 Q137 92 128 60 M156 138 Q156 92 138 64',
      tones.deep,
      { opacity: 0.32, width: 2.4 },
    ) +
    fill(
      'M54 140 Q54 130 64 130 H176 Q186 130 186 140 V172 Q186 182 176 182 H64 Q54 182 54 172 Z',
      tones.shade,
    ) +
    line(
      'M68 134 V178 M80 134 V178 M92 134 V178 M104 134 V178 M116 134 V178 M128 134 V178 M140 134 V178 M152 134 V178 M164 134 V178 M174 134 V178',
      tones.light,
      { width: 3, opacity: 0.45 },
    ) +
    box([136, 148, 22, 16], tones.deep, 2) +
    line('M141 158 l4 -5 l3 3 l5 -4', material.cream, { width: 1.8 }),
  'bucket-hat': (tones) =>
    oval([120, 172, 76, 17], tones.deep) +
    fill(
      'M76 130 L86 82 Q88 74 98 73 Q120 70 142 73 Q152 74 154 82 L164 130 Q188 144 197 172 Q160 188 120 188 Q80 188 43 172 Q52 144 76 130 Z',
      tones.base,
    ) +
    fill(
      'M136 72 Q152 73 154 82 L164 130 Q188 144 197 172 Q182 179 166 183 Q156 150 144 138 Q148 100 136 72 Z',
      tones.shade,
      0.6,
    ) +
    line('M76 131 Q120 146 164 131', tones.deep, { width: 3, opacity: 0.6 }) +
    line('M64 146 Q120 166 176 146 M56 157 Q120 179 184 157 M51 167 Q120 189 189 167', tones.deep, {
      opacity: 0.28,
      dash: '4 4',
    }) +
    line('M88 86 Q120 94 152 86', tones.light, { width: 2.4 }) +
    dot(98, 112, [3, tones.deep]) +
    dot(107, 114, [3, tones.deep]),
  socks: (tones) =>
    placed('translate(26 6)', sock(tones, tones.shade)) + placed('translate(-14 0)', sock(tones, tones.base)),
  scarf: (tones) =>
    fill('M66 88 Q68 54 120 52 Q172 54 174 88 Q172 122 120 124 Q68 122 66 88 Z', tones.base) +
    fill('M84 84 Q88 68 120 68 Q152 68 156 84 Q150 98 120 98 Q90 98 84 84 Z', tones.deep) +
    fill('M68 96 Q90 124 132 120 Q160 116 173 94 Q176 118 150 128 Q100 138 68 96 Z', tones.shade, 0.8) +
    fill('M128 118 L166 112 L176 196 H134 Z', tones.shade) +
    fill('M88 118 L132 116 L124 204 H78 Z', tones.base) +
    line('M82 172 H126 M80 184 H125', tones.light, { width: 4 }) +
    line('M136 170 H172', tones.light, { width: 4, opacity: 0.6 }) +
    line(
      'M80 204 v9 M90 204 v9 M100 204 v9 M110 204 v9 M120 204 v9 M138 196 v9 M148 196 v9 M158 196 v9 M168 196 v9',
      tones.shade,
      { width: 3 },
    ),
  gloves: (tones) =>
    placed('rotate(-9 84 130)', glove(tones, tones.base)) +
    mirrored(placed('rotate(-9 84 130)', glove(tones, tones.shade))),
  belt: (tones) =>
    `<circle cx="124" cy="124" r="66" fill="none" stroke="${tones.shade}" stroke-width="20"/>` +
    `<circle cx="118" cy="118" r="58" fill="none" stroke="${tones.base}" stroke-width="22"/>` +
    `<circle cx="118" cy="118" r="58" fill="none" stroke="${tones.light}" stroke-width="2" stroke-dasharray="5 4" opacity="0.7"/>` +
    fill('M92 164 H196 Q204 176 196 188 H92 Z', tones.base) +
    line('M98 169 H190 M98 183 H190', tones.light, { width: 1.6, dash: '5 4', opacity: 0.8 }) +
    `<rect x="74" y="158" width="34" height="36" rx="6" fill="none" stroke="${material.brass}" stroke-width="6"/>` +
    line('M92 176 h20', material.brass, { width: 5 }) +
    [132, 150, 168].map((x) => dot(x, 176, [3, tones.deep])).join(''),
  umbrella: (tones) =>
    line('M120 118 V186 Q120 202 134 202 Q146 202 146 190', material.woodShade, { width: 7 }) +
    fill(
      'M34 122 Q46 46 120 44 Q194 46 206 122 Q184 106 163 122 Q142 106 120 122 Q98 106 77 122 Q56 106 34 122 Z',
      tones.base,
    ) +
    fill('M120 44 Q194 46 206 122 Q184 106 163 122 Q158 70 120 44 Z', tones.shade, 0.7) +
    fill('M120 44 Q82 66 77 122 Q98 106 120 122 Z', tones.light, 0.55) +
    line('M120 44 Q82 66 77 122 M120 44 V120 M120 44 Q158 70 163 122', tones.deep, { opacity: 0.35 }) +
    line('M120 36 v8', tones.deep, { width: 5 }),
} satisfies Record<string, Draw>;

function sock(tones: Tones, cloth: string): string {
  return (
    fill(
      'M88 44 H134 V132 Q134 144 144 152 L168 168 Q180 178 172 192 Q162 206 142 200 L98 178 Q86 170 88 152 Z',
      cloth,
    ) +
    fill('M88 44 H134 V62 H88 Z', tones.light) +
    fill('M160 163 L168 168 Q180 178 172 192 Q162 206 146 201 Q148 176 160 163 Z', tones.light) +
    fill('M88 136 Q104 140 112 154 Q112 172 98 178 Q86 170 88 152 Z', tones.light) +
    line('M96 46 v14 M106 46 v14 M116 46 v14 M126 46 v14', tones.deep, { width: 1.6, opacity: 0.4 }) +
    line('M90 82 H132 M90 92 H132', tones.deep, { width: 3, opacity: 0.35 })
  );
}

function glove(tones: Tones, cloth: string): string {
  return (
    fill(
      'M60 116 V70 Q60 62 67 62 Q74 62 74 70 V102 V58 Q74 50 81 50 Q88 50 88 58 V102 V62 Q88 54 95 54 Q102 54 102 62 V106 V74 Q102 68 108 68 Q114 68 114 74 V136 Q112 156 104 164 H70 Q60 150 60 116 Z',
      cloth,
    ) +
    fill('M62 140 Q46 130 42 112 Q42 102 51 104 Q58 116 66 122 Z', cloth) +
    fill('M66 160 H108 L112 196 H62 Z', tones.light) +
    line('M70 166 V192 M80 166 V192 M90 166 V192 M100 166 V192', tones.deep, { width: 1.8, opacity: 0.4 }) +
    dot(81, 58, [4.4, tones.light]) +
    dot(48, 110, [3.6, tones.light]) +
    line('M74 104 V118 M88 104 V118 M102 106 V118', tones.deep, { opacity: 0.35 })
  );
}
