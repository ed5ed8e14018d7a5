import { cleanName } from '#shared/domain/cleanName.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { fail, type Reply } from '#shared/protocol/reply.ts';
import { plainLine } from '#shared/exports/plainLine.ts';

/** One event of a file that others may have made: when, of whom, and what it says in the file's own words. */
export type FileEvent = {
  /** Whole ms on the file's own clock. */
  readonly at: number;
  /** Whom it is of; empty where the file does not say. */
  readonly subject: string;
  /** A behavior of BORIS, a tier of ELAN. */
  readonly from: string;
  /** The behavior's modifiers, the annotation's value; may be empty. */
  readonly value: string;
  /** Its coder took it back. */
  readonly retracted: boolean;
};

/** What one coder made, or what a review made of it: an observation of BORIS, the tiers of one annotator of ELAN. */
export type FileRecord = {
  /** Unlike that of any other record of the file. */
  readonly title: string;
  /** Who coded, as the file has it; may be empty. */
  readonly coder: string;
  /** As its coder gave it, as a review left it, or of a file that does not tell these apart. */
  readonly of: 'given' | 'reviewed' | 'other';
  /** In order of time. */
  readonly events: readonly FileEvent[];
};

/** A stretch `[from, to)` in ms in which somebody was coded, where the file says so. */
export type FileStretch = {
  readonly subject: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
};

/** A file of coded events as it was read: nothing of it is a code of a program yet. */
export type CodedFile = {
  readonly format: 'boris' | 'eaf';
  /** Of which session it says that it is. */
  readonly sessionId: SessionId | undefined;
  readonly records: readonly FileRecord[];
  readonly windows: readonly FileStretch[];
};

/** The most that is read: a session of hours, coded by many, is far below. */
export const MOST_BYTES = 8_000_000;
export const MOST_EVENTS = 50_000;
/** As long as a word of a file may be. */
const MOST_OF_WORD = 300;
/** The last moment that a file may have, in ms either way: clock times since 1970 are below. */
const LAST_MOMENT = 1e14;

/** A name or a word of a file in one line, cleaned as names are: nothing in it is unseen or turns what follows. */
export function fileWord(text: string): string {
  return cleanName(plainLine(text)).slice(0, MOST_OF_WORD).toWellFormed();
}

/** Whether a number can be a time. */
export function isMoment(ms: number): boolean {
  return Number.isFinite(ms) && Math.abs(ms) <= LAST_MOMENT;
}

export function inOrder(events: readonly FileEvent[]): readonly FileEvent[] {
  return events.toSorted((one, other) => one.at - other.at);
}

export function refuse(why: string): Reply<never> {
  return fail('invalid', why);
}

export const TOO_MANY = refuse(`has more than ${MOST_EVENTS.toLocaleString('en')} events, which is more than is read.`);
export const NOTHING_CODED = refuse('has no coded event.');
