import type { CommandName } from '#shared/domain/permissions.ts';
import type { OutputOf } from '#shared/protocol/contract.ts';
import { fail, type Reply } from '#shared/protocol/reply.ts';
import { notSaved, storeFaultOf } from '#server/storage/storeFault.ts';
import type { Watched } from '#server/auth/accessWatch.ts';
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
  readonly report: Report;
};

/** Parse, permit, answer, acknowledge. No client message can make this throw, and no error of ours reaches a client. */
export function answerCommands(socket: RawSocket, { caller, answers, meter, holds, report }: Parts): void {
  const inLine = createPressLine();
  socket.onAny((name, ...rest) => {
    const ack = rest.at(-1);
    const raw = rest.length > 1 ? rest[0] : undefined;
    const answer = () => answerOne(name, raw);
    void (isPress(name) ? inLine(raw, answer) : answer()).then((reply) => {
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
    // A person may always leave; the end of their connection may be the very next message.
    if (name !== 'session:leave' && !(await holds())) return fail('not-signed-in', NO_ACCESS);
    const permitted = permit(name, caller);
    return permitted.ok ? answers[name](input.value) : permitted;
  }
}

export function isAcknowledgement(ack: unknown): ack is (reply: Reply<unknown>) => void {
  return typeof ack === 'function';
}
