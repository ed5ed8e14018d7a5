import { describe, expect, test } from 'vitest';
import { NO_TIME_OUT_SETTINGS } from '#shared/domain/sequence/commandSequence.ts';
import {
  CHAIR_MS,
  outcomeOf,
  played,
  ROOM_SIGNED,
  script,
  SEQUENCE,
  stepAfter,
  WITH_RULES,
} from './testing/aSequence.ts';
import { runSequence, stepOf } from './sequenceRun.ts';

const ON_CHAIR = 'DC NC WARN NC CHAIR SEAT';
const READY = `${ON_CHAIR} +${CHAIR_MS}`;
const WARNED = { ...ROOM_SIGNED, roomWarningGiven: true };
const PARENT_LEAVES = { ...WARNED, backup: 'parent-leaves' } as const;

describe('a command and what follows', () => {
  test.for([
    ['SEQ1', 'DC', 'command-wait'],
    ['SEQ1', 'DC CO', 'praise'],
    ['SEQ2', 'DC CO LP', 'play'],
    ['SEQ1', 'DC NC', 'warn'],
    ['SEQ3', 'DC NC WARN', 'warn-wait'],
    ['SEQ3', 'DC NC WARN CO', 'praise'],
    ['SEQ4', 'DC NC WARN NC', 'to-chair'],
    ['SEQ4', 'DC NC WARN NC CHAIR', 'to-chair'],
    ['SEQ4', ON_CHAIR, 'on-chair'],
    ['SEQ6', `${READY} BD`, 'ask-ready'],
    ['SEQ6', `${READY} UNREADY`, 'on-chair'],
    ['SEQ10', `${READY} RELEASE`, 'redo'],
    ['SEQ10', `${READY} RELEASE REDO`, 'redo'],
    ['SEQ10', `${READY} RELEASE REDO CO`, 'acknowledge'],
    ['SEQ10', `${READY} RELEASE REDO NC`, 'to-chair'],
    ['SEQ10', `${READY} RELEASE REDO CO ACK`, 'second-command'],
    ['SEQ10', `${READY} RELEASE REDO CO ACK DC`, 'command-wait'],
    ['SEQ7', `${ON_CHAIR} ESCAPE`, 'escape'],
    ['SEQ7', `${READY} ESCAPE`, 'escape'],
    ['SEQ7', `${ON_CHAIR} ESCAPE SEAT`, 'on-chair'],
    ['SEQ7', `${ON_CHAIR} ESCAPE SEAT ESCAPE`, 'to-room'],
    ['SEQ7', `${ON_CHAIR} ESCAPE SEAT ESCAPE ROOM INROOM`, 'to-room'],
    ['SEQ7', `${ON_CHAIR} ESCAPE SEAT ESCAPE ROOM INROOM +65000 SEAT`, 'on-chair'],
    ['SEQ11', `${ON_CHAIR} STOP`, 'play'],
    ['COD5', 'CO NC NOC', 'play'],
  ] as const)('[%s] %s leads to %s', ([, text, step]) => {
    expect(stepAfter(text)).toBe(step);
  });

  test.for([
    ['SEQ2', 'DC CO LP', 'correct'],
    ['SEQ2', 'DC CO +3999 LP', 'correct'],
    ['SEQ2', 'DC CO +4000 LP', 'correct'],
    ['SEQ2', 'DC CO +4001 LP', 'incorrect'],
    ['SEQ2', 'DC CO UP DC', 'near'],
    ['SEQ2', 'DC CO UP BD LP', 'correct'],
    ['SEQ2', 'DC CO +30000 CO +4000 LP', 'correct'],
    ['SEQ2', 'DC CO NTA', 'incorrect'],
    ['SEQ2', 'DC CO +4001 BD', 'incorrect'],
    ['SEQ2', 'DC CO DC', 'incorrect'],
    ['SEQ3', 'DC NC WARN CO LP', 'correct'],
    ['SEQ3', 'DC NC TA WARN CO LP', 'correct'],
    ['SEQ3', 'DC NC NTA WARN CO LP', 'incorrect'],
    ['SEQ1', 'DC NOC', 'no-chance'],
    ['SEQ1', 'DC IC', 'no-chance'],
    ['SEQ1', 'IC NC', 'indirect'],
    ['SEQ1', 'IC CO LP', 'indirect'],
    ['SEQ1', 'IC +9000 TA', 'indirect'],
    ['SEQ3', 'DC NC DC', 'incorrect'],
    ['SEQ10', `${READY} RELEASE REDO CO ACK`, 'correct'],
    ['SEQ10', `${ON_CHAIR} +10 DC +${CHAIR_MS} RELEASE REDO CO ACK`, 'incorrect'],
    ['SEQ10', `${READY} RELEASE REDO CO LP ACK`, 'correct'],
    ['SEQ10', `${READY} RELEASE REDO CO NTA`, 'incorrect'],
    ['SEQ6', `${ON_CHAIR} +20000 RELEASE +${CHAIR_MS} RELEASE REDO CO ACK`, 'incorrect'],
    ['SEQ11', `${ON_CHAIR} STOP`, 'stopped'],
    ['SEQ11', 'DC STOP', 'stopped'],
  ] as const)('[%s] %s results in %s', ([, text, outcome]) => {
    expect(outcomeOf(text)).toBe(outcome);
  });

  test('[SEQ1] a direct command waits for a judgment and is never judged by the clock', () => {
    expect(stepAfter('DC', ROOM_SIGNED, 60_000)).toBe('command-wait');
    expect(stepAfter('DC +60000 CO')).toBe('praise');
  });

  test('[SEQ2] praise stays due until something else is said, because the child may still be busy', () => {
    expect(stepAfter('DC CO', ROOM_SIGNED, 60_000)).toBe('praise');
    expect(stepAfter('DC CO +60000 CO')).toBe('praise');
    expect(stepAfter('DC CO +60000 TA')).toBe('play');
  });
});

