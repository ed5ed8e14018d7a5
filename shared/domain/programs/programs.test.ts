import { describe, expect, test } from 'vitest';
import { PHASES } from '../phase.ts';
import { CONSOLE_KEYS } from './editFaults.ts';
import { listPrograms } from './findProgram.ts';
import { codesIn, type Program, findTreatmentPhase } from './program.ts';

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const repeats = (items: readonly string[]) => items.filter((item, index) => items.indexOf(item) !== index);
const padCodes = ({ codes }: Program) => codes.filter(({ stream, keys }) => stream !== 'coach' && keys.length > 0);
const padKeys = (program: Program) => padCodes(program).flatMap(({ keys }) => keys);
const sequenceKeys = ({ phases }: Program) => phases.flatMap(({ sequence }) => Object.values(sequence?.keys ?? {}));

test('no two programs share an id and a version', () => {
  expect(repeats(listPrograms().map(({ id, version }) => `${id} ${version}`))).toEqual([]);
});

describe.for(listPrograms().map((program) => [program.name, program] as const))('%s', ([, program]) => {
  const codes = program.codes.map(({ code }) => code);

  test('[COD1] no two codes share a name', () => {
    expect(repeats(codes)).toEqual([]);
  });

  test('[COD1] no two keys of the console collide: codes, undo, a sequence’s steps, the console’s own', () => {
    const keys = [...padKeys(program), ...program.undoKeys, ...CONSOLE_KEYS];
    for (const { sequence } of program.phases) {
      expect(repeats([...keys, ...Object.values(sequence?.keys ?? {})])).toEqual([]);
    }
    expect(repeats(keys)).toEqual([]);
  });

  test('[TPC1] the coach’s codes have keys of their own layer, none of them the console’s', () => {
    const keys = codesIn(program, 'coach').flatMap((definition) => definition.keys);
    expect(repeats([...keys, ...program.undoKeys, ...CONSOLE_KEYS])).toEqual([]);
    for (const { code, style, keys: own } of codesIn(program, 'coach')) {
      expect([code, style, own.length]).toEqual([code, expect.any(String), 1]);
    }
  });

  test('[COD1] every code that has a key is on the pad exactly once', () => {
    const places = program.pad.flat();
    expect(places.filter((place) => place === 'undo')).toHaveLength(1);
    expect(places.filter((place) => place !== 'undo').toSorted()).toEqual(
      padCodes(program)
        .map(({ code }) => code)
        .toSorted(),
    );
  });

  test('[COD1] every code has a definition and, if somebody says or does it, an example', () => {
    for (const { code, name, definition, examples, stream } of program.codes) {
      expect([code, name.length > 0, definition.endsWith('.')]).toEqual([code, true, true]);
      if (stream !== 'procedure') expect([code, examples.length]).not.toEqual([code, 0]);
    }
  });

  test('[COD3] the priority lists every code of the parent once, and nothing else', () => {
    expect(program.priority.toSorted()).toEqual(
      codesIn(program, 'parent')
        .map(({ code }) => code)
        .toSorted(),
    );
  });

  test('[COD4] the code that is never chosen when unsure is a parent’s code', () => {
    expect(program.neverUnsure.filter((code) => !program.priority.includes(code))).toEqual([]);
  });

  test('[PRO3] codes have a valence only in the program’s own phases', () => {
    for (const { code, valence } of program.codes) {
      expect([code, ...Object.keys(valence).filter((phase) => !ids(program.phases).includes(phase))]).toEqual([code]);
    }
  });

  test('criteria and goals use the program’s codes, and no rule appears twice in a phase', () => {
    for (const { criteria, practiceGoals, sequence } of program.phases) {
      const all = [...criteria, ...practiceGoals];
      expect(repeats(all.map(({ rule }) => rule))).toEqual([]);
      for (const criterion of all) {
        const named = [
          ...criterion.codes,
          ...(criterion.of === 'share' ? criterion.among : []),
          ...(criterion.of === 'answered' ? criterion.by : []),
        ];
        expect(named.filter((code) => !codes.includes(code))).toEqual([]);
        const isOfCommands = ['commands', 'effective', 'follow-through'].includes(criterion.of);
        expect(isOfCommands && sequence === undefined).toBe(false);
      }
    }
  });

  test('[PDI1] a sequence uses the program’s codes, each in its stream', () => {
    for (const { sequence } of program.phases) {
      if (sequence === undefined) continue;
      const inStream = (stream: 'parent' | 'child' | 'procedure') => codesIn(program, stream).map(({ code }) => code);
      const { commands, direct, praise, nearPraise, complied, refused, noChance, steps } = sequence;
      expect(inStream('parent')).toEqual(expect.arrayContaining([...commands, ...direct, praise, ...nearPraise]));
      expect(inStream('child')).toEqual(expect.arrayContaining([complied, refused, noChance]));
      expect(inStream('procedure').toSorted()).toEqual(Object.values(steps).toSorted());
    }
  });

  test('within a phase no two favorite prompts share a key, and none uses the key of a code or a step', () => {
    const taken = new Set([...padKeys(program), ...program.undoKeys, ...CONSOLE_KEYS, ...sequenceKeys(program)]);
    for (const phase of PHASES) {
      const here = program.prompts.filter(({ phases }) => phases.includes(phase));
      for (const treatmentPhase of ids(program.phases)) {
        const keys = here
          .filter((prompt) => (prompt.treatmentPhase ?? treatmentPhase) === treatmentPhase)
          .flatMap(({ key }) => key ?? []);
        expect(repeats(keys)).toEqual([]);
        expect(keys.filter((key) => taken.has(key))).toEqual([]);
      }
    }
  });

  test('the codes that a prompt asks for and counts as exist in the parent’s and the coach’s stream', () => {
    const coach = codesIn(program, 'coach').map(({ code }) => code);
    expect(repeats(program.prompts.map(({ promptId }) => promptId))).toEqual([]);
    for (const { promptId, skill, coachCode, treatmentPhase } of program.prompts) {
      expect([promptId, skill === undefined || program.priority.includes(skill)]).toEqual([promptId, true]);
      expect([promptId, coachCode === undefined || coach.includes(coachCode)]).toEqual([promptId, true]);
      const phase = treatmentPhase ?? program.phases[0].id;
      expect([promptId, ids(program.phases).includes(phase)]).toEqual([promptId, true]);
    }
  });

  test('[CRS1] the stages of the course use the program’s phases, gates and measures', () => {
    expect(repeats(ids(program.course))).toEqual([]);
    expect(repeats(ids(program.measures))).toEqual([]);
    for (const { phase, gate, purpose } of program.course) {
      if (phase !== undefined) expect([phase, findTreatmentPhase(program, phase)?.id]).toEqual([phase, phase]);
      const gated = 'phases' in gate ? gate.phases : [];
      expect(gated.filter((id) => !ids(program.phases).includes(id))).toEqual([]);
      expect(purpose).not.toBe('');
      if (gate.is !== 'graduation') continue;
      expect(gate.measures.filter(({ measureId }) => !ids(program.measures).includes(measureId))).toEqual([]);
    }
  });

  test('[MEA1-6] a cut-off lies within the range of its measure', () => {
    for (const { id, min, max, cutOff = max } of program.measures) {
      expect([id, min < max, cutOff >= min && cutOff <= max]).toEqual([id, true, true]);
    }
  });

  test('[CARD1] every criterion has kind words for families', () => {
    const rules = program.phases.flatMap(({ criteria }) => criteria.map(({ rule }) => rule));
    const told = program.familySkills.map(({ rule }) => rule);
    expect(rules.filter((rule) => !told.includes(rule))).toEqual([]);
    const toLeaveOut = program.phases.flatMap(({ criteria }) => criteria.filter(({ bound }) => bound === 'at most'));
    const unpraised = program.familySkills.filter(({ praise }) => praise === undefined).map(({ rule }) => rule);
    expect(new Set(unpraised)).toEqual(new Set(toLeaveOut.map(({ rule }) => rule)));
    for (const { familyWords } of program.phases) expect(familyWords).not.toBe('');
  });

  test('[FID1] every coached or taught part has a checklist, and every checklist belongs to a stage', () => {
    const { checklists, course } = program;
    expect(repeats(checklists.map(({ checklistId }) => checklistId))).toEqual([]);
    expect(checklists.filter(({ stage }) => !ids(course).includes(stage))).toEqual([]);
    const practiced = course.filter(({ kind }) => kind === 'teach' || kind === 'coach').map(({ id }) => id);
    expect(practiced.filter((id) => checklists.every(({ stage }) => stage !== id))).toEqual([]);
    for (const { items } of checklists) expect(repeats(items.map(({ itemId }) => itemId))).toEqual([]);
  });
});
