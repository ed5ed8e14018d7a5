import { randomUUID } from 'node:crypto';
import type { Account } from '#shared/protocol/http/people.ts';
import { CodeId, CodingId, type WindowId } from '#shared/protocol/ids.ts';
import type { Step } from './step.ts';

export type SecondCoder = Pick<Account, 'userId' | 'name'>;

/** A code at a moment of session time, in ms. */
export type Heard = { readonly code: string; readonly at: number };

/** Which code a second coder may mistake a code for. */
const TAKEN_FOR: Readonly<Record<string, string>> = {
  LP: 'UP',
  UP: 'LP',
  BD: 'TA',
  RF: 'BD',
  QU: 'IC',
  IC: 'DC',
  TA: 'BD',
};
/** How far the moments of two coders lie apart, in ms. */
const APART_MS = 240;
const READING_MS = 20 * 60_000;

/** The codes of someone who coded the same play: every n-th differs or is missing. */
export function codedAgain(codes: readonly Heard[], differsEvery: number): readonly Heard[] {
  return codes.flatMap(({ code, at }, index) => {
    const heard = { code, at: at + APART_MS * ((index % 3) - 1) };
    if ((index + 1) % differsEvery !== 0) return [heard];
    const other = TAKEN_FOR[code];
    return other === undefined ? [] : [{ ...heard, code: other }];
  });
}

/** A coding of a window from its recording, by someone who has seen nobody's codes. */
export function codedFromRecording(
  { userId: by, name }: SecondCoder,
  windowId: WindowId,
  codes: readonly { readonly code: string; readonly heardAt: number }[],
  at: number,
): readonly Step[] {
  const codingId = CodingId.parse(randomUUID());
  const started = { codingId, windowId, source: 'recording' as const, coderName: name, independent: true };
  const given = codes.map((code, index): Step => {
    const codeId = CodeId.parse(randomUUID());
    return { at: at + index * 1_000, draft: { type: 'second-coding.coded', by, codingId, codeId, ...code } };
  });
  return [
    arrival({ userId: by, name }, at),
    { at, draft: { type: 'second-coding.started', by, ...started } },
    ...given,
    { at: at + codes.length * 1_000, draft: { type: 'second-coding.finished', by, codingId } },
  ];
}

/** Somebody opens a review, reads it and signs it off. */
export function signingOff(supervisor: SecondCoder, note: string, at: number): readonly Step[] {
  const by = supervisor.userId;
  return [
    arrival(supervisor, at),
    { at, draft: { type: 'review.opened', by, what: 'review' } },
    { at: at + READING_MS, draft: { type: 'session.signed-off', by, note } },
  ];
}

function arrival({ userId: by, name }: SecondCoder, at: number): Step {
  return { at, draft: { type: 'reviewer.arrived', by, participantId: by, name, role: 'supervisor' } };
}