describe('the chair', () => {
  test('[SEQ4] [SEQ5] takes three minutes and five seconds of quiet, to the millisecond', () => {
    expect(stepAfter(ON_CHAIR, ROOM_SIGNED, CHAIR_MS - 1)).toBe('on-chair');
    expect(stepAfter(ON_CHAIR, ROOM_SIGNED, CHAIR_MS)).toBe('ask-ready');
  });

  test.for([
    [60_000, CHAIR_MS],
    [179_000, CHAIR_MS],
    [181_000, 187_000],
    [183_999, 189_999],
  ] as const)('[SEQ5] noise after %i ms makes it last %i ms', ([afterMs, lastsMs]) => {
    const noisy = `${ON_CHAIR} +${afterMs} NOISE`;
    const { clock, current } = played(noisy).context;
    expect(clock?.endsAt).toBe((current?.timeOut?.seatedAt ?? 0) + lastsMs);
  });

  test('[SEQ4] is never left early by a slip of the finger', () => {
    for (const code of ['RELEASE', 'CO', 'NC', 'ACK', 'DC', 'LP', 'SEAT', 'REDO', 'UNREADY', 'WARN']) {
      expect([code, stepAfter(`${ON_CHAIR} ${code}`)]).toEqual([code, 'on-chair']);
    }
  });

  test.for([`${ON_CHAIR} ESCAPE SEAT`, `${READY} UNREADY`, `${READY} RELEASE REDO NC CHAIR SEAT`])(
    '[SEQ6] [SEQ7] restarts in full after %s',
    (text) => {
      const { clock, since, current } = played(text).context;
      expect(clock?.endsAt).toBe(since + CHAIR_MS);
      expect(current?.timeOut?.restarts).toBe(1);
    },
  );
});

