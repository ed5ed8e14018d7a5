import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { NO_TIME_OUT_SETTINGS, scriptFor } from '#shared/domain/sequence/commandSequence.ts';
import { ROOM_SIGNED, SEQUENCE } from './testing/aSequence.ts';
import { aSequenceSession } from './testing/aSequenceSession.ts';
import { roomWarningGiven } from './roomWarning.ts';
import { sequenceNow } from './sequenceView.ts';

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

test('[SEQ8] a warning that the connection interrupted does not count as given', () => {
  const session = aSequenceSession(WARNED);
  expect(roomWarningGiven({ ...session, gaps: [{ from: 7_500, to: 7_900 }] }, PCIT)).toBe(false);
  expect(roomWarningGiven({ ...session, gaps: [{ from: 1_500, to: 1_900 }] }, PCIT)).toBe(true);
});

test.for([
  ['the connection held', [], 'to-room'],
  ['a gap came before it', [{ from: 1_500, to: 6_500 }], 'to-room'],
  ['a gap came after it', [{ from: 23_500, to: 23_900 }], 'to-room'],
  ['a gap cut it off', [{ from: 17_500, to: 17_900 }], 'escape'],
  ['a gap was on as the child left the chair', [{ from: 16_500, to: 17_500 }], 'escape'],
  ['a gap cuts it off and is still on', [{ from: 17_500, to: undefined }], 'escape'],
] as const)('[SEQ8] in one session, a second escape gets another warning only if that is due: %s', (row) => {
  const [, gaps, step] = row;
  const session = { ...aSequenceSession(`${ON_CHAIR} +10000 ESCAPE +5000 SEAT +20000 ESCAPE`), gaps };
  const view = sequenceNow(session, PCIT, 50_000);
  expect(view?.step).toBe(step);
  expect(view?.banners.includes('room-warning-due')).toBe(step === 'escape');
  expect(view?.say).toBe(scriptFor(SEQUENCE.says, step, { after: 'warning', backup: 'room' }));
});

test('[SEQ8] if a warning was interrupted, the next one counts', () => {
  const session = { ...aSequenceSession(`${WARNED} ESCAPE SEAT ESCAPE`), gaps: [{ from: 7_500, to: 7_900 }] };
  expect(roomWarningGiven(session, PCIT)).toBe(true);
  expect(sequenceNow(session, PCIT, 12_000)?.step).toBe('to-room');
});

test('[SEQ8] if a warning was only due, the next child who leaves the chair is warned', () => {
  const again = aSequenceSession(`${ON_CHAIR} ESCAPE STOP ${ON_CHAIR} ESCAPE SEAT`);
  expect(roomWarningGiven(again, PCIT)).toBe(true);
});
