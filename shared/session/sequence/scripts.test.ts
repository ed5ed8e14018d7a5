import { describe, expect, test } from 'vitest';
import { listPrograms } from '#shared/domain/programs/findProgram.ts';
import { SEQUENCE_STEPS, scriptFor, type TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { CHAIR_MS, ROOM_SIGNED, WITH_RULES } from './testing/aSequence.ts';
import { aSequenceSession } from './testing/aSequenceSession.ts';
import { sequenceNow } from './sequenceView.ts';

const BACKUPS = ['none', 'room', 'parent-leaves'] as const;
const WAYS = ['command', 'warning', 'rule'] as const;

function saidAt(text: string, settings: TimeOutSettings = ROOM_SIGNED): string | undefined {
  const session = aSequenceSession(text, settings);
  return sequenceNow(session, PCIT, session.codes.at(-1)?.heardAt ?? 0)?.say;
}

const ON_CHAIR = 'DC NC WARN NC CHAIR SEAT';
const RULE = 'RULE CHAIR SEAT';
const LEAVES: TimeOutSettings = { ...ROOM_SIGNED, backup: 'parent-leaves' };

describe.for(
  listPrograms().flatMap(({ name, phases }) =>
    phases.flatMap(({ sequence }) => (sequence ? [[name, sequence] as const] : [])),
  ),
)('%s', ([, { says }]) => {
  const cases = SEQUENCE_STEPS.flatMap((step) =>
    BACKUPS.flatMap((backup) =>
      WAYS.map((after) => ({ step, backup, after, say: scriptFor(says, step, { backup, after }) })),
    ),
  );

  test('[SEQ9] no line mentions a back-up that was not signed for', () => {
    const told = (one: (typeof cases)[number]) => one.say ?? '';
    for (const one of cases) {
      if (one.backup !== 'room') expect(told(one)).not.toMatch(/quiet place/);
      if (one.backup !== 'parent-leaves') expect(told(one)).not.toMatch(/go out/);
    }
  });

  test('[SEQ9] after a broken house rule no line mentions a command', () => {
    for (const { after, step, say = '' } of cases) {
      if (after !== 'rule' || ['redo', 'acknowledge', 'second-command', 'warn', 'praise'].includes(step)) continue;
      expect([step, say]).not.toEqual([step, expect.stringMatching(/did not|ready to|command/)]);
    }
  });

  test('every line is reached by some step, setting and way', () => {
    const said = new Set(cases.map(({ say }) => say));
    expect(says.filter(({ say }) => !said.has(say))).toEqual([]);
  });
});

test.for([
  ['a command', 'DC CO', /right away/],
  ['a warning', 'DC NC WARN CO', /^Thank you for doing what I asked!$/],
  ['a refusal after the warning', 'DC NC WARN NC', /You did not …, so/],
  ['a refusal after the chair', `${ON_CHAIR} +${CHAIR_MS} RELEASE REDO NC`, /You did not …, so/],
  ['the chair’s time', `${ON_CHAIR} +${CHAIR_MS} NOISE`, /Are you ready to …/],
] as const)('[SEQ1] [SEQ4] after %s the line fits', ([, text, words]) => {
  expect(saidAt(text)).toMatch(words);
});

test.for([
  ['opens the way to the chair', 'RULE', /the house rule/],
  ['sat out', `${RULE} +${CHAIR_MS} NOISE`, /You may get up now/],
] as const)('[SEQ9] a broken house rule that %s has its own line', ([, text, words]) => {
  expect(saidAt(text, WITH_RULES)).toMatch(words);
});

test.for([
  ['a room', ROOM_SIGNED, /quiet place/],
  ['a parent who leaves', LEAVES, /go out/],
] as const)(
  '[SEQ7] [SEQ9] the lines for the warning and the back-up follow what was signed: %s',
  ([, settings, words]) => {
    expect(saidAt(`${ON_CHAIR} ESCAPE`, settings)).toMatch(words);
    expect(saidAt(`${ON_CHAIR} ESCAPE SEAT ESCAPE`, settings)).toMatch(words);
  },
);
