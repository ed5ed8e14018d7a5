import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readTranscript } from '#shared/protocol/transcript.ts';
import { jsonPath } from '#shared/protocol/transcriptFault.ts';
import { type Command, UsageError } from '../runCommand.ts';
import { scoreTranscript } from './scoreTranscript.ts';

const REFUSED = 2;

/** Prints the scores of a transcript as one JSON object, or refuses it whole with every fault. */
export const score: Command = {
  usage: 'FILE',
  summary: 'Scores a coded transcript and prints the result as JSON',
  run: async (args, { print, complain }) => {
    const file = onlyFile(args);
    const raw = await readJson(file);
    if ('fault' in raw) {
      complain(`${file}: ${raw.fault}`);
      return REFUSED;
    }
    const read = readTranscript(raw.value);
    if (!read.ok) {
      for (const { path, says } of read.faults) complain(`${jsonPath(path)}: ${says}`);
      return REFUSED;
    }
    print(JSON.stringify(scoreTranscript(read.transcript, read.programme)));
    return 0;
  },
};

function onlyFile(args: readonly string[]): string {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.');
  return file;
}

async function readJson(file: string): Promise<{ readonly value: unknown } | { readonly fault: string }> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => ({ fault: `cannot be read: ${wordsOf(error)}` }));
  if (typeof text !== 'string') return text;
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    return { fault: `$: is not JSON: ${wordsOf(error)}` };
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
