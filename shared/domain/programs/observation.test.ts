import { expect, test } from 'vitest';
import { scoreWindow } from '../scoring/scoreWindow.ts';
import { ratiosOf } from '../scoring/ratios.ts';
import { findProgram, listPrograms } from './findProgram.ts';
import { findTreatmentPhase } from './program.ts';
import { PCIT } from './pcit.ts';

const at = (seconds: number, code: string) => ({ at: seconds * 1_000, code });
const PLP = findTreatmentPhase(PCIT, 'plp') ?? PCIT.phases[0];

test('[OBS1] every situation takes five minutes, and no other window has its kind', () => {
  for (const program of listPrograms()) {
    const situations = program.observation?.situations ?? [];
    const ids = [...program.phases, ...situations].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { windowMs, assessable, criteria, practiceGoals } of situations) {
      expect([windowMs, assessable.codedMs, criteria, practiceGoals]).toEqual([300_000, 300_000, [], []]);
    }
  }
  expect(findProgram('pcit')?.observation?.situations.map(({ id, warmUpFor }) => [id, warmUpFor])).toEqual([
    ['clp', undefined],
    ['plp', undefined],
    ['cu', undefined],
    ['clp-warm-up', 'clp'],
    ['plp-warm-up', 'plp'],
  ]);
});

test('[OBS2] commands and answers are counted, nothing is due, and compliance is computed from them', () => {
  const events = [
    ...[at(10, 'DC'), at(12, 'CO')],
    ...[at(20, 'DC'), at(26, 'NC')],
    ...[at(30, 'IC'), at(33, 'CO')],
    ...[at(40, 'DC'), at(42, 'NOC')],
  ];
  const score = scoreWindow(events, { program: PCIT, phase: PLP, spans: [[0, 300_000]], void: false });
  expect(score).toMatchObject({ assessable: true, mastered: false, criteria: [] });
  expect(score.commands).toMatchObject({ commands: 4, directCommands: 3, followUpDue: 0, pctFollowThrough: null });
  expect(score.outcomes.map(({ outcome }) => outcome.is)).toEqual(['not-due', 'not-due', 'not-effective', 'no-chance']);
  const ratios = ratiosOf(score, PLP.ratios ?? [], PLP.sequence);
  expect(ratios.find(({ rule }) => rule === 'RAT2')?.value).toBeCloseTo(2 / 3);
});
