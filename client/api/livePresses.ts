import type { Handshake } from '#shared/protocol/contract.ts';
import { CodeId, type CaregiverId, type ParticipantId, PressId, SessionId } from '#shared/protocol/ids.ts';
import type { Reply } from '#shared/protocol/reply.ts';
import type { CandidateMode } from '#shared/domain/scoring/resolveCandidates.ts';
import type { Ask } from './ask.ts';
import { type NewPress, openOutbox, type Outbox, outboxKey, type UnsentPress } from './outbox.ts';
import { createPressSender, type PressSender } from './pressSender.ts';
import { createPressStamps } from './pressStamps.ts';
import type { PressStore } from './pressStore.ts';
import { sendLeftovers } from './sendLeftovers.ts';
import type { SessionTime } from './sessionTime.ts';
import type { SessionSocket } from './socket.ts';

/** Two codes that a coder heard in one utterance; `mode`: it has both, or is one of them. Rules COD3, COD4. */
export type Doubt = { readonly candidates: readonly string[]; readonly mode: CandidateMode };

/** What one person presses in a live session: given its time, kept in the browser, and sent until the server has it. */
type LivePresses = {
  /** Finds what was left unsent before. Call when it is known who presses, before any press. Safe to call again. */
  readonly open: (participantId: ParticipantId) => void;
  /** Call after each join: sends what waits over the new connection. */
  readonly sendAgain: () => void;
  /** `pressedAtLocal` is in ms of the local clock. */
  readonly press: (code: string, caregiverId: CaregiverId, pressedAtLocal: number, doubt?: Doubt) => void;
  readonly judge: (codeId: CodeId, effective: boolean) => void;
  readonly undo: (codeId: CodeId) => void;
  /** Call when the clock was measured: presses whose time was unsure are corrected. */
  readonly correct: () => void;
  readonly kept: () => { readonly unsent: readonly UnsentPress[]; readonly isKept: boolean };
  readonly close: () => void;
  /** After `close`: sends what is left over a connection that takes nothing over. */
  readonly sendLeftovers: (onSignedOut: () => void) => void;
};

type LivePressesParts = {
  readonly handshake: Handshake;
  readonly connect: (handshake: Handshake) => SessionSocket;
  readonly store: PressStore;
  readonly time: SessionTime;
  readonly heardDelayMs: () => number;
  readonly localNow: () => number;
  readonly random: () => number;
  readonly makeId: () => string;
  readonly ask: Ask;
  readonly maySend: () => boolean;
  readonly onChange: () => void;
  readonly onAnswer: (press: UnsentPress, reply: Reply<unknown>) => void;
};

export function createLivePresses(parts: LivePressesParts): LivePresses {
  const { handshake, connect, random, onAnswer } = parts;
  const stamps = createPressStamps(parts.time, parts.heardDelayMs);
  let outbox: Outbox | undefined;
  let sender: PressSender | undefined;
  let stopWatching: () => void = () => undefined;

  function changed() {
    parts.onChange();
    sender?.sendAll();
  }

  function add(press: NewPress) {
    outbox?.add(press);
    changed();
  }

  function madeNow() {
    const pressId = PressId.parse(parts.makeId());
    return { pressId, pressedAt: stamps.moment(pressId, parts.localNow()) };
  }

  return {
    open(participantId) {
      if (outbox) return;
      const place = handshake.as === 'staff' ? SessionId.parse(handshake.sessionId) : 'device';
      outbox = openOutbox(parts.store, outboxKey(place, participantId), parts.makeId);
      sender = createPressSender({ ...parts, outbox });
      stopWatching = outbox.onOthers(changed);
    },
    sendAgain: () => sender?.restart(),
    press(code, caregiverId, local, doubt) {
      const codeId = CodeId.parse(parts.makeId());
      const pressId = PressId.parse(codeId);
      const seen = doubt && { candidates: [...doubt.candidates], mode: doubt.mode };
      add({ kind: 'code', pressId, codeId, code, caregiverId, ...stamps.stamp(pressId, local), ...seen });
    },
    judge: (codeId, effective) => add({ kind: 'judge', ...madeNow(), codeId, effective }),
    undo: (codeId) => add({ kind: 'undo', ...madeNow(), codeId }),
    correct() {
      for (const { pressId, pressedAt } of stamps.corrected()) outbox?.restamp(pressId, pressedAt);
      changed();
    },
    kept: () => ({ unsent: outbox?.unsent() ?? [], isKept: outbox?.isKept() ?? true }),
    close() {
      stopWatching();
      sender?.close();
    },
    sendLeftovers(onSignedOut) {
      if (outbox) sendLeftovers({ handshake, outbox, connect, random, onAnswer, onSignedOut });
    },
  };
}
