import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths } from '../course/days.ts';
import { ANNOUNCED_DAYS, KEEP_EVERYTHING, PERIODS, type RetentionRules, UNTIL_AGES } from './retentionRules.ts';
import { firstDayTooYoung, type Aging, endOf, RETENTION_OBSTACLES, type RulesInForce, whatIsDue } from './whatIsDue.ts';

const RECORDING: Aging = {
  kind: 'recording',
  from: '2026-01-10',
  birthMonth: null,
  keptUntil: null,
  announced: null,
  obstacles: [],
};
const RECORD: Aging = { ...RECORDING, kind: 'record', birthMonth: '2021-05' };
const DECIDED: RetentionRules = { recording: '3-months', record: '10-years', untilAge: 'any' };

const inForce = (rules: RetentionRules, since: string | null = '2026-01-01'): RulesInForce => ({
  rules,
  since: { recording: since, record: since },
});
const stepOf = (thing: Aging, today: string, rules = inForce(DECIDED)) => {
  const [due] = whatIsDue(rules, [thing], today);
  return due && { next: due.next, on: due.on };
};
const announced = (on: string, erasesOn: string, more: Partial<Aging> = {}): Aging => ({
  ...RECORDING,
  ...more,
  announced: { on, erasesOn },
});

test('[RET1] as long as nobody decides, nothing is ever due', () => {
  expect(stepOf(RECORDING, '2126-01-01', inForce(KEEP_EVERYTHING))).toBeUndefined();
  expect(stepOf(RECORD, '2126-01-01', inForce(KEEP_EVERYTHING))).toBeUndefined();
});

test('[RET2] a recording ends so many months after it was recorded, and is announced 30 days before', () => {
  expect(stepOf(RECORDING, '2026-03-10')).toBeUndefined();
  expect(stepOf(RECORDING, '2026-03-11')).toEqual({ next: 'announce', on: '2026-04-10' });
  expect(stepOf(announced('2026-03-11', '2026-04-10'), '2026-04-09')).toEqual({ next: 'wait', on: '2026-04-10' });
  expect(stepOf(announced('2026-03-11', '2026-04-10'), '2026-04-10')).toEqual({ next: 'erase', on: '2026-04-10' });
});

test.for([
  ['any', '2021-05', '2036-01-10'],
  ['18', '2021-05', '2039-06-01'],
  ['30', '2021-05', '2051-06-01'],
  ['18', '2010-12', '2036-01-10'],
  ['18', null, null],
] as const)('[RET2] with the age %s and a child born in %s, a record ends on %s', ([untilAge, birthMonth, end]) => {
  expect(endOf({ ...DECIDED, untilAge }, { ...RECORD, birthMonth })).toBe(end);
});

test('[RET3] what is long over when a rule is made is announced for 30 days all the same', () => {
  const old = { ...RECORDING, from: '2020-02-01' };
  expect(stepOf(old, '2026-06-01')).toEqual({ next: 'announce', on: '2026-07-01' });
  expect(stepOf(old, '2026-06-01', inForce(DECIDED, '2026-06-01'))).toEqual({ next: 'announce', on: '2026-07-01' });
});

test('[RET3] after a rule was changed nothing is erased for 30 days, whatever was announced before', () => {
  const one = announced('2026-03-11', '2026-04-10');
  expect(stepOf(one, '2026-04-10', inForce(DECIDED, '2026-04-01'))).toEqual({ next: 'wait', on: '2026-05-01' });
  expect(stepOf(one, '2026-05-01', inForce(DECIDED, '2026-04-01'))).toEqual({ next: 'erase', on: '2026-05-01' });
});

test('[RET3] an announcement is withdrawn when the rule keeps it longer, and when something happened since', () => {
  const one = announced('2026-03-11', '2026-04-10');
  const longer = inForce({ ...DECIDED, recording: '2-years' });
  expect(stepOf(one, '2026-04-10', longer)?.next).toBe('withdraw');
  expect(stepOf(one, '2026-04-10', inForce(KEEP_EVERYTHING))?.next).toBe('withdraw');
  const busy = announced('2036-01-01', '2036-02-01', { kind: 'record', from: '2036-01-20' });
  expect(stepOf(busy, '2036-02-01')?.next).toBe('withdraw');
});

