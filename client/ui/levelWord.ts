/** Levels from 0 to 1 from which a voice counts as present, and as too loud. */
const PRESENT = 0.08;
const LOUD = 0.9;

/** A level in one word. */
export function levelWord(level: number): 'quiet' | 'present' | 'loud' {
  if (level < PRESENT) return 'quiet';
  return level < LOUD ? 'present' : 'loud';
}
