import type { CodeTone, Valence } from '#shared/domain/programs/program.ts';

/** The colors of each valence: blues and greens for what to do, oranges for what to avoid, gray for the rest. */
const FAMILIES: Readonly<Record<Valence, readonly [CodeTone, ...CodeTone[]]>> = {
  do: ['blue', 'green', 'sky'],
  avoid: ['orange', 'vermillion'],
  neutral: ['gray'],
};

/** The color of a code: its own if it fits the current valence, otherwise the first of its valence. */
export function codeTone(own: CodeTone | undefined, valence: Valence): CodeTone {
  const family = FAMILIES[valence];
  return own !== undefined && family.includes(own) ? own : family[0];
}
