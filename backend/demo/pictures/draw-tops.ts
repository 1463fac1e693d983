import { material, type Tones } from './palette.ts';
import { box, type Draw, dot, fill, line, mirrored } from './svg.ts';
import { cuffs, hemBand, standCollar, torso } from './torso.ts';

/** Shirts, sweaters, base layers. */
export const tops = {
  'base-layer': (tones) =>
    torso(tones, {
      hem: 188,
      half: 39,
      sleeve: 'long',
      sleeveDetail: line('M76 74 L58 128', tones.light, { width: 3, opacity: 0.8 }) + cuffs(tones.shade),
      front: crew(tones) + line('M96 74 L84 118 M144 74 L156 118', tones.light, { width: 3, opacity: 0.6 }),
    }),
  'half-zip': (tones) =>
    torso(tones, {
      hem: 186,
      half: 42,
      sleeve: 'long',
      sleeveDetail: cuffs(tones.shade),
      front: [
        grid(tones),
        hemBand({ hem: 186, half: 42 }, tones.shade),
        standCollar(tones),
        line('M120 48 V112', tones.deep, { width: 2.6 }),
        line('M120 104 v9', material.cream, { width: 4 }),
        box([92, 92, 17, 14], tones.shade, 2),
      ].join(''),
    }),
  tee: (tones) =>
    torso(tones, {
      hem: 188,
      half: 43,
      sleeve: 'short',
      drop: 4,
      sleeveDetail: line('M48 112 L74 120', tones.deep, { opacity: 0.3, dash: '3 3' }),
      front: crew(tones) + line('M80 182 Q120 188 160 182', tones.deep, { opacity: 0.3, dash: '3 3' }),
    }),
  'check-shirt': (tones) =>
    torso(tones, {
      hem: 190,
      half: 42,
      sleeve: 'long',
      sleeveDetail: checkedSleeve(tones) + cuffs(tones.shade),
      front: checks(tones) + shirtFront(tones, 'collar') + box([130, 96, 20, 20], tones.shade, 2),
    }),
  'linen-shirt': (tones) =>
    torso(tones, {
      hem: 194,
      half: 44,
      sleeve: 'long',
      drop: 3,
      sleeveDetail: cuffs(tones.light),
      front:
        shirtFront(tones, 'band') +
        line('M96 90 Q98 130 92 176 M146 92 Q144 130 150 172', tones.deep, { width: 1.6, opacity: 0.22 }),
    }),
  sweater: (tones) =>
    torso(tones, {
      hem: 186,
      half: 44,
      sleeve: 'long',
      drop: 4,
      sleeveDetail:
        cuffs(tones.shade) +
        line('M62 104 l14 5 M58 122 l14 5 M54 140 l14 5', tones.light, { width: 2.4, opacity: 0.55 }),
      front:
        knit(tones) + crew(tones, 8) + hemBand({ hem: 186, half: 44 }, tones.shade) + ribs(tones, 186, 44),
    }),
  hoodie: (tones) =>
    torso(tones, {
      hem: 188,
      half: 46,
      sleeve: 'long',
      drop: 4,
      back: fill('M86 68 Q80 36 104 30 Q120 26 136 30 Q160 36 154 68 Z', tones.shade),
      sleeveDetail: cuffs(tones.shade),
      front: [
        fill('M94 62 Q90 40 106 36 Q120 32 134 36 Q150 40 146 62 Q120 82 94 62 Z', tones.deep),
        fill('M94 62 Q92 50 96 45 Q104 66 120 66 Q136 66 144 45 Q148 50 146 62 Q120 84 94 62 Z', tones.base),
        line('M110 72 q-2 16 0 26 M130 72 q2 16 0 24', material.cream, { width: 2.6 }),
        fill('M92 140 h56 l10 30 h-76 Z', tones.shade),
        line('M92 140 l-10 30 M148 140 l10 30', tones.deep, { opacity: 0.45 }),
        hemBand({ hem: 188, half: 46 }, tones.shade),
      ].join(''),
    }),
} satisfies Record<string, Draw>;

function crew(tones: Tones, width = 5): string {
  return (
    fill('M98 57 Q104 76 120 76 Q136 76 142 57 Q120 67 98 57 Z', tones.deep) +
    line('M97 58 Q103 77 120 77 Q137 77 143 58', tones.shade, { width })
  );
}

function shirtFront(tones: Tones, neck: 'collar' | 'band'): string {
  const collar =
    neck === 'collar'
      ? fill('M98 56 L90 76 L108 84 L120 66 L132 84 L150 76 L142 56 Q120 68 98 56 Z', tones.light) +
        fill('M104 58 Q120 66 136 58 L120 72 Z', tones.deep)
      : fill('M100 56 Q120 42 140 56 L138 64 Q128 66 120 74 Q112 66 102 64 Z', tones.light) +
        fill('M105 56 Q120 48 135 56 Q126 62 120 68 Q114 62 105 56 Z', tones.deep);
  return (
    collar +
    line('M116 78 V192', tones.deep, { width: 1.6, opacity: 0.4 }) +
    line('M124 78 V192', tones.deep, { width: 1.6, opacity: 0.4 }) +
    [92, 114, 136, 158].map((y) => dot(120, y, [2.4, tones.deep])).join('')
  );
}

function checks(tones: Tones): string {
  return (
    line('M92 68 V188 M106 72 V190 M134 72 V190 M148 68 V188', tones.deep, { width: 4, opacity: 0.28 }) +
    line('M79 96 H161 M79 120 H161 M79 144 H161 M79 168 H161', tones.deep, { width: 4, opacity: 0.28 }) +
    line('M99 70 V190 M141 70 V190 M79 108 H161 M79 132 H161 M79 156 H161', tones.light, {
      width: 1.6,
      opacity: 0.75,
    })
  );
}

function checkedSleeve(tones: Tones): string {
  return (
    line('M72 78 L56 156', tones.deep, { width: 4, opacity: 0.28 }) +
    line('M60 96 l20 5 M55 120 l20 5 M50 142 l18 6', tones.deep, { width: 4, opacity: 0.28 }) +
    line('M58 108 l20 5 M53 131 l18 5', tones.light, { width: 1.6, opacity: 0.75 })
  );
}

function grid(tones: Tones): string {
  return line('M82 88 H158 M80 104 H160 M79 120 H161 M79 136 H161 M79 152 H161', tones.light, {
    width: 1.8,
    opacity: 0.5,
    dash: '2 6',
  });
}

function knit(tones: Tones): string {
  const cable = 'M120 84 q-8 10 0 20 q8 10 0 20 q-8 10 0 20 q8 10 0 20';
  return (
    line(cable, tones.light, { width: 4, opacity: 0.75 }) +
    line('M104 82 V170 M136 82 V170', tones.deep, { width: 1.8, opacity: 0.28 }) +
    line('M92 84 V170 M148 84 V170', tones.light, { width: 2, opacity: 0.5, dash: '3 5' })
  );
}

function ribs(tones: Tones, hem: number, half: number): string {
  const marks = Array.from(
    { length: 9 },
    (_, n) => `M${124 - half + n * ((half * 2 - 8) / 8)} ${hem - 11} v8`,
  ).join(' ');
  return line(marks, tones.deep, { width: 1.4, opacity: 0.35 }) + mirrored('');
}
