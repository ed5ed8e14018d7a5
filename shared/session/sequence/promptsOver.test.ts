import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROMPT_SHOWN_MS } from '#shared/domain/prompts.ts';
import type { TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { PromptId } from '#shared/protocol/ids.ts';
import { aFact, CAREGIVER_A } from '../testing/aSession.ts';
import type { PromptEntry, SessionState } from '../sessionState.ts';
import { CHAIR_MS, ROOM_SIGNED, script, SEQUENCE, WITH_RULES } from './testing/aSequence.ts';
import { aSequenceSession } from './testing/aSequenceSession.ts';
import { promptsOver } from './promptsOver.ts';
import { sequenceActions } from './sequenceActions.ts';
import type { SequenceCode } from './sequenceContext.ts';
import { playCode, ringUntil, runSequence, startRun } from './sequenceRun.ts';

const aPrompt = (sentAt: number, n = 1): PromptEntry => ({
  promptId: PromptId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
  text: 'Wait quietly.',
  skill: null,
  coachCode: null,
  caregiverId: CAREGIVER_A,
  sentAt,
  spoken: false,
  withdrawn: false,
  deliveries: {},
});

/** A session with these codes, under the standard program. */
function aSession(
  codes: string,
  prompts: readonly PromptEntry[],
  settings: TimeOutSettings = ROOM_SIGNED,
): SessionState {
  const session = aSequenceSession(codes, settings);
  return { ...session, program: 'pcit', programVersion: PCIT.version, prompts };
}

/** Each step that its own clock ends: the codes that lead to it, and how long its clock runs after the last one. */
test.for([
  ['the answer to an indirect command', 'IC', SEQUENCE.clocks.responseMs + 1],
  ['the chair', 'DC NC WARN NC CHAIR SEAT', CHAIR_MS],
  [
    'the quiet room',
    'DC NC WARN NC CHAIR SEAT ESCAPE SEAT ESCAPE ROOM INROOM',
    SEQUENCE.clocks.roomMs + SEQUENCE.clocks.quietMs,
  ],
] as const)(
  '[PRM2] a prompt that was sent while %s lasted is over when its clock is, without a press',
  ([, codes, lengthMs]) => {
    const endsAt = (script(codes).at(-1)?.at ?? 0) + lengthMs;
    const session = aSession(codes, [aPrompt(endsAt - 1_000)]);
    expect(promptsOver(session, endsAt - 1)).toEqual({ over: [], nextAt: endsAt });
    expect(promptsOver(session, endsAt)).toEqual({ over: [aPrompt(0).promptId], nextAt: undefined });
  },
);

test.for([
  ['an answer that somebody has to judge', 'DC'],
  ['the seconds after the warning', 'DC NC WARN'],
  ['the time for praise', 'DC CO'],
] as const)('[PRM2] %s outlasts its clock, and its prompt goes with the code that ends it', ([, codes]) => {
  const at = script(codes).at(-1)?.at ?? 0;
  const session = aSession(codes, [aPrompt(at + 500)]);
  expect(promptsOver(session, at + 10_000)).toEqual({ over: [], nextAt: undefined });
});

test('[PRM2] under the first revision of scoring the time for praise ends its step by itself', () => {
  const session = { ...aSession('DC CO', [aPrompt(3_000)]), programVersion: 'pcit-2011' };
  expect(promptsOver(session, 7_000).nextAt).toBe(7_001);
  expect(promptsOver(session, 7_001).over).toHaveLength(1);
});

test('[PRM2] a prompt is over once it was said, even while the child is still on the way', () => {
  const session = aSession('DC NC WARN NC CHAIR', [aPrompt(4_500)]);
  expect(promptsOver(session, 5_000).over).toHaveLength(1);
});

const CODES = [SEQUENCE.complied, SEQUENCE.refused, SEQUENCE.praise, 'TA', 'IC', ...Object.values(SEQUENCE.steps)];
const aWalk = fc.array(
  fc.record({
    wait: fc.oneof(fc.integer({ min: 1, max: 8_000 }), fc.integer({ min: 1, max: 200_000 })),
    pick: fc.nat(20),
    anything: fc.option(fc.constantFrom(...CODES), { freq: 4 }),
    promptAfter: fc.nat(9_000),
  }),
  { minLength: 1, maxLength: 40 },
);

/** The codes, and a prompt this long after each code (ms). */
function play(
  walk: readonly { wait: number; pick: number; anything: string | null; promptAfter: number }[],
  settings: TimeOutSettings,
) {
  let at = 0;
  let run = startRun(SEQUENCE, settings);
  const steps = walk.map(({ wait, pick, anything, promptAfter }, index) => {
    at += wait;
    const offered = sequenceActions(ringUntil(run, at)).filter(({ does }) => does !== 'stop');
    const code = anything ?? offered[pick % Math.max(1, offered.length)]?.code ?? 'DC';
    const played: SequenceCode = { code, codeId: aFact.codeId(index), at };
    run = playCode(run, played);
    return { played, prompt: aPrompt(at + promptAfter, index + 1) };
  });
  return { codes: steps.map(({ played }) => played), prompts: steps.map(({ prompt }) => prompt) };
}

test('[PRM2] for any codes at any time, no prompt of an earlier step is open once that step is over', () => {
  fc.assert(
    fc.property(aWalk, fc.constantFrom(ROOM_SIGNED, WITH_RULES), (walk, settings) => {
      const { codes, prompts } = play(walk, settings);
      const text = codes.map(({ code, at }, index) => `+${at - (codes[index - 1]?.at ?? 0) - 1_000} ${code}`);
      const session = aSession(text.join(' '), [], settings);
      const placeAt = (at: number) => runSequence(codes, settings, SEQUENCE, at).value;
      let open: readonly PromptEntry[] = [];
      let nextAt: number | undefined;

      const check = (now: number) => {
        for (const { sentAt } of open.filter((prompt) => now - prompt.sentAt < PROMPT_SHOWN_MS && now >= prompt.sentAt))
          if (placeAt(sentAt) !== 'play')
            expect({ sentAt, now, at: placeAt(now) }).toEqual({ sentAt, now, at: placeAt(sentAt) });
      };
      const look = (now: number) => {
        check(now - 1);
        open = [...open, ...prompts.filter(({ sentAt }) => sentAt === now)];
        const heard = session.codes.filter(({ heardAt }) => heardAt <= now);
        const { over, nextAt: next } = promptsOver({ ...session, codes: heard, prompts: open }, now);
        open = open.filter(({ promptId }) => !over.includes(promptId));
        nextAt = next;
        check(now);
      };

      // As the server does it: at each code, at each prompt, and whenever it planned to look again.
      const events = new Set([...codes.map(({ at }) => at), ...prompts.map(({ sentAt }) => sentAt)]);
      for (const now of [...events].toSorted((one, other) => one - other)) {
        while (nextAt !== undefined && nextAt < now) look(nextAt);
        look(now);
      }
    }),
    { numRuns: 60 },
  );
});
