import { material, type Tones } from './palette.ts';
import { box, type Draw, dot, fill, line, mirrored, placed } from './svg.ts';
import { cuffs, hemBand, standCollar, torso, zip } from './torso.ts';

/** Jackets and coats. */
export const outerwear = {
  'down-jacket': (tones) => puffer(tones, { rows: 5, collar: true }),
  parka: (tones) => puffer(tones, { rows: 7, collar: false }),
  vest: (tones) =>
    torso(tones, {
      hem: 186,
      half: 43,
      sleeve: 'none',
      front: [
        fill('M84 62 Q94 84 78 112 L84 112 Q98 84 90 60 Z', tones.shade),
        mirrored(fill('M84 62 Q94 84 78 112 L84 112 Q98 84 90 60 Z', tones.deep, 0.6)),
        line('M79 116 Q120 128 161 116', tones.deep, { opacity: 0.25 }),
        hemBand({ hem: 186, half: 43 }, tones.shade),
        standCollar(tones),
        zip(tones, 188),
        pocketSlants(tones),
        box([92, 96, 18, 14], tones.shade, 2),
      ].join(''),
    }),
  shell: (tones) =>
    torso(tones, {
      hem: 192,
      half: 44,
      sleeve: 'long',
      back: hood(tones),
      sleeveDetail: line('M50 166 Q58 172 69 172', tones.deep, { opacity: 0.5 }),
      front: [
        fill(
          'M96 58 C104 66 136 66 144 58 L160 66 Q164 80 163 96 Q120 108 77 96 Q76 80 80 66 Z',
          tones.light,
          0.55,
        ),
        hoodFront(tones),
        zip(tones, 194, 62),
        line('M92 118 L98 158', tones.deep, { width: 2.6 }),
        line('M148 118 L142 158', tones.deep, { width: 2.6 }),
        line('M76 180 Q120 188 164 180', tones.deep, { opacity: 0.35, dash: '3 4' }),
      ].join(''),
    }),
  windbreaker: (tones) =>
    torso(tones, {
      hem: 184,
      half: 45,
      sleeve: 'long',
      back: hood(tones),
      sleeveDetail: cuffs(tones.shade),
      front: [
        fill('M77 100 Q120 112 163 100 L163 120 Q120 132 77 120 Z', tones.light),
        hoodFront(tones),
        zip(tones, 184, 62),
        hemBand({ hem: 184, half: 45 }, tones.shade),
        pocketSlants(tones),
        line('M110 66 v18 M130 66 v18', tones.light, { width: 2 }),
      ].join(''),
    }),
  coat: (tones) =>
    torso(tones, {
      hem: 212,
      half: 47,
      sleeve: 'long',
      drop: 4,
      front: [
        fill('M98 58 L120 118 L104 124 L86 76 Z', tones.shade),
        fill('M142 58 L120 118 L136 124 L154 76 Z', tones.deep, 0.45),
        fill('M98 58 Q120 68 142 58 L120 112 Z', tones.deep, 0.85),
        fill('M104 58 Q120 66 136 58 L120 92 Z', material.cream),
        line('M120 118 V212', tones.deep, { opacity: 0.6 }),
        line('M86 158 l20 -2 M134 156 l20 2', tones.deep, { width: 3, opacity: 0.7 }),
        dot(112, 136, [3.4, tones.deep]),
        dot(112, 162, [3.4, tones.deep]),
      ].join(''),
    }),
  'work-jacket': (tones) =>
    torso(tones, {
      hem: 178,
      half: 44,
      sleeve: 'long',
      sleeveDetail: cuffs(tones.shade),
      front: [
        fill('M100 52 Q120 42 140 52 L138 60 Q120 68 102 60 Z', tones.deep),
        fill('M101 51 L88 74 L109 86 L120 67 Q106 62 101 51 Z', tones.light),
        fill('M139 51 L152 74 L131 86 L120 67 Q134 62 139 51 Z', tones.shade),
        line('M120 68 V180', tones.deep, { width: 2.4 }),
        stitchedPocket(tones, 86, 88),
        stitchedPocket(tones, 128, 88),
        stitchedPocket(tones, 84, 136),
        stitchedPocket(tones, 130, 136),
        ...[82, 108, 134, 160].map((y) => dot(120, y, [2.8, material.brass])),
      ].join(''),
    }),
  'quilted-jacket': (tones) =>
    torso(tones, {
      hem: 184,
      half: 44,
      sleeve: 'long',
      sleeveDetail: line('M72 84 L60 108 L72 122 M60 108 L52 134 L66 150 M52 134 L46 160', tones.deep, {
        opacity: 0.4,
      }),
      front: [
        diamonds(tones),
        fill('M96 58 Q120 72 144 58 L120 86 Z', tones.deep, 0.9),
        line('M96 58 L120 88 L144 58', tones.light, { width: 3 }),
        line('M120 88 V188', tones.light, { width: 3 }),
        ...[100, 122, 144, 166].map((y) => dot(120, y, [2.6, tones.deep])),
        fill('M86 150 h22 v4 h-22 Z M132 150 h22 v4 h-22 Z', tones.deep, 0.7),
      ].join(''),
    }),
} satisfies Record<string, Draw>;

