import { z } from 'zod';

/** Why a command was refused. A closed list: clients decide by the code, and people read the message. */
export const FailureCode = z.enum([
  'unknown-command',
  'invalid',
  'too-large',
  'too-often',
  'not-signed-in',
  'not-allowed',
  'not-now',
  /** The connection has not joined yet, or another replaced it. Goes away with the next join. */
  'not-joined',
  /** The store cannot write now, for example because its disk is full. Nothing was changed. */
  'not-saved',
  'not-found',
  /** An earlier press of the connection has to arrive first. Rule LOG2. */
  'out-of-turn',
  'timeout',
  'internal',
]);
export type FailureCode = z.infer<typeof FailureCode>;

const FINAL: readonly FailureCode[] = ['invalid', 'not-allowed', 'not-now', 'not-found'];

/** Whether sending again is pointless. After any other failure a press is kept and sent again. Rule LOG2. */
export function isFinal(code: FailureCode): boolean {
  return FINAL.includes(code);
}

type Failure = { readonly code: FailureCode; readonly message: string };

/** The content of every acknowledgment. Commands never throw across the wire. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export function ok<T>(value: T): Reply<T> {
  return { ok: true, value };
}

export function fail(code: FailureCode, message: string): Reply<never> {
  return { ok: false, error: { code, message } };
}

/** The schema of a reply with this value, for the receiving side. */
export function replyOf<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: z.object({ code: FailureCode, message: z.string() }) }),
  ]);
}
