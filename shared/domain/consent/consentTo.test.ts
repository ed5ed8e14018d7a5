import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHILD_MAY_OBJECT, CONSENT_PURPOSES, CONSENT_WORDINGS } from './consentPurposes.ts';
import { type ConsentAnswer, consentStanding, consentTo } from './consentTo.ts';

const TODAY = '2026-11-30';
const PEOPLE = ['maria', 'jon'];

const yes = (about: string, saidBy = about, more: Partial<ConsentAnswer> = {}): ConsentAnswer => ({
  purpose: 'record-room',
  about,
  saidBy,
  answer: 'given',
  wording: CONSENT_WORDINGS['record-room'].version,
  until: '2027-01-01',
  assent: about === 'child' ? 'agrees' : null,
  ...more,
});
const no = (about: string, saidBy = about): ConsentAnswer => ({
  ...yes(about, saidBy),
  answer: 'refused',
  until: null,
});

const ask = (answers: readonly ConsentAnswer[], guardians: readonly string[] = ['maria']) =>
  consentTo('record-room', PEOPLE, { answers, guardians }, TODAY);

test('[CNS1] a yes lasts until and including its last day, and ends with a wording that must be asked again', () => {
  expect(consentStanding(undefined, TODAY)).toBe('not-asked');
  expect(consentStanding(yes('maria', 'maria', { until: TODAY }), TODAY)).toBe('given');
  expect(consentStanding(yes('maria', 'maria', { until: '2026-11-29' }), TODAY)).toBe('expired');
  expect(consentStanding(yes('maria', 'maria', { wording: 0 }), TODAY)).toBe('outdated');
  expect(consentStanding(no('maria'), '2999-01-01')).toBe('refused');
});

test('[CNS3] everyone concerned and a guardian for the child must say yes', () => {
  const all = [yes('maria'), yes('jon'), yes('child', 'maria')];
  expect(ask(all)).toBe('agreed');
  for (const one of all) expect(ask(all.filter((other) => other !== one))).toBe('open');
  expect(ask([])).toBe('open');
});

test('[CNS3] what somebody says for the child who is not a guardian does not count, and who is not concerned is not asked', () => {
  const all = [yes('maria'), yes('jon'), yes('child', 'jon')];
  expect(ask(all)).toBe('open');
  expect(ask(all, ['jon'])).toBe('agreed');
  expect(
    consentTo(
      'record-room',
      ['maria'],
      { answers: [yes('maria'), no('jon'), yes('child', 'maria')], guardians: ['maria'] },
      TODAY,
    ),
  ).toBe('agreed');
});

test('[CNS3] a child who objects outweighs their guardian, except for live sessions and supervision', () => {
  for (const purpose of CONSENT_PURPOSES) {
    const answers = [yes('maria'), yes('jon'), yes('child', 'maria', { assent: 'objects' })].map((one) => ({
      ...one,
      purpose,
    }));
    const expected = CHILD_MAY_OBJECT.has(purpose) ? 'against' : 'agreed';
    expect([purpose, consentTo(purpose, PEOPLE, { answers, guardians: ['maria'] }, TODAY)]).toEqual([
      purpose,
      expected,
    ]);
  }
});

test('[CNS3] one no is enough, whatever the others say, and nothing is agreed to while anybody has not said yes', () => {
  const cells = fc.constantFrom('given', 'refused', 'withdrawn', undefined);
  fc.assert(
    fc.property(cells, cells, cells, cells, (maria, jon, forMaria, forJon) => {
      const said = [
        ['maria', 'maria', maria],
        ['jon', 'jon', jon],
        ['child', 'maria', forMaria],
        ['child', 'jon', forJon],
      ] as const;
      const answers = said.flatMap(([about, by, answer]) => {
        if (answer === undefined) return [];
        return [answer === 'given' ? yes(about, by) : { ...no(about, by), answer }];
      });
      const result = ask(answers, PEOPLE);
      const isAgainst = answers.some(({ answer }) => answer !== 'given');
      const isAgreed = maria === 'given' && jon === 'given' && (forMaria === 'given' || forJon === 'given');
      expect(result).toBe(isAgainst ? 'against' : isAgreed ? 'agreed' : 'open');
    }),
  );
});
