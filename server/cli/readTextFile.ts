import { readFile } from 'node:fs/promises';
import { decodeText } from '#shared/protocol/decodeText.ts';
import { fail, type Reply } from '#shared/protocol/reply.ts';

/** The text of a file, or why it cannot be read, to be printed after the file's name. */
export async function readTextFile(file: string): Promise<Reply<string>> {
  try {
    return decodeText(await readFile(file));
  } catch (error) {
    return fail('not-found', `cannot be read: ${wordsOf(error)}`);
  }
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
