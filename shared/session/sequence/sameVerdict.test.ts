import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { scoreWindow } from '#shared/domain/scoring/scoreWindow.ts';
import { CHAIR_MS, codeId, ROOM_SIGNED, script, SEQUENCE, WITH_RULES } from './testing/aSequence.ts';
import { sequenceActions } from './sequenceActions.ts';
import type { SequenceOutcome, SequenceCode } from './sequenceContext.ts';
import { playCode, ringUntil, startRun } from './sequenceRun.ts';

const ANY = ['DC', 'IC', 'CO', 'NC', 'NOC', 'LP', 'UP', 'NTA', 'TA', 'BD', ...Object.values(SEQUENCE.steps)];
const PDI = PCIT.phases.find(({ sequence }) => sequence !== undefined) ?? PCIT.phases[0];

/** Mostly codes that are offered, and now and then any code at any time: a release too soon, talk on the chair. */
const aWalk = fc.array(
  fc.record({
    wait: fc.constantFrom(0, 500, 4_999, 5_000, 5_001, 20_000, CHAIR_MS, CHAIR_MS),
    pick: fc.nat(20),
    anything: fc.option(fc.constantFrom(...ANY), { freq: 6 }),
  }),
  { minLength: 3, maxLength: 60 },
);

test.for([
  ['without house rules', ROOM_SIGNED],
  ['with house rules', WITH_RULES],
] as const)('[PDI4] the console’s verdict on a command equals the score’s, for any codes, %s', ([, settings]) => {
  const seen = new Set<SequenceOutcome | undefined>();
  fc.assert(
    fc.property(aWalk, (walk) => {
      let at = 0;
      let run = startRun(SEQUENCE, settings);
      const codes: SequenceCode[] = walk.map(({ wait, pick, anything }, index) => {
        at += wait;
        const offered = sequenceActions(ringUntil(run, at)).filter(({ does }) => does !== 'stop' || pick === 0);
        const code = anything ?? offered[pick % Math.max(1, offered.length)]?.code ?? 'DC';
        const played = { code, codeId: codeId(index), at };
        run = playCode(run, played);
        return played;
      });
      const commands = codes.filter(({ code }) => SEQUENCE.commands.includes(code));
      const { outcomes } = scoreWindow(codes, { program: PCIT, phase: PDI, spans: [[0, at + 1]], void: false });
      for (const { codeId: id, outcome } of run.context.past) {
        const command = commands.findIndex((one) => one.codeId === id);
        const scored = outcomes[command]?.outcome;
        const isIndirect = commands[command]?.code === 'IC';
        if (scored === undefined || isIndirect || outcome === 'stopped') continue;
        seen.add(outcome);
        expect([outcome, scored]).toEqual([outcome, expect.objectContaining({ is: outcome })]);
      }
    }),
    { numRuns: 2_000, seed: 11 },
  );
  expect([...seen].toSorted()).toEqual(['correct', 'incorrect', 'near', 'no-chance']);
});

test.for([
  ['stopped after the answer', 'DC CO STOP', { is: 'not-due', why: 'stopped' }],
  ['stopped before the answer: PDI2 goes by the next answer or command', 'DC STOP DC CO LP', { is: 'no-chance' }],
  ['indirect, without a chance', 'IC DC CO LP', { is: 'not-effective', why: 'indirect' }],
] as const)('[PDI2] [SEQ11] where the two use different words: %s', ([, text, scored]) => {
  const codes = script(text);
  const { outcomes } = scoreWindow(codes, { program: PCIT, phase: PDI, spans: [[0, 60_000]], void: false });
  expect(outcomes[0]?.outcome).toMatchObject(scored);
});
