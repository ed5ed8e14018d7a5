import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { commands, MAX_MESSAGE_BYTES } from '#shared/protocol/contract.ts';
import { type ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { CHECK_LASTS_MS, mediaCommands } from '#shared/protocol/media.ts';
import { fail, type Reply } from '#shared/protocol/reply.ts';
import type { Watched } from '#server/auth/accessWatch.ts';
import { openLoopback } from '#server/media/loopback.ts';
import type { MediaAnswers, MediaCommandName } from '#server/media/mediaPorts.ts';
import type { MediaServer } from '#server/media/mediaServer.ts';
import { isAcknowledgement, NO_ACCESS, type RawSocket, type Report } from './answerCommands.ts';
import { type Meter, sizeOf } from './gate.ts';

export type CheckPorts = {
  readonly media: Pick<MediaServer, 'openRoom'>;
  /** Calls back after this many ms. Returns a function that cancels it. */
  readonly callAfter: (ms: number, callback: () => void) => () => void;
  readonly report: Report;
};

/** The part of a check socket that is used here. */
export type CheckSocket = RawSocket & {
  readonly emit: (name: string, notice: unknown) => unknown;
  readonly disconnect: (close: boolean) => unknown;
  readonly on: (name: 'disconnect', listener: () => void) => unknown;
};

/** The person who checks, and whether they may still attend. */
type Checker = { readonly me: ParticipantId; readonly holds: Watched['holds'] };

/**
 * Device checks before joining: each person's own picture and sound go to the media server and back to them alone, one
 * check per person at a time and for a limited time. A check opens no session and is not presence in one. Anybody who
 * may attend a session may check in advance.
 */
export function createChecks({ media, callAfter, report }: CheckPorts, meter: Meter) {
  const running = new Map<ParticipantId, () => void>();

  return function check(socket: CheckSocket, { me, holds }: Checker): void {
    running.get(me)?.();
    let isOver = false;
    const opening = media.openRoom(SessionId.parse(randomUUID()));
    const answers = opening.then((room) =>
      openLoopback(room, me, { notify: (_to, name, notice) => socket.emit(name, notice), report }),
    );
    const end = () => {
      if (isOver) return;
      isOver = true;
      cancel();
      if (running.get(me) === end) running.delete(me);
      opening.then((room) => room.close()).catch(() => undefined); // it never opened
      socket.disconnect(true);
    };
    const cancel = callAfter(CHECK_LASTS_MS, end);
    running.set(me, end);
    socket.on('disconnect', end);
    socket.onAny((name, ...rest) => {
      const ack = rest.at(-1);
      const raw = rest.length > 1 ? rest[0] : undefined;
      void answerOne(name, raw, { answers, holds, allows: () => meter.allows(me, 'media:resume'), report }).then(
        (reply) => {
          if (isAcknowledgement(ack)) ack(reply);
        },
      );
    });
  };
}

type Answering = Pick<Checker, 'holds'> & {
  readonly answers: Promise<MediaAnswers>;
  readonly allows: () => boolean;
  readonly report: Report;
};

async function answerOne(
  name: string,
  raw: unknown,
  { answers, holds, allows, report }: Answering,
): Promise<Reply<unknown>> {
  try {
    if (!isMediaCommand(name)) return fail('unknown-command', 'There is no such command.');
    if (!allows()) return fail('too-often', 'Too many requests at once. Please wait a moment.');
    if (sizeOf(raw) > MAX_MESSAGE_BYTES) return fail('too-large', 'That message is too large.');
    const parsed = commands[name].input.safeParse(raw);
    if (!parsed.success) return fail('invalid', z.prettifyError(parsed.error).slice(0, 500));
    if (!(await holds())) return fail('not-signed-in', NO_ACCESS);
    // One command's input at a time; the type of the table cannot say that each fits its name.
    const answer = (await answers)[name] as (input: unknown) => Promise<Reply<unknown>>;
    return await answer(parsed.data);
  } catch (error) {
    report(error, `checking devices: ${name}`);
    return fail('internal', 'Something went wrong on our side. Please try again.');
  }
}

function isMediaCommand(name: string): name is MediaCommandName {
  return Object.hasOwn(mediaCommands, name);
}
