import {
  commands,
  type InputOf,
  type NoticeName,
  type NoticeOf,
  notices,
  type OutputOf,
} from '#shared/protocol/contract.ts';
import type { CommandName } from '#shared/domain/permissions.ts';
import { fail, type Reply, replyOf } from '#shared/protocol/reply.ts';
import type { SessionSocket } from './socket.ts';

const REPLY_TIMEOUT_MS = 5_000;

/** Sends one command. A lost or unparseable answer is returned as a failure, like any other. */
export type Ask = <N extends CommandName>(name: N, input: InputOf<N>) => Promise<Reply<OutputOf<N>>>;

/** Listens to one kind of notice. Returns a function that stops emitter. */
export type Listen = <N extends NoticeName>(name: N, listener: (notice: NoticeOf<N>) => void) => () => void;

/** The socket's emitter without its overloads, which generic code cannot choose between. */
type Emitter = { emitWithAck: (name: string, input: unknown) => Promise<unknown> };
type NoticeEmitter = {
  on: (name: string, listener: (raw: unknown) => void) => void;
  off: (name: string, listener: (raw: unknown) => void) => void;
};

export function askOver(socket: SessionSocket): Ask {
  return async (name, input) => {
    if (!socket.connected) return fail('timeout', 'That was not done, because there was no connection. Try it again.');
    const emitter = socket.timeout(REPLY_TIMEOUT_MS) as unknown as Emitter;
    try {
      const answer = replyOf(commands[name].output).safeParse(await emitter.emitWithAck(name, input));
      if (!answer.success) return fail('internal', 'The answer could not be understood.');
      return answer.data as Reply<OutputOf<typeof name>>;
    } catch {
      // Socket.IO rejects when no answer arrives in time.
      return fail('timeout', 'The server did not answer in time. See whether it was done before you try it again.');
    }
  };
}

/** Parses each notice before anyone acts on it. What does not parse is dropped and reported. */
export function listenOver(socket: SessionSocket, report: (problem: string) => void): Listen {
  const emitter = socket as unknown as NoticeEmitter;
  return (name, listener) => {
    const parseAndTell = (raw: unknown) => {
      const notice = notices[name].safeParse(raw);
      if (notice.success) listener(notice.data as NoticeOf<typeof name>);
      else report(`A notice that does not parse: ${name}`);
    };
    emitter.on(name, parseAndTell);
    return () => {
      emitter.off(name, parseAndTell);
    };
  };
}
