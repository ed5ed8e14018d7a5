import { z } from 'zod';
import { MEANINGS } from '#client/api/forgetPerson.ts';
import type { KeyValueStore } from '#client/api/pressStore.ts';
import type { CodedFile } from '#shared/imports/codedFile.ts';
import { type ImportMap, type Label, type Remembered, UNDECIDED } from '#shared/imports/importMap.ts';

const Kept = z.array(z.tuple([z.string(), z.string().nullable()]));
/** How many answers are kept. The oldest are dropped first. */
const MAX_KEPT = 400;

type Format = CodedFile['format'];

/** Earlier answers for words of files in this browser, by program. */
export function rememberedMeanings(store: KeyValueStore, program: string, format: Format): Remembered {
  const kept = new Map(read(store, program));
  return (label) => {
    const words = wordsOf(label, format);
    return words === undefined ? undefined : kept.get(words);
  };
}

/** Stores the answers of a map for the next file. Without storage, the next file asks again. */
export function rememberMeanings(store: KeyValueStore, program: string, format: Format, { codes }: ImportMap): void {
  const kept = new Map(read(store, program));
  for (const row of codes) {
    const words = wordsOf(row, format);
    if (words === undefined || row.to === UNDECIDED) continue;
    kept.delete(words);
    kept.set(words, row.to);
  }
  try {
    store.setItem(keyOf(program), JSON.stringify([...kept].slice(-MAX_KEPT)));
  } catch {
    // Full or off: the next file asks again.
  }
}

/** A label without names of people: without an annotation's tier, which may be named after a person. */
function wordsOf({ from, value }: Label, format: Format): string | undefined {
  if (format === 'boris') return JSON.stringify(['boris', from, value]);
  return value === null || value === '' ? undefined : JSON.stringify(['eaf', value]);
}

function keyOf(program: string): string {
  return MEANINGS + program;
}

function read(store: KeyValueStore, program: string): z.infer<typeof Kept> {
  try {
    return Kept.safeParse(JSON.parse(store.getItem(keyOf(program)) ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}
