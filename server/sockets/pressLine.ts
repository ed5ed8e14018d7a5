import { setImmediate as restOfTheLoop } from 'node:timers/promises';
import { z } from 'zod';
import { fail, isFinal, type Reply } from '#shared/protocol/reply.ts';

/** The id of a press, before anything else is known about it. */
const Named = z.union([
  z.object({ pressId: z.string() }).transform(({ pressId }) => pressId),
  z.object({ codeId: z.string() }).transform(({ codeId }) => codeId),
]);

/**
 * Runs one connection's presses one after the other, in the order in which they were made. If one fails and will be
 * sent again, the later ones wait for it, so that an undo is never judged before its code is in the log. Rule LOG2.
 *
 * Between two presses the event loop makes one round. The store answers without waiting, so a long line would otherwise
 * keep everybody else’s messages and pings unread until it ends.
 */
export function createPressLine() {
  let turn: Promise<unknown> = Promise.resolve();
  let awaited: string | undefined;

  return (raw: unknown, answer: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> => {
    const name = Named.safeParse(raw).data;
    const reply = turn.then(async () => {
      if (awaited !== undefined && awaited !== name) return fail('internal', 'An earlier press has to arrive first.');
      const result = await answer();
      awaited = result.ok || isFinal(result.error.code) ? undefined : name;
      return result;
    });
    turn = reply.then(() => restOfTheLoop());
    return reply;
  };
}
