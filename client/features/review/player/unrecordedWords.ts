import type { Sense } from '#shared/domain/sight.ts';

/** The text key for what the recording lacks. Undefined if it lacks nothing. */
export function unrecordedWords(lacks: readonly Sense[]): Sense | 'both' | undefined {
  return lacks.length > 1 ? 'both' : lacks[0];
}