function pocketSlants(tones: Tones): string {
  return line('M92 136 L86 164 M148 136 L154 164', tones.deep, { width: 2.6, opacity: 0.8 });
}

function stitchedPocket(tones: Tones, x: number, y: number): string {
  return (
    fill(`M${x} ${y} h26 v26 l-5 5 h-16 l-5 -5 Z`, tones.shade) +
    fill(`M${x} ${y} h26 v8 h-26 Z`, tones.light, 0.8) +
    line(`M${x + 3} ${y + 11} v14 l4 4 h12 l4 -4 v-14`, tones.deep, {
      width: 1.2,
      opacity: 0.5,
      dash: '2 2.5',
    })
  );
}

function hood(tones: Tones): string {
  return fill('M90 66 Q84 34 104 28 Q120 24 136 28 Q156 34 150 66 Z', tones.shade);
}

function hoodFront(tones: Tones): string {
  return (
    fill('M96 60 Q92 40 106 35 Q120 31 134 35 Q148 40 144 60 Q120 74 96 60 Z', tones.deep) +
    fill('M96 60 Q94 52 98 46 Q106 62 120 62 Q134 62 142 46 Q146 52 144 60 Q120 76 96 60 Z', tones.base)
  );
}

function diamonds(tones: Tones): string {
  const down = [0, 1, 2, 3, 4, 5, 6].map((n) => `M${74 + n * 16} 70 l-60 118`).join(' ');
  const clip =
    '<clipPath id="liner"><path d="M96 58 C104 66 136 66 144 58 L160 66 Q164 88 162 108 L164 178 Q164 184 158 184 Q120 189 82 184 Q76 184 76 178 L78 108 Q76 88 80 66 Z"/></clipPath>';
  const net =
    line(`${down} M150 70 l-60 118 M166 70 l-60 118 M182 70 l-60 118 M198 70 l-60 118`, tones.deep, {
      width: 1.6,
      opacity: 0.32,
    }) +
    mirrored(
      line(`${down} M150 70 l-60 118 M166 70 l-60 118 M182 70 l-60 118 M198 70 l-60 118`, tones.deep, {
        width: 1.6,
        opacity: 0.32,
      }),
    );
  return `${clip}<g clip-path="url(#liner)">${net}</g>`;
}

/** Rows of down, one above the other. */
function puffer(tones: Tones, { rows, collar }: { rows: number; collar: boolean }): string {
  const height = collar ? 25 : 21;
  const top = 58;
  const bottom = top + rows * height;
  const body = Array.from({ length: rows }, (_, row) =>
    downRow(tones, { row, y: top + row * height, height }),
  ).join('');
  const yoke = fill('M92 58 Q70 62 66 88 L88 124 Z', tones.base);
  const yokeTurned = mirrored(fill('M92 58 Q70 62 66 88 L88 124 Z', tones.shade));
  const neck = collar ? standCollar(tones) : fur(tones);
  const pockets = line(`M92 ${bottom - 48} l-6 22 M148 ${bottom - 48} l6 22`, tones.deep, {
    width: 2.6,
    opacity: 0.7,
  });
  const arms = downArm(tones, tones.base) + mirrored(downArm(tones, tones.shade));
  return yoke + yokeTurned + arms + body + neck + zip(tones, bottom, 60) + pockets;
}

function downRow(tones: Tones, { row, y, height }: { row: number; y: number; height: number }): string {
  const half = 41 + Math.min(row, 2);
  return (
    box([120 - half, y, half * 2, height + 1], tones.base, 10) +
    fill(
      `M142 ${y} h${half - 32} q10 0 10 10 v${height - 19} q0 10 -10 10 h${32 - half} Z`,
      tones.shade,
      0.75,
    ) +
    line(`M${128 - half} ${y + 5} h${half - 18}`, tones.light, { width: 2.6, opacity: 0.6 })
  );
}

function downArm(tones: Tones, cloth: string): string {
  const rows = [0, 1, 2, 3, 4, 5].map(
    (row) =>
      box([62 + row, 58 + row * 19, 30 - row, 21], cloth, 9) +
      line(`M${69 + row} ${63 + row * 19} h9`, tones.light, { width: 2.2, opacity: 0.5 }),
  );
  return placed('rotate(13 88 62)', rows.join(''));
}

/** A hood with a trim. */
function fur(tones: Tones): string {
  return (
    fill('M86 66 Q80 30 104 24 Q120 20 136 24 Q160 30 154 66 Q120 84 86 66 Z', tones.shade) +
    fill('M94 62 Q90 38 106 32 Q120 28 134 32 Q150 38 146 62 Q120 78 94 62 Z', material.cream) +
    fill('M102 60 Q99 44 109 39 Q120 35 131 39 Q141 44 138 60 Q120 72 102 60 Z', tones.deep)
  );
}
