import { expect, test } from 'vitest';
import { findTreatmentPhase } from '#shared/domain/programs/program.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { CodeId } from '#shared/protocol/ids.ts';
import { WITH_RULES } from './testing/aSequence.ts';
import { runSequence, stepOf, takes } from './sequenceRun.ts';

const SETTINGS = WITH_RULES;

function after(...codes: readonly string[]) {
  const sequence = findTreatmentPhase(PCIT, 'cu')?.sequence;
  if (sequence === undefined) throw new Error('Clean-up has commands.');
  const given = codes.map((code, index) => ({
    code,
    at: (index + 1) * 1_000,
    codeId: CodeId.parse(`00000000-0000-4000-a000-${String(index).padStart(12, '0')}`),
  }));
  return runSequence(given, SETTINGS, sequence, codes.length * 1_000);
}

test.for(['CO', 'NC', 'NOC'])('[OBS2] after %s to a command nothing follows in an observation', (answer) => {
  const run = after('DC', answer);
  expect(stepOf(run)).toBe('play');
  expect(['WARN', 'CHAIR', 'RULE'].filter((code) => takes(run, code))).toEqual([]);
  expect(run.context.past.map(({ outcome }) => outcome)).toEqual([undefined]);
});

test('[OBS2] a command waits for its response, and the next command starts again', () => {
  expect(stepOf(after('DC'))).toBe('command-wait');
  expect(stepOf(after('DC', 'DC'))).toBe('command-wait');
});
