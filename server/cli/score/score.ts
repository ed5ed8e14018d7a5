import { parseArgs } from 'node:util';
import { readTranscriptFile } from '../readTranscriptFile.ts';
import { type Command, UsageError } from '../runCommand.ts';
import { scoreTranscript } from './scoreTranscript.ts';

const REFUSED = 2;

/** Prints the scores of a transcript as one JSON object, or refuses it and lists every fault. */
export const score: Command = {
  usage: 'FILE',
  summary: 'Scores a coded transcript and prints the result as JSON',
  run: async (args, { print, complain }) => {
    const file = onlyFile(args);
    const read = await readTranscriptFile(file);
    if (!read.ok) {
      for (const fault of read.faults) complain(`${file}: ${fault}`);
      return REFUSED;
    }
    print(JSON.stringify(scoreTranscript(read.transcript, read.program)));
    return 0;
  },
};

function onlyFile(args: readonly string[]): string {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.');
  return file;
}
