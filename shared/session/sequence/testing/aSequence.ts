import { COMMAND_SEQUENCE } from '#shared/domain/programs/pcit/commandSequence.ts';
import { NO_TIME_OUT_SETTINGS, type TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import { CodeId } from '#shared/protocol/ids.ts';
import type { SequenceCode } from '../sequenceContext.ts';
import { runSequence, type SequenceRun, stepOf } from '../sequenceRun.ts';

/** Builders for tests: the standard program's sequence, played from scripts such as `DC CO LP`. */
export const SEQUENCE = COMMAND_SEQUENCE;
export const ROOM_SIGNED: TimeOutSettings = { ...NO_TIME_OUT_SETTINGS, backup: 'room', signedBy: 'ada' };
export const CONTRAINDICATED = { reason: 'Was locked up once.', by: 'Noor', at: '2026-11-02T09:00:00.000Z' };
export const WITH_RULES: TimeOutSettings = { ...ROOM_SIGNED, houseRules: true };

/** The chair in full: its three minutes and the quiet after them, in ms. */
export const CHAIR_MS = SEQUENCE.clocks.chairMs + SEQUENCE.clocks.quietMs;

export const codeId = (n: number) => CodeId.parse(`00000000-0000-4000-a000-${String(n).padStart(12, '0')}`);

/** Codes a second apart from 1,000 ms on; `+5000` waits 5,000 ms more. */
export function script(text: string): readonly SequenceCode[] {
  let at = 0;
  return text.split(' ').flatMap((word, index) => {
    if (word.startsWith('+')) {
      at += Number(word.slice(1));
      return [];
    }
    at += 1_000;
    return [{ code: word, codeId: codeId(index), at }];
  });
}

/** Plays a script and returns the sequence at its last code, or this much later. */
export function played(text: string, settings = ROOM_SIGNED, laterMs = 0): SequenceRun {
  const codes = script(text);
  return runSequence(codes, settings, SEQUENCE, (codes.at(-1)?.at ?? 0) + laterMs);
}

export const stepAfter = (text: string, settings = ROOM_SIGNED, laterMs = 0) => stepOf(played(text, settings, laterMs));

/** The outcome of the last sequence of a script. */
export const outcomeOf = (text: string, settings = ROOM_SIGNED, laterMs = 0) =>
  played(text, settings, laterMs).context.past.at(-1)?.outcome;
