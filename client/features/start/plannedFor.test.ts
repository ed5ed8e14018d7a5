import { expect, test } from 'vitest';
import { aSessionSummary } from './testing/aSessionSummary.ts';
import { plannedFor } from './plannedFor.ts';

test.each([
  [{ stage: 'cdi-coach', treatmentPhase: 'cdi' }, 'CDI coaching'],
  [{ stage: 'cdi-coach', treatmentPhase: 'pdi' }, 'CDI coaching · PDI'],
  [{ stage: 'intake', treatmentPhase: null }, 'Intake'],
  [{ stage: null, treatmentPhase: 'pdi' }, 'PDI'],
  [{ stage: null, treatmentPhase: null }, undefined],
  [{ stage: 'cdi-coach', treatmentPhase: 'cdi', programVersion: 'from-elsewhere' }, undefined],
])('a session planned for %o is called %s', (planned, words) => {
  expect(plannedFor(aSessionSummary(planned))).toBe(words);
});
