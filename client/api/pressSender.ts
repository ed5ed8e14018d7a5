import { isFinal, type Reply } from '#shared/protocol/reply.ts';
import type { Ask } from './ask.ts';
import { createBackoff } from './backoff.ts';
import type { Outbox, UnsentPress } from './outbox.ts';
import { sendPress } from './sendPress.ts';

/** How many presses wait for an answer at a time. More would delay other people's presses on the server. */
export const MAX_IN_FLIGHT = 20;
/** A server that can save again gets what waits within this time, in ms. Only one press is tried at a time until then. */
const LONGEST_WAIT_MS = 3_000;

/** Sends what is in an outbox until the server has accepted each press or refused it for good. */
export type PressSender = {
  /** Sends what is not being sent yet, oldest first, a few at a time. After a failure it pauses, and then tries one. */
  readonly sendAll: () => void;
  /** There is a new connection: whatever was being sent over the previous one is sent again. */
  readonly restart: () => void;
  readonly close: () => void;
};

type PressSenderPorts = {
  readonly outbox: Outbox;
  readonly ask: Ask;
  readonly maySend: () => boolean;
  readonly random: () => number;
  readonly onAnswer: (press: UnsentPress, reply: Reply<unknown>) => void;
};

export function createPressSender({ outbox, ask, maySend, random, onAnswer }: PressSenderPorts): PressSender {
  const backoff = createBackoff(random, LONGEST_WAIT_MS);
  let onTheirWay = new Set<string>();
  let hasFailed = false;
  let isTrying = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function send(press: UnsentPress, overThis: Set<string>): Promise<void> {
    overThis.add(press.pressId);
    const reply = await sendPress(ask, press);
    const isSettled = reply.ok || isFinal(reply.error.code);
    if (isSettled) outbox.settle(press.pressId);
    overThis.delete(press.pressId);
    if (overThis === onTheirWay) continueSending(isSettled);
    onAnswer(press, reply);
  }

  /** Nothing is sent between a failure and the next try, so that the server receives presses in order. */
  function continueSending(isSettled: boolean): void {
    if (!isSettled) hasFailed = true;
    if (!hasFailed) {
      isTrying = false;
      backoff.reset();
      sendAll();
      return;
    }
    if (onTheirWay.size > 0) return;
    clearTimeout(retry);
    retry = setTimeout(() => {
      hasFailed = false;
      isTrying = true;
      sendAll();
    }, backoff.next());
  }

  function sendAll(): void {
    if (hasFailed || !maySend()) return;
    for (const press of outbox.unsent()) {
      if (onTheirWay.size >= (isTrying ? 1 : MAX_IN_FLIGHT)) return;
      if (!onTheirWay.has(press.pressId)) void send(press, onTheirWay);
    }
  }

  return {
    sendAll,
    restart() {
      clearTimeout(retry);
      onTheirWay = new Set();
      hasFailed = false;
      isTrying = false;
      sendAll();
    },
    close: () => clearTimeout(retry),
  };
}
