import type { CodedFile, FileRecord } from '../codedFile.ts';
import { readCodedFile } from '../readCodedFile.ts';

export const bytes = (text: string) => new TextEncoder().encode(text);

/** Reads a file of BORIS or ELAN, or throws why it is refused. */
export function readText(text: string): CodedFile {
  const found = readCodedFile(bytes(text));
  if (!found.ok) throw new Error(found.error.message);
  if (found.value.is !== 'file') throw new Error('It is a file of another program.');
  return found.value.file;
}

export function firstRecord({ records: [record] }: CodedFile): FileRecord {
  if (record === undefined) throw new Error('The file has a record.');
  return record;
}