describe('the back-up', () => {
  test('[SEQ8] comes at once if the one warning was given in an earlier session', () => {
    expect(stepAfter(`${ON_CHAIR} ESCAPE`, WARNED)).toBe('to-room');
    expect(stepAfter(`${ON_CHAIR} ESCAPE`, PARENT_LEAVES)).toBe('to-room');
  });

  test('[SEQ9] never comes if nobody signed for one, and is not announced', () => {
    const run = played(`${ON_CHAIR} ESCAPE SEAT ESCAPE SEAT ESCAPE`, NO_TIME_OUT_SETTINGS);
    expect(stepOf(run)).toBe('escape');
    expect(run.context.roomWarned).toBe(false);
    expect(run.context.current?.timeOut).toMatchObject({ escape: 'no-backup', escapes: 3, restarts: 2 });
  });

  test('[SEQ7] lasts a minute and five seconds of quiet, whose end noise delays', () => {
    const inside = `${ON_CHAIR} ESCAPE ROOM INROOM`;
    expect(stepAfter(`${inside} +63998 SEAT`, WARNED)).toBe('to-room');
    expect(stepAfter(`${inside} +64000 SEAT`, WARNED)).toBe('on-chair');
    expect(stepAfter(`${inside} +62000 NOISE +2000 SEAT`, WARNED)).toBe('to-room');
    expect(stepAfter(`${inside} +62000 NOISE +4000 SEAT`, WARNED)).toBe('on-chair');
  });

  test('[SEQ9] a house rule leads to the chair if the setting says so, and back to play without repeating a command', () => {
    expect(stepAfter('RULE', ROOM_SIGNED)).toBe('play');
    expect(stepAfter('RULE', WITH_RULES)).toBe('to-chair');
    expect(stepAfter(`RULE CHAIR SEAT +${CHAIR_MS} RELEASE`, WITH_RULES)).toBe('play');
  });
});

const REDONE = `${READY} RELEASE REDO CO`;

describe('a broken house rule', () => {
  test.for([
    ['praise is due', 'DC CO'],
    ['praise is due after its clock', 'DC CO +60000'],
    ['praise is due after a warning', 'DC NC WARN CO'],
    ['the acknowledgement is due', REDONE],
    ['the second command is due', `${REDONE} ACK`],
    ['the second command is due after a minute', `${REDONE} ACK +60000`],
  ] as const)('[SEQ9] [WIN3] leads to the chair while %s, and its time-out stops the clock', ([, text]) => {
    const before = played(text, WITH_RULES).context.timeOuts.length;
    expect(stepAfter(`${text} RULE`, WITH_RULES)).toBe('to-chair');
    const { context } = played(`${text} RULE CHAIR SEAT`, WITH_RULES);
    expect(context.timeOuts.slice(before)).toMatchObject([{ to: undefined }]);
    expect(stepAfter(`${text} RULE CHAIR SEAT +${CHAIR_MS} RELEASE`, WITH_RULES)).toBe('play');
    expect(stepAfter(`${text} RULE`, ROOM_SIGNED)).toBe(stepAfter(text));
  });

  test.for([
    ['DC CO RULE LP', 'correct'],
    ['DC CO RULE CHAIR', 'incorrect'],
    ['DC CO UP RULE +5000 CHAIR', 'near'],
    [`${REDONE} RULE ACK`, 'correct'],
    ['DC CO RULE STOP', 'stopped'],
  ] as const)('[SEQ9] [PDI4] the next words decide the command that was left open: %s', ([text, outcome]) => {
    expect(played(text, WITH_RULES).context.past.at(-1)?.outcome).toBe(outcome);
  });
});

describe('time', () => {
  test('[SEQ12] codes in any order of arrival give the same result', () => {
    const codes = script(`${ON_CHAIR} NOISE ESCAPE SEAT`);
    const now = 60_000;
    expect(runSequence(codes.toReversed(), ROOM_SIGNED, SEQUENCE, now)).toEqual(
      runSequence(codes, ROOM_SIGNED, SEQUENCE, now),
    );
  });

  test('[WIN3] a time-out lasts from sitting down to release', () => {
    const { timeOuts } = played(`${READY} RELEASE REDO NC CHAIR SEAT`).context;
    expect(timeOuts).toEqual([
      { from: 6_000, to: 192_000 },
      { from: 196_000, to: undefined },
    ]);
  });
});
