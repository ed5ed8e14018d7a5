import type { Handshake } from '#shared/protocol/contract.ts';
import { CodeId, type CaregiverId } from '#shared/protocol/ids.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { EMPTY_SESSION } from '#shared/session/sessionState.ts';
import type { CandidateMode } from '#shared/domain/scoring/resolveCandidates.ts';
import type { ClockOffset } from '#shared/domain/sessionClock.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import { type Ask, askOver, type Hear, hearOver } from './ask.ts';
import { type KeyValueStore, openOutbox, type Outbox, type UnsentPress } from './outbox.ts';
import { type Ending, type LiveView, NEVER_JOINED } from './liveView.ts';
import { lastOwnCode } from './shownCodes.ts';
import { sendPress } from './sendPress.ts';
import { openSocket, type SessionSocket } from './socket.ts';
import { heardInOrder } from './heardInOrder.ts';
import { keepMeasuring, syncClock } from './syncClock.ts';

/** Where a coder saw two codes in one utterance: which, and whether it has both or is one of them. Rules COD3, COD4. */
export type Doubt = { readonly candidates: readonly string[]; readonly mode: CandidateMode };

export type LiveSession = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => LiveView;
  readonly ask: Ask;
  readonly hear: Hear;
  /** Session time in ms by this client's best estimate. */
  readonly now: () => number;
  /** Codes what was just heard. Shows at once, and is sent until the server has it. */
  readonly press: (code: string, caregiverId: CaregiverId, pressedAtLocal?: number, doubt?: Doubt) => void;
  /** Says whether a command was effective. Kept and sent like a press. Rule PDI3. */
  readonly judge: (codeId: CodeId, effective: boolean) => void;
  /** Takes back one's own last code that still stands, if there is one. */
  readonly undo: (among?: readonly string[]) => void;
  /** Called on every (re)connection, once the session is joined again. Returns how to stop. */
  readonly onJoined: (listener: () => void) => () => void;
  readonly close: () => void;
};

export type LiveSessionParts = {
  readonly store: KeyValueStore;
  /** How old the sound is when it is heard here, in ms. Measured by the media layer. */
  readonly heardDelayMs: () => number;
  readonly localNow: () => number;
  readonly makeId: () => string;
  readonly report: (problem: string) => void;
};

/** How soon to come back to a server that refused us for a fault of its own, in ms. */
const RETRY_MS = 1_000;

