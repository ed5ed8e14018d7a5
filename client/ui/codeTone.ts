import type { CodeTone, Valence } from '#shared/domain/programs/program.ts';

/** The colors of each valence: blues and greens for what to do, oranges for what to avoid, grey for the rest. */
const FAMILIES: Readonly<Record<Valence, readonly [CodeTone, ...CodeTone[]]>> = {
  do: ['blue', 'green', 'sky'],
  avoid: ['orange', 'vermillion'],
  neutral: ['grey'],
};

/** The color of a code: its own, where that fits what it is meant as now, else the first of its valence. */
export function codeTone(own: CodeTone | undefined, valence: Valence): CodeTone {
  const family = FAMILIES[valence];
  return own !== undefined && family.includes(own) ? own : family[0];
}
