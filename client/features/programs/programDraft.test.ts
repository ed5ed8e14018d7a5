import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { draftOf, editsOf, keptGoal, nextRule, shownGoal } from './programDraft.ts';

test('[PRO2] a draft that nobody touched changes nothing', () => {
  const draft = draftOf(PCIT, 'Ours', undefined);
  expect(editsOf(PCIT, draft)).toEqual({ goals: {}, localGoals: [], prompts: undefined });
});

test('[PRO2] [FID1] a checklist that was changed is the clinic’s own', () => {
  const draft = draftOf(PCIT, 'Ours', undefined);
  const checklists = draft.checklists.slice(1);
  expect(editsOf(PCIT, { ...draft, checklists }).checklists).toEqual(checklists);
});

test('[PRO2] a goal that was reset is no change', () => {
  const draft = { ...draftOf(PCIT, 'Ours', undefined), goals: { CDI1: 10, CDI2: 8 } };
  expect(editsOf(PCIT, draft).goals).toEqual({ CDI2: 8 });
});

test('shares are written in percent and kept as shares', () => {
  expect(shownGoal({ of: 'effective' }, 0.75)).toBe(75);
  expect(keptGoal({ of: 'effective' }, 80)).toBe(0.8);
  expect(shownGoal({ of: 'count' }, 10)).toBe(10);
});

test('a clinic’s own goal has a unique id', () => {
  const goal = { treatmentPhase: 'cdi', label: 'x', codes: ['LP'], bound: 'at least' as const, goal: 1 };
  expect(nextRule([{ ...goal, rule: 'OWN2' }])).toBe('OWN3');
});
