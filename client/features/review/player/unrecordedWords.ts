import type { Sense } from '#shared/domain/sight.ts';

/** The words for what the recording lacks of a moment; undefined where it lacks nothing. */
export function unrecordedWords(lacks: readonly Sense[]): Sense | 'both' | undefined {
  return lacks.length > 1 ? 'both' : lacks[0];
}
