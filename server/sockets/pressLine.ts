import { setImmediate as restOfTheLoop } from 'node:timers/promises';
import { z } from 'zod';
import { fail, isFinal, type Reply } from '#shared/protocol/reply.ts';

/** How a press names itself, before anything else is known about it. */
const Named = z.union([
  z.object({ pressId: z.string() }).transform(({ pressId }) => pressId),
  z.object({ codeId: z.string() }).transform(({ codeId }) => codeId),
]);

/**
 * Takes one connection's presses one after the other, in the order they were made. Behind one that failed and comes
 * again, the others wait for it: an undo is never judged before its code is in the log. Rule LOG2.
 *
 * Between two of them the event loop goes round once: the store answers without waiting, and a long line would keep
 * everybody else’s messages and pings unread until its end.
 */
export function createPressLine() {
  let turn: Promise<unknown> = Promise.resolve();
  let awaited: string | undefined;

  return (raw: unknown, answer: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> => {
    const name = Named.safeParse(raw).data;
    const reply = turn.then(async () => {
      if (awaited !== undefined && awaited !== name)
        return fail('internal', 'One that was pressed before this comes first.');
      const result = await answer();
      awaited = result.ok || isFinal(result.error.code) ? undefined : name;
      return result;
    });
    turn = reply.then(() => restOfTheLoop());
    return reply;
  };
}
