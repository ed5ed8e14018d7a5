import { decodeText } from '#shared/protocol/decodeText.ts';
import { ok, type Reply } from '#shared/protocol/reply.ts';
import { readTranscript, type Transcript, TRANSCRIPT_FORMAT } from '#shared/protocol/transcript.ts';
import { jsonPath } from '#shared/protocol/transcriptFault.ts';
import { type CodedFile, MAX_BYTES, refuse } from './codedFile.ts';
import { isBoris, readBoris } from './readBoris.ts';
import { readEaf } from './readEaf.ts';

/** The formats of a coding: our own transcript, which needs no map, or another program's file. */
export type ImportFile =
  { readonly is: 'transcript'; readonly transcript: Transcript } | { readonly is: 'file'; readonly file: CodedFile };

/** Reads a file by its content, whatever its name. A refusal continues a sentence that begins with the file's name. */
export function readCodedFile(bytes: Uint8Array): Reply<ImportFile> {
  if (bytes.length > MAX_BYTES)
    return refuse(`is larger than ${MAX_BYTES / 1_000_000} MB, which is more than is read.`);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return refuse('is compressed. Unpack it first.');
  const text = decodeText(bytes);
  if (!text.ok) return text;
  if (text.value.trimStart().startsWith('<')) return asFile(readEaf(text.value));
  const json = readJson(text.value);
  if (!json.ok) return json;
  return isBoris(json.value) ? asFile(readBoris(json.value)) : asTranscript(json.value);
}

function asFile(read: Reply<CodedFile>): Reply<ImportFile> {
  return read.ok ? ok({ is: 'file', file: read.value }) : read;
}

function asTranscript(value: unknown): Reply<ImportFile> {
  const read = readTranscript(value);
  if (read.ok) return ok({ is: 'transcript', transcript: read.transcript });
  const faults = read.faults.map(({ path, says }) => `${jsonPath(path)}: ${says}`);
  return refuse(
    [`is not ${TRANSCRIPT_FORMAT}, not a project of BORIS and not a document of ELAN:`, ...faults].join('\n'),
  );
}

function readJson(text: string): Reply<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch {
    return refuse('is neither JSON (BORIS, a transcript) nor XML (ELAN).');
  }
}