/** Opens a live session and keeps it alive over lost connections and restarts of the server. */
export function openLiveSession(
  handshake: Handshake,
  parts: LiveSessionParts,
  connect: (handshake: Handshake) => SessionSocket = openSocket,
): LiveSession {
  const socket = connect(handshake);
  const ask = askOver(socket);
  const hear = hearOver(socket, parts.report);

  const listeners = new Set<() => void>();
  const joinListeners = new Set<() => void>();
  let view = NEVER_JOINED;
  let upTo = 0;
  let lastHeardAt = 0;
  let offset: ClockOffset | undefined;
  let outbox: Outbox | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const stopMeasuring = keepMeasuring(() => void measureClock());

  function show(change: Partial<LiveView>) {
    view = { ...view, ...change, unsent: outbox?.unsent() ?? [] };
    for (const listener of listeners) listener();
  }

  function take(news: { facts: readonly Fact[]; upTo: number; whole: boolean }) {
    upTo = news.upTo;
    show({ session: foldFacts(news.facts, news.whole ? EMPTY_SESSION : view.session) });
  }

  async function join() {
    const reply = await ask('session:join', { lastSeq: upTo });
    if (!reply.ok) {
      if (reply.error.code === 'not-found' || reply.error.code === 'not-allowed') end('revoked');
      // Anything else passes: the socket is cut, so that it connects and joins again.
      else if (socket.connected) socket.disconnect().connect();
      return;
    }
    const { self, now } = reply.value;
    offset ??= { offset: now - parts.localNow(), error: Infinity };
    const place = handshake.as === 'staff' ? handshake.sessionId : 'device';
    outbox ??= openOutbox(parts.store, `earshot.outbox.${place}.${self.participantId}`, parts.makeId);
    take(reply.value);
    show({ connection: 'live', self });
    for (const press of outbox.unsent()) void send(outbox, press);
    for (const listener of joinListeners) listener();
    await measureClock();
  }

  async function measureClock() {
    offset = (await syncClock(ask, parts.localNow)) ?? offset;
  }

  async function send(box: Outbox, press: UnsentPress) {
    const reply = await sendPress(ask, box.clientId, press);
    if (reply.ok) {
      box.settle(press.clientSeq);
      show({});
    } else if (isFinal(reply.error.code)) {
      box.settle(press.clientSeq);
      show({ refused: [...view.refused, { press, message: reply.error.message }] });
    }
    // Whatever else went wrong, the press stays in the outbox and is sent on the next connection.
    else if (socket.connected) socket.disconnect().connect();
  }

  function add(press: Parameters<Outbox['add']>[0]) {
    if (outbox === undefined) return;
    const numbered = outbox.add(press);
    show({});
    if (view.connection === 'live') void send(outbox, numbered);
  }

  function end(ending: Ending) {
    show({ connection: 'over', ending });
    close();
  }

  function close() {
    stopMeasuring();
    clearTimeout(retry);
    socket.disconnect();
  }

  const now = () => parts.localNow() + (offset?.offset ?? 0);

  socket.on('connect', () => void join());
  socket.on('disconnect', (reason) => {
    if (view.connection === 'over') return;
    show({ connection: view.self ? 'lost' : 'connecting', quality: {} });
    // A server that stops, or lets an idle session sleep, says goodbye; Socket.IO then waits to be told to come back.
    if (reason === 'io server disconnect') retry = setTimeout(() => socket.connect(), RETRY_MS);
  });
  socket.on('connect_error', (error) => {
    if (error.message === 'not-signed-in') end('not-signed-in');
    // A refused handshake is not tried again by Socket.IO itself; one that met a restarting server is worth it.
    else if (!socket.active) retry = setTimeout(() => socket.connect(), RETRY_MS);
  });
  hear('session:facts', take);
  hear('session:self', (self) => {
    show({ self });
  });
  hear('session:taken-over', () => {
    end('taken-over');
  });
  hear('session:ended', ({ why }) => {
    end(why);
  });
  hear('quality:changed', ({ participantId, quality }) => {
    show({ quality: { ...view.quality, [participantId]: quality } });
  });

  socket.connect();

  return {
    ask,
    hear,
    now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    press(code, caregiverId, pressedAtLocal = parts.localNow(), doubt) {
      const codeId = CodeId.parse(parts.makeId());
      const now = Math.max(0, pressedAtLocal + (offset?.offset ?? 0));
      const { pressedAt, heardDelayMs } = heardInOrder(
        { pressedAt: now, heardDelayMs: parts.heardDelayMs() },
        lastHeardAt,
      );
      lastHeardAt = pressedAt - heardDelayMs;
      const seen = doubt && { candidates: [...doubt.candidates], mode: doubt.mode };
      add({ kind: 'code', codeId, code, caregiverId, pressedAt, heardDelayMs, ...seen });
    },
    judge: (codeId, effective) => add({ kind: 'judge', codeId, effective }),
    undo(among) {
      const codeId = lastOwnCode(view, among);
      if (codeId !== undefined) add({ kind: 'undo', codeId });
    },
    onJoined(listener) {
      joinListeners.add(listener);
      return () => joinListeners.delete(listener);
    },
    close,
  };
}

/** Failures that sending again cannot mend. */
function isFinal(code: string): boolean {
  return code === 'invalid' || code === 'not-allowed' || code === 'not-now' || code === 'not-found';
}
