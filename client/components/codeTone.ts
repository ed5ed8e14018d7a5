import type { Valence } from '#shared/domain/programmes/programme.ts';

/** A colour of Okabe and Ito's set, as `tokens.css` tunes it for both schemes. */
export type CodeTone = 'blue' | 'green' | 'sky' | 'orange' | 'vermillion' | 'grey';

/** Codes that stand beside others of their valence all day get a colour of their own; the rest go by valence. */
const TONES: Readonly<Record<Exclude<Valence, 'neutral'>, Readonly<Record<string, CodeTone | undefined>>>> = {
  do: { LP: 'green', BD: 'blue', RF: 'sky' },
  avoid: { NTA: 'vermillion' },
};

/** The colour of a code: blues and greens for what to do, oranges for what to avoid, grey for the rest. */
export function codeTone(code: string, valence: Valence): CodeTone {
  if (valence === 'neutral') return 'grey';
  return TONES[valence][code] ?? (valence === 'do' ? 'blue' : 'orange');
}
