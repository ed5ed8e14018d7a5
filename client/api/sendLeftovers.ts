import type { Handshake } from '#shared/protocol/contract.ts';
import { isFinal, type Reply } from '#shared/protocol/reply.ts';
import { askOver } from './ask.ts';
import { createBackoff } from './backoff.ts';
import type { Outbox, UnsentPress } from './outbox.ts';
import { createPressSender } from './pressSender.ts';
import type { SessionSocket } from './socket.ts';

export type SendLeftoversPorts = {
  readonly handshake: Handshake;
  readonly outbox: Outbox;
  readonly connect: (handshake: Handshake) => SessionSocket;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly onAnswer: (press: UnsentPress, reply: Reply<unknown>) => void;
  /** Called when nobody is signed in here anymore. Sending has stopped; unsent presses wait for the next `sendLeftovers`. */
  readonly onSignedOut: () => void;
};

/**
 * Sends what an outbox still holds over a connection that takes nothing over and receives no session data, until all of
 * it is accepted or finally refused. Returns a stop function. Rule LOG4.
 */
export function sendLeftovers({
  handshake,
  outbox,
  connect,
  random,
  onAnswer,
  onSignedOut,
}: SendLeftoversPorts): () => void {
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
      // Whatever was being sent when this stopped waits for the next time.
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
    // Another window may have sent everything meanwhile.
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
