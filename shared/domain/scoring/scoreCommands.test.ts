import { describe, expect, test } from 'vitest';
import { actualOf } from '../mastery.ts';
import { PCIT, PCIT_REVISION_1 } from '../programs/pcit.ts';
import type { CodedEvent } from './codedEvent.ts';
import { scoreWindow } from './scoreWindow.ts';

const [, PDI = PCIT.phases[0]] = PCIT.phases;
const SECOND = 1_000;

/** Codes one second apart, or after the given number of seconds: `DC CO 6:LP`. */
function said(words: string): CodedEvent[] {
  let at = 0;
  return words.split(' ').map((word) => {
    const [seconds, code] = word.includes(':') ? word.split(':') : ['1', word];
    at += Number(seconds) * SECOND;
    return { at, code: code ?? '' };
  });
}

function scored(events: readonly CodedEvent[], to = 300_000) {
  return scoreWindow(events, { program: PCIT, phase: PDI, spans: [[0, to]], void: false });
}
const outcomes = (words: string) => scored(said(words)).outcomes.map(({ outcome }) => outcome);
const figures = (words: string) => scored(said(words)).commands;

const ON_CHAIR = 'DC NC WARN NC CHAIR';

describe('what came of a command', () => {
  test.for<readonly [string, string]>([
    ['complied, and was praised for it', 'DC CO LP'],
    ['was praised within five seconds', 'DC CO 5:LP'],
    ['complied after the warning', 'DC NC WARN CO LP'],
    ['was praised after the parent had described and thanked', 'DC CO BD UP LP'],
    ['finished after half a minute, and was praised then', 'DC CO 30:CO 5:LP'],
    ['was warned while the parent talked on', 'DC NC TA WARN NTA LP CO LP'],
    ['sat on the chair', `${ON_CHAIR} 185:RELEASE REDO CO ACK`],
    [
      'left the chair, was brought back and released',
      `${ON_CHAIR} 60:ESCAPE 20:ROOM 65:CHAIR 185:RELEASE REDO CO 60:ACK`,
    ],
    ['went round twice', `${ON_CHAIR} 185:RELEASE REDO NC CHAIR 185:RELEASE TA REDO CO TA ACK`],
  ])('[PDI4] correct: %s', ([, words]) => {
    expect(outcomes(words)).toEqual([{ is: 'correct' }]);
  });

  test.for([
    ['praised too late', 'DC CO 5.001:LP', 'LP', 'LP', 'late'],
    ['was not praised in time', 'DC CO TA 5:TA LP', 'LP', 'TA', 'late'],
    ['criticized before praising', 'DC CO NTA LP', 'LP', 'NTA', 'instead'],
    ['warned although the child complied', 'DC CO WARN LP', 'LP', 'WARN', 'instead'],
    ['criticized before warning', 'DC NC NTA WARN CO LP', 'WARN', 'NTA', 'instead'],
    ['took to the chair without a warning', 'DC NC CHAIR', 'WARN', 'CHAIR', 'instead'],
    ['did not bring to the chair', 'DC NC WARN NC WARN', 'CHAIR', 'WARN', 'instead'],
    ['talked to the child on the chair', `${ON_CHAIR} TA 185:RELEASE`, 'RELEASE', 'TA', 'talk'],
    ['released after 184.999 s', `${ON_CHAIR} 184.999:RELEASE REDO CO ACK`, 'RELEASE', 'RELEASE', 'early'],
    ['released too soon after an escape', `${ON_CHAIR} 180:ESCAPE 10:RELEASE`, 'RELEASE', 'RELEASE', 'early'],
    ['criticized before the command again', `${ON_CHAIR} 185:RELEASE NTA REDO`, 'REDO', 'NTA', 'instead'],
    ['warned after the command again', `${ON_CHAIR} 185:RELEASE REDO WARN`, 'CO', 'WARN', 'instead'],
  ] as const)('[PDI4] not correct: %s', ([, words, due, instead, why]) => {
    expect(outcomes(words)).toEqual([{ is: 'incorrect', due, said: instead, why }]);
  });

  test.for([
    ['praise', 'DC CO IC', 'LP'],
    ['a warning', 'DC NC IC', 'WARN'],
    ['an answer to the warning', 'DC NC WARN IC', 'CO'],
    ['the command again', `${ON_CHAIR} 185:RELEASE IC`, 'REDO'],
    ['an answer to it', `${ON_CHAIR} 185:RELEASE REDO IC`, 'CO'],
    ['the acknowledgement', `${ON_CHAIR} 185:RELEASE REDO CO IC`, 'ACK'],
  ] as const)('[PDI4] a new command where %s was due is not correct', ([, words, due]) => {
    expect(outcomes(words)[0]).toEqual({ is: 'incorrect', due, said: 'IC', why: 'instead' });
  });

  test.for(['DC CO UP', 'DC CO UP 5:TA', 'DC CO UP DC'])(
    '[PDI7] unlabeled praise alone is not correct, and told as near: %s',
    (words) => {
      const isOpen = words === 'DC CO UP';
      expect(outcomes(words)[0]).toEqual(
        isOpen ? { is: 'not-due', why: 'unfinished' } : { is: 'near', due: 'LP', said: 'UP' },
      );
    },
  );

  const UNDECIDED = ['DC CO', 'DC NC', 'DC NC WARN', 'DC NC WARN NC', ON_CHAIR, `${ON_CHAIR} 185:RELEASE`];
  test.for(UNDECIDED)('[PDI4] after %s follow-through is not due yet, and never once it is stopped', (words) => {
    expect(outcomes(words)).toEqual([{ is: 'not-due', why: 'unfinished' }]);
    expect(outcomes(`${words} 9:STOP LP`)).toEqual([{ is: 'not-due', why: 'stopped' }]);
    expect(figures(words)).toMatchObject({ effective: 1, followUpDue: 0, pctFollowThrough: null });
  });

  test.for([
    ['DC CO TA LP', { is: 'incorrect', due: 'LP', said: 'TA', why: 'instead' }],
    ['DC CO UP LP', { is: 'near', due: 'LP', said: 'UP' }],
    ['DC CO 30:CO LP', { is: 'incorrect', due: 'LP', said: 'LP', why: 'late' }],
    [`${ON_CHAIR} TA 20:RELEASE REDO CO ACK`, { is: 'correct' }],
  ] as const)('[PDI4] [PRO5] in the first revision %s still gives %o', ([words, outcome]) => {
    const phase = PCIT_REVISION_1.phases[1] ?? PDI;
    const found = scoreWindow(said(words), { program: PCIT_REVISION_1, phase, spans: [[0, 300_000]], void: false });
    expect(found.outcomes.map((one) => one.outcome)).toEqual([outcome]);
  });

  test('[PDI4] a long record of commands is scored in one pass', () => {
    const events = Array.from({ length: 60_000 }, (_, at) => ({ at, code: 'DC' }));
    expect(scored(events, 60_000).commands).toMatchObject({ commands: 59_999, effective: 0 });
  });

  test('[PDI2] a command without a response or a next command is open, and counts nowhere', () => {
    expect(outcomes('DC TA LP WARN STOP')).toEqual([{ is: 'open' }]);
    expect(figures('DC TA LP WARN STOP')).toMatchObject({ commands: 0, directCommands: 0, pctEffective: null });
  });

  test('[PDI2] the next command takes away the chance of the one before', () => {
    expect(outcomes('DC TA DC CO LP')).toEqual([{ is: 'no-chance', interrupted: true }, { is: 'correct' }]);
    expect(outcomes('DC NOC TA')).toEqual([{ is: 'no-chance', interrupted: false }]);
    expect(figures('DC DC CO LP')).toMatchObject({ commands: 2, directCommands: 2, effective: 1, pctEffective: 0.5 });
  });

  test('[PDI2] a response and its follow-through count even after the clock stopped', () => {
    expect(scored(said('DC CO LP DC CO LP'), 1_001).commands).toMatchObject({ commands: 1, followUpCorrect: 1 });
  });

  test('[PDI3] an indirect command and one judged not effective count as commands, and are not effective', () => {
    const [first, ...rest] = said('DC CO LP IC CO LP');
    const { outcomes: found, commands } = scored([{ at: 0, code: '', ...first, effective: false }, ...rest]);
    expect(found.map(({ outcome }) => outcome)).toEqual([
      { is: 'not-effective', why: 'judged' },
      { is: 'not-effective', why: 'indirect' },
    ]);
    expect(commands).toMatchObject({ commands: 2, directCommands: 1, effective: 0, pctEffective: 0, followUpDue: 0 });
  });

  test('[PDI1] a command interrupted by a gap counts nowhere, but was a command to the one before', () => {
    const events = said('DC DC CO LP').map((event, index) => ({ ...event, void: index === 1 }));
    const { outcomes: found, commands, tally } = scored(events);
    expect(found.map(({ outcome }) => outcome.is)).toEqual(['no-chance', 'void']);
    expect(commands).toMatchObject({ commands: 1, directCommands: 1, effective: 0 });
    expect(tally['DC']).toBe(1);
  });

  test('[PDI1] warnings, repeats and the coach’s statements are not commands and interrupt nothing', () => {
    expect(figures('DC NC WARN LPC NC COR CHAIR 185:RELEASE MOD REDO CO LPC ACK')).toMatchObject({
      commands: 1,
      followUpCorrect: 1,
    });
  });
});

