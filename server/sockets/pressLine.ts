import { setImmediate as restOfTheLoop } from 'node:timers/promises';
import { z } from 'zod';
import { fail, isFinal, type Reply } from '#shared/protocol/reply.ts';

/** The id of a press, before anything else is known about it. */
const Named = z.union([
  z.object({ pressId: z.string() }).transform(({ pressId }) => pressId),
  z.object({ codeId: z.string() }).transform(({ codeId }) => codeId),
]);

/**
 * Runs one connection's presses in the order in which they were made. If one fails and will be sent again, later ones
 * wait, so that an undo is never judged before its code is in the log. Rule LOG2. The event loop makes one round
 * between two presses: the store answers at once, so a long line would keep others' messages and pings unread.
 */
export function createPressLine() {
  let turn: Promise<unknown> = Promise.resolve();
  let awaited: string | undefined;

  return (raw: unknown, answer: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> => {
    const name = Named.safeParse(raw).data;
    const reply = turn.then(async () => {
      if (awaited !== undefined && awaited !== name)
        return fail('out-of-turn', 'An earlier key press has to arrive first.');
      const result = await answer();
      awaited = result.ok || isFinal(result.error.code) ? undefined : name;
      return result;
    });
    turn = reply.then(() => restOfTheLoop());
    return reply;
  };
}
