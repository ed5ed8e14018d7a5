import type { Handshake } from '#shared/protocol/contract.ts';
import { isFinal, type Reply } from '#shared/protocol/reply.ts';
import { askOver } from './ask.ts';
import { createBackoff } from './backoff.ts';
import type { Outbox, UnsentPress } from './outbox.ts';
import { createPressSender } from './pressSender.ts';
import type { SessionSocket } from './socket.ts';

export type HandInPorts = {
  readonly handshake: Handshake;
  readonly outbox: Outbox;
  readonly connect: (handshake: Handshake) => SessionSocket;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly onAnswer: (press: UnsentPress, reply: Reply<unknown>) => void;
  /** Nobody is signed in here any more: it has stopped, and what is left waits for whoever looks again. */
  readonly onSignedOut: () => void;
};

/**
 * Hands in what an outbox still holds, by a connection that takes nothing over and sees nothing, until the server has all
 * of it or has refused it for good. Returns how to stop. Rule LOG4.
 */
export function handIn({ handshake, outbox, connect, random, onAnswer, onSignedOut }: HandInPorts): () => void {
  if (handshake.as !== 'staff' || outbox.unsent().length === 0) return () => undefined;
  const socket = connect({ ...handshake, handsIn: true });
  const coming = createBackoff(random);
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const sender = createPressSender({
    outbox,
    random,
    ask: askOver(socket),
    maySend: () => socket.connected,
    onAnswer(press, reply) {
      // What was on its way as this stopped waits for the next time.
      if (isStopped) return;
      onAnswer(press, reply);
      if (outbox.unsent().length === 0) stop();
      else if (!reply.ok && !isFinal(reply.error.code)) comeBack();
    },
  });

  function stop() {
    isStopped = true;
    clearTimeout(retry);
    sender.close();
    socket.disconnect();
  }

  function comeBack() {
    socket.disconnect();
    tryLater();
  }

  function tryLater() {
    clearTimeout(retry);
    retry = setTimeout(() => socket.connect(), coming.next());
  }

  socket.on('connect', () => {
    clearTimeout(retry);
    // Another window may have sent all of it meanwhile.
    if (outbox.unsent().length === 0) stop();
    else sender.restart();
  });
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') tryLater();
  });
  socket.on('connect_error', (error) => {
    if (error.message === 'not-signed-in') {
      stop();
      onSignedOut();
    } else if (!socket.active) tryLater();
  });
  socket.connect();
  return stop;
}
