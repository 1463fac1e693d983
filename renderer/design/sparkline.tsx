import type { ReactNode } from 'react';

/** Props of {@link Sparkline}. */
export type SparklineProps = {
  /** Values from −1 (at the foot) to 1 (at the top), oldest first. */
  values: readonly number[];
  width: number;
  height: number;
  /** What it says, for those who can't see it; without it the curve is decoration. */
  label?: string;
};

const inset = 2.5;

/** A curve of a few values with a dot on the latest, in the tone of its place. */
export function Sparkline({ values, width, height, label }: SparklineProps): ReactNode {
  const points = values.length === 1 ? [values[0] ?? 0, values[0] ?? 0] : values;
  if (points.length === 0) return null;
  const step = (width - 2 * inset) / (points.length - 1);
  const placed = points.map((value, index) => ({
    x: inset + index * step,
    y: inset + ((1 - Math.max(-1, Math.min(1, value))) / 2) * (height - 2 * inset),
  }));
  const path = placed.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');
  const latest = placed.at(-1);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="shrink-0 text-(--tone)"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <polyline
        points={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {latest ? <circle cx={latest.x} cy={latest.y} r="2" fill="currentColor" /> : null}
    </svg>
  );
}
