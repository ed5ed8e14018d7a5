import { AUDITED_COMMANDS } from '#shared/domain/audit/auditedCommands.ts';
import type { CommandName } from '#shared/domain/permissions.ts';
import type { OutputOf, ParsedInputOf } from '#shared/protocol/contract.ts';
import { fail, type FailureCode, type Reply } from '#shared/protocol/reply.ts';
import { notSaved, storeFaultOf } from '#server/storage/storeFault.ts';
import type { Watched } from '#server/auth/accessWatch.ts';
import type { Measures } from '#server/watching/measures.ts';
import type { AuditWriter } from '#server/audit/auditWriter.ts';
import type { RefusedFor } from '#server/network/refusals.ts';
import type { Answers } from './answers.ts';
import type { Caller } from './caller.ts';
import { isCommand, isPress, type Meter, permit, readInput } from './gate.ts';
import { createPressLine } from './pressLine.ts';

/** What a socket delivers, before anything is known about it. */
export type RawSocket = { readonly onAny: (listener: (name: string, ...rest: unknown[]) => void) => unknown };

export type Report = (error: unknown, doing: string) => void;

/** What a person reads whose access ended. */
export const NO_ACCESS = 'You no longer have access here. Sign in again, or ask for a new link.';

type Parts = {
  readonly caller: Caller;
  readonly answers: Answers;
  readonly meter: Meter;
  /** Whether the caller's sign-in or admission still holds. Rule PER7. */
  readonly holds: Watched['holds'];
  readonly audit: Pick<AuditWriter, 'note'>;
  readonly measures: Pick<Measures, 'answered'>;
  readonly monotonicNow: () => number;
  /** Tells the log. Rule WIR7. */
  readonly refused: (why: RefusedFor) => void;
  readonly report: Report;
};

const REFUSED_FOR: { readonly [C in FailureCode]?: RefusedFor } = {
  'too-often': 'limit',
  'too-large': 'malformed',
  invalid: 'malformed',
  'unknown-command': 'malformed',
};

/** Parse, permit, answer, acknowledge. No client message can make this throw, and no error of ours reaches a client. */
export function answerCommands(socket: RawSocket, parts: Parts): void {
  const { caller, answers, meter, holds, audit, measures, monotonicNow, refused, report } = parts;
  const inLine = createPressLine();
  socket.onAny((name, ...rest) => {
    const ack = rest.at(-1);
    const raw = rest.length > 1 ? rest[0] : undefined;
    const arrivedAt = monotonicNow();
    const answer = () => answerOne(name, raw);
    void (isPress(name) ? inLine(raw, answer) : answer()).then((reply) => {
      if (isCommand(name)) measures.answered(name, reply.ok, monotonicNow() - arrivedAt);
      const why = reply.ok ? undefined : REFUSED_FOR[reply.error.code];
      if (why !== undefined) refused(why);
      // A hostile client may send anything as the last argument.
      if (isAcknowledgement(ack)) ack(reply);
    });
  });

  async function answerOne(name: string, raw: unknown): Promise<Reply<unknown>> {
    try {
      if (!isCommand(name)) return fail('unknown-command', 'There is no such command.');
      return await answerKnown(name, raw);
    } catch (error) {
      // The log was told when the trouble began, not with every command that meets it.
      const fault = storeFaultOf(error);
      if (fault !== undefined) return fail('not-saved', notSaved(fault));
      report(error, name);
      return fail('internal', 'Something went wrong on our side. Please try again.');
    }
  }

  async function answerKnown<N extends CommandName>(name: N, raw: unknown): Promise<Reply<OutputOf<N>>> {
    const input = readInput(name, raw, caller, meter);
    if (!input.ok) return input;
    const reply = await answerParsed(name, input.value);
    noteAudit(name, reply);
    return reply;
  }

  /** Never in the way of the session: the row is written within a second. Rule ADT2. */
  function noteAudit(name: CommandName, reply: Reply<unknown>) {
    const what = AUDITED_COMMANDS[name];
    if (what === null || (!reply.ok && reply.error.code !== 'not-allowed')) return;
    const { participantId, role, device, room } = caller;
    const { familyId, sessionId } = room.record;
    try {
      audit.note({
        actor: device === undefined ? role : 'device',
        actorId: participantId,
        what,
        outcome: reply.ok ? 'done' : 'refused',
        ...{ familyId, sessionId, subjectId: null },
      });
    } catch (error) {
      report(error, 'writing the audit');
    }
  }

  async function answerParsed<N extends CommandName>(name: N, input: ParsedInputOf<N>): Promise<Reply<OutputOf<N>>> {
    // A person may always leave; the end of their connection may be the very next message.
    if (name !== 'session:leave' && !(await holds())) return fail('not-signed-in', NO_ACCESS);
    const permitted = permit(name, caller);
    return permitted.ok ? answers[name](input) : permitted;
  }
}

export function isAcknowledgement(ack: unknown): ack is (reply: Reply<unknown>) => void {
  return typeof ack === 'function';
}
