import { expect, test } from 'vitest';
import { editFaults } from './editFaults.ts';
import { listPrograms } from './findProgram.ts';
import { PCIT } from './pcit.ts';
import { PMT } from './pmt.ts';
import { isMasteryPhase } from './program.ts';
import { editProgram, type ProgramEdits } from './programEdits.ts';

const NONE: ProgramEdits = { goals: {}, localGoals: [], prompts: undefined };
const ITEM = { itemId: 'i', text: 'Set a goal' };
const GOAL = {
  rule: 'L1',
  treatmentPhase: 'cdi',
  label: 'Praise',
  codes: ['LP', 'UP'],
  bound: 'at least' as const,
  goal: 5,
};

test.for(listPrograms())(
  '[PRO2] $name’s own prompts and checklists, written down as a clinic’s edits, have no faults',
  (program) => {
    const { prompts, checklists } = program;
    expect(editFaults(program, { ...NONE, prompts, checklists })).toEqual([]);
  },
);

test.for([
  ['a rule of another program', { ...NONE, goals: { PMT1: 4 } }, 'no goal with the rule PMT1'],
  ['a share above one', { ...NONE, goals: { PDI3: 75 } }, 'from 0 to 100%'],
  ['half a count', { ...NONE, goals: { CDI1: 4.5 } }, 'whole number'],
  ['a rule of the book for a local goal', { ...NONE, localGoals: [{ ...GOAL, rule: 'CDI1' }] }, 'is already used'],
  ['two local goals with one rule', { ...NONE, localGoals: [GOAL, GOAL] }, 'is already used'],
  ['a code of another program', { ...NONE, localGoals: [{ ...GOAL, codes: ['PRS'] }] }, 'no such code: PRS'],
  ['a phase of another program', { ...NONE, localGoals: [{ ...GOAL, treatmentPhase: 'presence' }] }, 'no such part'],
] as const)('[PRO4] %s is refused', ([, edits, words]) => {
  expect(editFaults(PCIT, edits)).toEqual([expect.stringContaining(words)]);
});

test.for([
  ['a key of a code', [{ key: 'l' }], 'the key L is already used'],
  ['a key of the console', [{ key: 'w' }], 'the key W is already used'],
  ['one key twice in a phase', [{ key: 'a' }, { promptId: 'b', key: 'a' }], 'has the same key'],
  ['a skill that is none', [{ skill: 'XX' }], 'no such skill'],
] as const)('[PRO4] a prompt with %s is refused', ([, prompts, words]) => {
  const prompt = {
    promptId: 'a',
    text: 'Well done',
    skill: undefined,
    coachCode: undefined,
    phases: ['coaching'],
    key: undefined,
  } as const;
  expect(editFaults(PCIT, { ...NONE, prompts: prompts.map((one) => ({ ...prompt, ...one })) })).toEqual([
    expect.stringContaining(words),
  ]);
});

test.for([
  ['a stage of another program', [{ stage: 'presence-coach' }], 'no such stage'],
  ['nothing on it', [{ items: [] }], 'at least one item'],
  ['one item twice', [{ items: [ITEM, ITEM] }], 'two items have the same id'],
  ['the id of another', [{}, {}], 'has the same id'],
] as const)('[PRO4] [FID1] a checklist with %s is refused', ([, checklists, words]) => {
  const checklist = { checklistId: 'a', stage: 'cdi-coach', title: 'Coaching', items: [ITEM] };
  expect(editFaults(PCIT, { ...NONE, checklists: checklists.map((one) => ({ ...checklist, ...one })) })).toEqual([
    expect.stringContaining(words),
  ]);
});

test('[PRO1] [PRO4] a goal that a clinic changed is no longer mastery, in its copy alone', () => {
  const edited = editProgram(PCIT, { ...NONE, goals: { CDI1: 8 }, localGoals: [GOAL] });
  expect(isMasteryPhase(edited.phases[0])).toBe(false);
  expect(edited.phases[0].criteria[0]).toMatchObject({ goal: 8, goalOrigin: 'local' });
  expect(edited.phases[0].practiceGoals).toMatchObject([{ rule: 'L1', goalOrigin: 'local' }]);
  expect(isMasteryPhase(PCIT.phases[0])).toBe(true);
  expect(isMasteryPhase(PMT.phases[0])).toBe(false);
});
