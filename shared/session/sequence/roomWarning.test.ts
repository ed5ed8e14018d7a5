import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programmes/pcit.ts';
import { NO_TIME_OUT_SETTINGS } from '#shared/domain/sequence/commandSequence.ts';
import { ROOM_SIGNED } from './aSequence.ts';
import { aSequenceSession } from './aSequenceSession.ts';
import { roomWarningGiven } from './roomWarning.ts';

const ON_CHAIR = 'DC NC WARN NC CHAIR SEAT';
const WARNED = `${ON_CHAIR} ESCAPE SEAT`;

test.for([
  ['was given, and the child brought back', WARNED, ROOM_SIGNED, true],
  ['was given by a parent who leaves', WARNED, { ...ROOM_SIGNED, backup: 'parent-leaves' }, true],
  ['was given before the procedure was stopped', `${WARNED} STOP`, ROOM_SIGNED, true],
  ['could not be: nobody had signed for a back-up', WARNED, NO_TIME_OUT_SETTINGS, false],
  ['was given in an earlier session already', WARNED, { ...ROOM_SIGNED, roomWarningGiven: true }, false],
  ['was only due: the procedure was stopped', `${ON_CHAIR} ESCAPE STOP`, ROOM_SIGNED, false],
  ['was only due: the session ended so', `${ON_CHAIR} ESCAPE`, ROOM_SIGNED, false],
  ['was never due: the escape was undone', `${ON_CHAIR} (ESCAPE) SEAT`, ROOM_SIGNED, false],
  ['was never due: no child was on a chair', 'ESCAPE SEAT', ROOM_SIGNED, false],
] as const)('[SEQ8] the warning %s', ([, text, settings, isGiven]) => {
  expect(roomWarningGiven(aSequenceSession(text, settings), PCIT)).toBe(isGiven);
});

test('[SEQ8] a warning that the connection cut off does not count as given', () => {
  const session = aSequenceSession(WARNED);
  expect(roomWarningGiven({ ...session, gaps: [{ from: 7_500, to: 7_900 }] }, PCIT)).toBe(false);
  expect(roomWarningGiven({ ...session, gaps: [{ from: 1_500, to: 1_900 }] }, PCIT)).toBe(true);
});

test('[SEQ8] after a warning that was only due, the next child to leave the chair is warned', () => {
  const again = aSequenceSession(`${ON_CHAIR} ESCAPE STOP ${ON_CHAIR} ESCAPE SEAT`);
  expect(roomWarningGiven(again, PCIT)).toBe(true);
});
