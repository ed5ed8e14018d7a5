import type { CommandSequence } from './sequence/commandSequence.ts';

/** Two of the same code closer than this may be one thought. Rule HNT1. */
export const ONE_THOUGHT_MS = 2_000;

/** Something worth a look; it never blocks. Rules HNT1, HNT2. */
export type CodingHint = {
  readonly is: 'one-thought-or-two' | 'response-overdue' | 'former-had-no-chance' | 'former-not-answered';
  /** The code that it is about. */
  readonly code: string;
  readonly at: number;
};

type Coded = { readonly code: string; readonly at: number };

/** What the last codes, in the order of their times, may deserve a second thought about. */
export function codingHint(
  codes: readonly Coded[],
  sequence: CommandSequence | undefined,
  now: number,
): CodingHint | undefined {
  return sameThought(codes, sequence, now) ?? (sequence && commandHint(codes, sequence, now));
}

/** Thoughts are the parent's: a child that is noisy twice is noisy twice. */
function sameThought(
  codes: readonly Coded[],
  sequence: CommandSequence | undefined,
  now: number,
): CodingHint | undefined {
  const [former, last] = codes.slice(-2);
  if (last === undefined || former?.code !== last.code) return undefined;
  if (sequence && answersOf(sequence).includes(last.code)) return undefined;
  const isClose = last.at - former.at < ONE_THOUGHT_MS && now - last.at < ONE_THOUGHT_MS;
  return isClose ? { is: 'one-thought-or-two', ...last } : undefined;
}

function commandHint(codes: readonly Coded[], sequence: CommandSequence, now: number): CodingHint | undefined {
  const { commands, clocks } = sequence;
  const answers = answersOf(sequence);
  const turns = codes.filter(({ code }) => commands.includes(code) || answers.includes(code));
  const [former, last] = turns.length > 1 ? turns.slice(-2) : [undefined, turns[0]];
  if (last === undefined || !commands.includes(last.code)) return undefined;
  if (now - last.at > clocks.responseMs) return { is: 'response-overdue', ...last };
  if (former === undefined || !commands.includes(former.code)) return undefined;
  const wasCutShort = last.at - former.at <= clocks.responseMs;
  return { is: wasCutShort ? 'former-had-no-chance' : 'former-not-answered', ...former };
}

/** What answers a command, or carries on from it. */
function answersOf({ complied, refused, noChance, steps }: CommandSequence): readonly string[] {
  return [complied, refused, noChance, ...Object.values(steps)];
}