test.for(RETENTION_OBSTACLES)('[RET4] %s prevents it, and it waits', (obstacle) => {
  const one = announced('2026-03-11', '2026-04-10', { obstacles: [obstacle] });
  expect(stepOf(one, '2026-06-01')).toEqual({ next: 'wait', on: '2026-04-10' });
});

test('[RET4] what somebody keeps is announced again before that time is over', () => {
  const kept = { ...RECORDING, keptUntil: '2027-04-10' };
  expect(stepOf(kept, '2027-03-10')).toBeUndefined();
  expect(stepOf(kept, '2027-03-11')).toEqual({ next: 'announce', on: '2027-04-10' });
});

const aDay = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2020-01-01', days));
const aDayOrNone = fc.option(aDay);
const someRules: fc.Arbitrary<RetentionRules> = fc.record({
  recording: fc.constantFrom(...PERIODS.recording),
  record: fc.constantFrom(...PERIODS.record),
  untilAge: fc.constantFrom(...UNTIL_AGES),
});
const rulesInForce: fc.Arbitrary<RulesInForce> = fc.record({
  rules: someRules,
  since: fc.record({ recording: aDayOrNone, record: aDayOrNone }),
});
const aThing: fc.Arbitrary<Aging> = fc.record({
  kind: fc.constantFrom('recording', 'record'),
  from: aDay,
  birthMonth: fc.option(aDay.map((day) => day.slice(0, 7))),
  keptUntil: aDayOrNone,
  announced: fc.option(fc.record({ on: aDay, erasesOn: aDay })),
  obstacles: fc.subarray([...RETENTION_OBSTACLES]),
});

test('[RET2-4] only what was announced 30 days before, is over by its rule, and nothing prevents is erased', () => {
  fc.assert(
    fc.property(rulesInForce, fc.array(aThing), aDay, (rules, things, today) => {
      for (const { thing, next, on } of whatIsDue(rules, things, today)) {
        if (next !== 'erase') continue;
        const monthAgo = addDays(today, -ANNOUNCED_DAYS);
        expect(thing.announced !== null && thing.announced.on <= monthAgo).toBe(true);
        expect((rules.since[thing.kind] ?? '') <= monthAgo).toBe(true);
        expect((thing.keptUntil ?? '') <= today && on <= today).toBe(true);
        expect(rules.rules[thing.kind]).not.toBe('keep');
        expect(thing.from < today && thing.obstacles.length === 0).toBe(true);
      }
    }),
  );
});

test('[RET3] whatever is announced has at least 30 days', () => {
  fc.assert(
    fc.property(rulesInForce, fc.array(aThing), aDay, (rules, things, today) => {
      for (const { next, on } of whatIsDue(rules, things, today))
        if (next === 'announce') expect(on >= addDays(today, ANNOUNCED_DAYS)).toBe(true);
    }),
  );
});

test('[RET2] no record ends before the child is as old as the rule says', () => {
  fc.assert(
    fc.property(someRules, aThing, (rules, thing) => {
      const end = endOf(rules, { ...thing, kind: 'record' });
      if (end === null || rules.untilAge === 'any') return;
      expect(end > addMonths(`${thing.birthMonth ?? ''}-01`, Number(rules.untilAge) * 12)).toBe(true);
    }),
  );
});

test('everything that is to be announced is old enough to be read at all', () => {
  fc.assert(
    fc.property(rulesInForce, fc.array(aThing), aDay, (rules, things, today) => {
      for (const { thing, next } of whatIsDue(rules, things, today))
        if (next === 'announce')
          expect(thing.from < (firstDayTooYoung(rules.rules[thing.kind], today) ?? '')).toBe(true);
    }),
  );
});
