import { parseArgs } from 'node:util';
import { TOLERANCE_MS } from '#shared/domain/reliability/alignCodes.ts';
import { readTranscriptFile } from '../readTranscriptFile.ts';
import { type Command, UsageError } from '../runCommand.ts';
import { compareTranscripts } from './compareTranscripts.ts';

const REFUSED = 2;

/** Prints the agreement of two coders of one span as one JSON object, or refuses both files and lists every fault. */
export const reliability: Command = {
  usage: 'REFERENCE TRAINEE [--tolerance MS] [--lag none|auto]',
  summary: 'Compares the parent’s codes of two coded transcripts and prints the result as JSON',
  run: async (args, { print, complain }) => {
    const { reference, trainee, toleranceMs, lag } = asked(args);
    const [ours, theirs] = [await readTranscriptFile(reference), await readTranscriptFile(trainee)];
    if (!ours.ok || !theirs.ok) {
      if (!ours.ok) for (const fault of ours.faults) complain(`${reference}: ${fault}`);
      if (!theirs.ok) for (const fault of theirs.faults) complain(`${trainee}: ${fault}`);
      return REFUSED;
    }
    const [ourProgram, theirProgram] = [nameOf(ours.transcript), nameOf(theirs.transcript)];
    if (ourProgram !== theirProgram) {
      complain(
        `Codes of different programs cannot be compared: ${reference} is of ${ourProgram}, ${trainee} of ${theirProgram}.`,
      );
      return REFUSED;
    }
    const compared = compareTranscripts(ours.transcript, theirs.transcript, ours.program, { toleranceMs, lag });
    print(JSON.stringify(compared));
    return 0;
  },
};

function nameOf({ programme, criteria }: { readonly programme: string; readonly criteria: string }): string {
  return `“${programme}” (${criteria})`;
}

function asked(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { tolerance: { type: 'string' }, lag: { type: 'string' } },
    allowPositionals: true,
  });
  const [reference, trainee, ...more] = positionals;
  if (reference === undefined || trainee === undefined || more.length > 0) {
    throw new UsageError('Name two files: the reference’s and the trainee’s.');
  }
  return { reference, trainee, toleranceMs: toleranceOf(values.tolerance), lag: lagOf(values.lag) };
}

function toleranceOf(given = `${TOLERANCE_MS}`): number {
  if (!/^\d{1,9}$/.test(given)) throw new UsageError('--tolerance is a whole number of milliseconds, such as 2000.');
  return Number(given);
}

function lagOf(given = 'none'): 'none' | 'auto' {
  if (given !== 'none' && given !== 'auto') throw new UsageError('--lag is “none” or “auto”.');
  return given;
}
