import { type Figure, type Figures, isMet, type Target } from './figure.ts';

const HEADINGS = ['figure', 'ours', 'bare', 'ratio', 'worst', 'target', ''];

/** The figures as a table for people: every number with its unit, and whether the target is met. */
export function tableOf(figures: Figures): string {
  const rows = Object.entries(figures).map(([name, figure]) => rowOf(name, figure));
  const table = [HEADINGS, ...rows];
  const widths = HEADINGS.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const aligned = table.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  return aligned.map((row) => row.join('   ').trimEnd()).join('\n');
}

function rowOf(name: string, figure: Figure): string[] {
  const { value, unit, baseline, ratio, worst, target } = figure;
  return [
    name,
    `${rounded(value)} ${unit}`,
    baseline === null ? '–' : rounded(baseline),
    ratio === null ? '–' : `× ${ratio.toFixed(2)}`,
    rounded(worst),
    wordsOf(target, unit),
    verdictOf(figure),
  ];
}

function verdictOf(figure: Figure): string {
  if (Object.keys(figure.target).length === 0) return '';
  return isMet(figure) ? 'met' : 'not met';
}

function wordsOf({ value, ratio }: Target, unit: string): string {
  const parts = [
    ...(value === undefined ? [] : [`≤ ${rounded(value)} ${unit}`]),
    ...(ratio === undefined ? [] : [`≤ × ${ratio}`]),
  ];
  return parts.join(', ') || '–';
}

function rounded(value: number): string {
  const places = Number.isInteger(value) || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(places);
}
