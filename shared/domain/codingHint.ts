import type { Stream } from './programs/program.ts';
import type { CommandSequence } from './sequence/commandSequence.ts';

/** Two presses of one code closer than this may be one thought, in ms. Rule HNT1. */
export const ONE_THOUGHT_MS = 2_000;

/** A hint for the coder. It never blocks anything. Rules HNT1, HNT2. */
type CodingHint = {
  readonly is: 'one-thought-or-two' | 'response-overdue' | 'former-had-no-chance';
  readonly code: string;
  readonly at: number;
};

type Coded = { readonly code: string; readonly at: number; readonly stream: Stream | undefined };

/** The hint that the most recent codes (ordered by time) call for, if any. */
export function codingHint(
  codes: readonly Coded[],
  sequence: CommandSequence | undefined,
  now: number,
): CodingHint | undefined {
  return sameThought(codes, now) ?? (sequence && commandHint(codes, sequence, now));
}

/** Only two codes of the parent can be one thought. Two noises of the child are two events. */
function sameThought(codes: readonly Coded[], now: number): CodingHint | undefined {
  const [former, last] = codes.slice(-2);
  if (last === undefined || former?.code !== last.code || last.stream !== 'parent') return undefined;
  const isClose = last.at - former.at < ONE_THOUGHT_MS && now - last.at < ONE_THOUGHT_MS;
  return isClose ? hintAt('one-thought-or-two', last) : undefined;
}

function commandHint(codes: readonly Coded[], sequence: CommandSequence, now: number): CodingHint | undefined {
  const { commands, clocks } = sequence;
  const answers = answersOf(sequence);
  const turns = codes.filter(({ code }) => commands.includes(code) || answers.includes(code));
  const [former, last] = turns.length > 1 ? turns.slice(-2) : [undefined, turns[0]];
  if (last === undefined || !commands.includes(last.code)) return undefined;
  if (now - last.at > clocks.responseMs) return hintAt('response-overdue', last);
  const cutShort = former && commands.includes(former.code) && last.at - former.at <= clocks.responseMs;
  return cutShort ? hintAt('former-had-no-chance', former) : undefined;
}

function hintAt(is: CodingHint['is'], { code, at }: Coded): CodingHint {
  return { is, code, at };
}

/** A code that answers a command or continues its sequence. */
function answersOf({ complied, refused, noChance, steps }: CommandSequence): readonly string[] {
  return [complied, refused, noChance, ...Object.values(steps)];
}
