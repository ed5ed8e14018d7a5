import type { Program } from '#shared/domain/programs/program.ts';
import { readTranscript, type Transcript } from '#shared/protocol/transcript.ts';
import { jsonPath } from '#shared/protocol/transcriptFault.ts';
import { readTextFile, wordsOf } from './readTextFile.ts';

/** A transcript with its program, or every fault as a message, with its JSON path if it has one. */
type TranscriptFile =
  | { readonly ok: true; readonly transcript: Transcript; readonly program: Program }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads a file that should be a transcript. Rule TRN2. */
export async function readTranscriptFile(file: string): Promise<TranscriptFile> {
  const raw = await readJson(file);
  if ('fault' in raw) return { ok: false, faults: [raw.fault] };
  const read = readTranscript(raw.value);
  if (read.ok) return read;
  return { ok: false, faults: read.faults.map(({ path, says }) => `${jsonPath(path)}: ${says}`) };
}

async function readJson(file: string): Promise<{ readonly value: unknown } | { readonly fault: string }> {
  const text = await readTextFile(file);
  if (!text.ok) return { fault: text.error.message };
  try {
    const value: unknown = JSON.parse(text.value);
    return { value };
  } catch (error) {
    return { fault: `$: is not JSON: ${wordsOf(error)}` };
  }
}
