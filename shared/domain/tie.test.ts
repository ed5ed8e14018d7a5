import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES } from './people.ts';
import { isSupervised, mayBring, permits, tieOf, type Assignment, type Team } from './tie.ts';

const TODAY = '2026-03-02';
const [ida, omar, ada, kim] = [
  { userId: 'ida', role: 'therapist' },
  { userId: 'omar', role: 'therapist' },
  { userId: 'ada', role: 'supervisor' },
  { userId: 'kim', role: 'admin' },
] as const;
const IDAS: readonly Assignment[] = [{ therapist: 'ida', coverUntil: null }];
const NORTH: Team = { members: ['ida', 'omar'], leads: ['ada'] };
const SOUTH: Team = { members: ['eve'], leads: ['ben'] };

describe('[PER9] the tie to a family', () => {
  test('a therapist treats the families of their own caseload, and no colleague’s', () => {
    expect(tieOf(ida, IDAS, [NORTH], TODAY)).toBe('treats');
    expect(tieOf(omar, IDAS, [NORTH], TODAY)).toBe('none');
  });

  test.for([
    ['2026-03-03', 'covers'],
    ['2026-03-02', 'covers'],
    ['2026-03-01', 'none'],
  ] as const)('a cover until %s gives today: %s', ([coverUntil, tie]) => {
    expect(tieOf(omar, [...IDAS, { therapist: 'omar', coverUntil }], [NORTH], TODAY)).toBe(tie);
  });

  test('a therapist who covers and treats treats', () => {
    expect(tieOf(ida, [{ therapist: 'ida', coverUntil: TODAY }, ...IDAS], [], TODAY)).toBe('treats');
  });

  test('a supervisor supervises the families of the members of the teams that they lead, not the whole clinic', () => {
    expect(tieOf(ada, IDAS, [NORTH, SOUTH], TODAY)).toBe('supervises');
    expect(tieOf({ ...ada, userId: 'ben' }, IDAS, [NORTH, SOUTH], TODAY)).toBe('none');
    expect(tieOf(ada, [], [NORTH], TODAY)).toBe('none');
  });

  test('a supervisor sees what a member covers for as long as they cover it', () => {
    const covered = (coverUntil: string) => tieOf(ada, [{ therapist: 'omar', coverUntil }], [NORTH], TODAY);
    expect([covered(TODAY), covered('2026-03-01')]).toEqual(['supervises', 'none']);
  });

  test('an admin is tied to no family, whatever the teams say', () => {
    const team = { members: ['ida', 'kim'], leads: ['kim'] };
    expect(tieOf(kim, [...IDAS, { therapist: 'kim', coverUntil: null }], [team], TODAY)).toBe('none');
  });

  test('what each tie permits', () => {
    const acts = ['see', 'change', 'assign'] as const;
    const permitted = (['treats', 'covers', 'supervises', 'none'] as const).map((tie) =>
      acts.filter((act) => permits(tie, act)),
    );
    expect(permitted).toEqual([['see', 'change', 'assign'], ['see', 'change'], ['see', 'assign'], []]);
  });

  test('a person who neither treats or covers the family nor leads the team of someone who does has no tie', () => {
    const name = fc.constantFrom('ida', 'omar', 'ada', 'eve');
    const some = fc.array(name, { maxLength: 3 });
    const assignments = fc.array(fc.record({ therapist: name, coverUntil: fc.constantFrom(null, TODAY) }));
    const teams = fc.array(fc.record({ members: some, leads: some }), { maxLength: 3 });
    fc.assert(
      fc.property(name, fc.constantFrom(...ROLES), assignments, teams, (userId, role, family, all) => {
        const isTheirs = family.some(({ therapist }) => therapist === userId);
        const leadsThem = family.some(({ therapist }) => isSupervised(therapist, userId, all));
        const tie = tieOf({ userId, role }, family, all, TODAY);
        if (!isTheirs && !leadsThem) expect(tie).toBe('none');
        if (tie === 'supervises') expect([role, leadsThem]).toEqual(['supervisor', true]);
        if (tie === 'treats' || tie === 'covers') expect([role, isTheirs]).toEqual(['therapist', true]);
      }),
    );
  });
});

describe('[PER9] who brings a family to whom', () => {
  const teams = [NORTH, SOUTH];

  test('an admin, from anybody to anybody', () => {
    expect(mayBring(kim, { from: 'ida', to: 'eve' }, teams)).toBe(true);
    expect(mayBring(kim, { from: null, to: 'eve' }, teams)).toBe(true);
    expect(mayBring(kim, { from: 'ida', to: 'ida' }, teams)).toBe(false);
  });

  test('a supervisor, among those they supervise', () => {
    expect(mayBring(ada, { from: 'ida', to: 'omar' }, teams)).toBe(true);
    expect(mayBring(ada, { from: null, to: 'omar' }, teams)).toBe(true);
    expect(mayBring(ada, { from: 'ida', to: 'eve' }, teams)).toBe(false);
    expect(mayBring(ada, { from: 'eve', to: 'ida' }, teams)).toBe(false);
  });

  test('a therapist, from themselves to a colleague in a shared team', () => {
    expect(mayBring(ida, { from: 'ida', to: 'omar' }, teams)).toBe(true);
    expect(mayBring(ida, { from: null, to: 'omar' }, teams)).toBe(true);
    expect(mayBring(ida, { from: 'ida', to: 'eve' }, teams)).toBe(false);
    expect(mayBring(ida, { from: 'omar', to: 'ida' }, teams)).toBe(false);
    expect(mayBring(ida, { from: null, to: 'ida' }, teams)).toBe(false);
  });
});
