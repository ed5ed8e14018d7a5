import { cleanName } from '#shared/domain/cleanName.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { fail, type Reply } from '#shared/protocol/reply.ts';
import { plainLine } from '#shared/exports/plainLine.ts';

/** One event of a file from any program: when, about whom, and the file's own words. */
export type FileEvent = {
  /** Whole ms on the file's own clock. */
  readonly at: number;
  /** About whom it is; empty if the file does not say. */
  readonly subject: string;
  /** A behavior of BORIS, a tier of ELAN. */
  readonly from: string;
  /** The behavior's modifiers, or the annotation's value; may be empty. */
  readonly value: string;
  /** Its coder undid it. */
  readonly retracted: boolean;
};

/** One coder's or one review's codes: an observation of BORIS, or the tiers of one annotator of ELAN. */
export type FileRecord = {
  /** Unique among the records of the file. */
  readonly title: string;
  /** The coder's name in the file; may be empty. */
  readonly coder: string;
  /** As its coder gave it, as a review left it, or from a file that does not say which. */
  readonly of: 'given' | 'reviewed' | 'other';
  /** In order of time. */
  readonly events: readonly FileEvent[];
};

/** A span `[from, to)` in ms in which a person was coded, if the file says so. */
export type FileSpan = {
  readonly subject: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
};

/** A file of coded events as it was read. Nothing in it is mapped to a program's codes yet. */
export type CodedFile = {
  readonly format: 'boris' | 'eaf';
  /** The session that the file names. */
  readonly sessionId: SessionId | undefined;
  readonly records: readonly FileRecord[];
  readonly windows: readonly FileSpan[];
};

/** The most events that are read. A session of hours with many coders has far fewer. */
export const MAX_BYTES = 8_000_000;
export const MAX_EVENTS = 50_000;
/** The greatest length of a word in a file. */
const MAX_WORD_LENGTH = 300;
/** The largest time in a file, in ms, positive or negative. Clock times since 1970 are smaller. */
const LAST_MOMENT = 1e14;

/** A word of a file, cleaned like names: one line, nothing invisible or that changes the direction of text. */
export function fileWord(text: string): string {
  return cleanName(plainLine(text)).slice(0, MAX_WORD_LENGTH).toWellFormed();
}

export function isMoment(ms: number): boolean {
  return Number.isFinite(ms) && Math.abs(ms) <= LAST_MOMENT;
}

export function inOrder(events: readonly FileEvent[]): readonly FileEvent[] {
  return events.toSorted((one, other) => one.at - other.at);
}

export function refuse(why: string): Reply<never> {
  return fail('invalid', why);
}

export const TOO_MANY = refuse(`has more than ${MAX_EVENTS.toLocaleString('en')} events, which is more than is read.`);
export const NOTHING_CODED = refuse('has no coded event.');
