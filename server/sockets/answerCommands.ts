import type { CommandName } from '#shared/domain/permissions.ts';
import type { OutputOf } from '#shared/protocol/contract.ts';
import { fail, type Reply } from '#shared/protocol/reply.ts';
import { notSaved, storeFaultOf } from '#server/storage/storeFault.ts';
import type { Answers } from './answers.ts';
import type { Caller } from './caller.ts';
import { admit, isCommand, isPress, type Meter } from './gate.ts';
import { createPressLine } from './pressLine.ts';

/** What a socket delivers, before anything is known about it. */
export type RawSocket = { readonly onAny: (listener: (name: string, ...rest: unknown[]) => void) => unknown };

export type Report = (error: unknown, doing: string) => void;

/** Parse, permit, answer, acknowledge. No client message can make this throw, and no error of ours reaches a client. */
export function answerCommands(
  socket: RawSocket,
  caller: Caller,
  answers: Answers,
  meter: Meter,
  report: Report,
): void {
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
    const input = admit(name, raw, caller, meter);
    return input.ok ? answers[name](input.value) : input;
  }
}

export function isAcknowledgement(ack: unknown): ack is (reply: Reply<unknown>) => void {
  return typeof ack === 'function';
}
