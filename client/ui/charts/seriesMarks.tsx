/** How a line differs from others without color: its dash pattern and point shape. */
type SeriesMark = { readonly color: string; readonly dash: string | undefined; readonly shape: Shape };
type Shape = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross';

const MARKS: readonly [SeriesMark, ...SeriesMark[]] = [
  { color: 'var(--code-blue)', dash: undefined, shape: 'circle' },
  { color: 'var(--code-green)', dash: '8 4', shape: 'square' },
  { color: 'var(--code-gray)', dash: '2 4', shape: 'triangle' },
  { color: 'var(--code-vermillion)', dash: '10 3 2 3', shape: 'diamond' },
  { color: 'var(--ink-quiet)', dash: '4 2', shape: 'cross' },
];

/** The mark of the series at this index. They repeat after the last. */
export function markOf(place: number): SeriesMark {
  return MARKS[place % MARKS.length] ?? MARKS[0];
}

const PATHS: Readonly<Record<Shape, string>> = {
  circle: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z',
  square: 'M-4 -4h8v8h-8z',
  triangle: 'M0 -5l5 9h-10z',
  diamond: 'M0 -5.5l5 5.5l-5 5.5l-5 -5.5z',
  cross: 'M-4 -4l8 8M4 -4l-8 8',
};

/** A point of a series. Hollow if it does not count. */
export function Point(props: { readonly mark: SeriesMark; readonly x: number; readonly y: number; hollow?: boolean }) {
  const { mark, x, y, hollow = false } = props;
  return (
    <path
      d={PATHS[mark.shape]}
      transform={`translate(${x} ${y})`}
      fill={hollow ? 'var(--surface)' : mark.color}
      stroke={mark.color}
      strokeWidth={1.5}
    />
  );
}

/** A short piece of the line with its point, for a legend. */
export function LineSample({ mark }: { readonly mark: SeriesMark }) {
  return (
    <svg width="36" height="12" aria-hidden="true" focusable="false">
      <line x1="0" x2="36" y1="6" y2="6" stroke={mark.color} strokeWidth="2" strokeDasharray={mark.dash} />
      <Point mark={mark} x={18} y={6} />
    </svg>
  );
}