describe('PDI mastery', () => {
  const minutes = (words: string) => scored(said(words));
  const GOOD = 'DC CO LP';

  test('[PDI5] takes four direct commands', () => {
    expect(minutes([GOOD, GOOD, GOOD, 'IC CO LP'].join(' '))).toMatchObject({ assessable: false, mastered: false });
    expect(minutes([GOOD, GOOD, GOOD, GOOD].join(' '))).toMatchObject({ assessable: true, mastered: true });
  });

  test('[PDI6] is met at three of four, and missed below', () => {
    const atGoal = minutes([GOOD, GOOD, GOOD, 'DC NOC'].join(' '));
    expect(atGoal.criteria.map((one) => [one.rule, actualOf(one), one.result.is === 'met'])).toEqual([
      ['PDI5', 4, true],
      ['PDI3', 0.75, true],
      ['PDI4', 1, true],
    ]);
    const missed = minutes([GOOD, GOOD, GOOD, 'DC CO NTA', 'DC CO NTA'].join(' '));
    expect(missed).toMatchObject({ assessable: true, mastered: false });
    expect(missed.criteria.map((one) => [one.rule, actualOf(one), one.result.is === 'met'])).toEqual([
      ['PDI5', 5, true],
      ['PDI3', 1, true],
      ['PDI4', 0.6, false],
    ]);
  });

  test('[PDI6] a share of nothing is null and not met', () => {
    const { criteria, mastered } = minutes('DC NOC DC NOC DC NOC DC NOC');
    expect(criteria.at(-1)).toMatchObject({ rule: 'PDI4', result: { is: 'not met', actual: null } });
    expect(mastered).toBe(false);
  });
});
