import { PARENT_CODES as DPICS_CODES } from '../pcit/codes.ts';
import type { CodeDefinition, Valence } from '../program.ts';

/** The meaning of each code in this program's own phases. */
const VALENCE: Readonly<Record<string, Readonly<Record<string, Valence>>>> = {
  BD: { 'child-led': 'do', exposure: 'do', dads: 'do' },
  RF: { 'child-led': 'do', exposure: 'do', dads: 'do' },
  LP: { 'child-led': 'do', exposure: 'do', dads: 'do' },
  QU: { 'child-led': 'avoid', exposure: 'avoid', dads: 'avoid' },
  IQ: { 'child-led': 'avoid', exposure: 'avoid', dads: 'avoid' },
  DQ: { 'child-led': 'avoid', exposure: 'avoid', dads: 'avoid' },
  DC: { 'child-led': 'avoid', exposure: 'neutral', dads: 'do' },
  IC: { 'child-led': 'avoid', exposure: 'avoid', dads: 'avoid' },
  NTA: { 'child-led': 'avoid', exposure: 'avoid', dads: 'avoid' },
};

/** The codes are those of the standard form. Their meanings differ. Rule PRO3. */
export const PARENT_CODES: readonly CodeDefinition[] = DPICS_CODES.map((definition) => {
  return { ...definition, valence: VALENCE[definition.code] ?? {} };
});
