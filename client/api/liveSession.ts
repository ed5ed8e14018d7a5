import type { Handshake, NoticeOf } from '#shared/protocol/contract.ts';
import type { CaregiverId, CodeId } from '#shared/protocol/ids.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { EMPTY_SESSION } from '#shared/session/sessionState.ts';
import { isFinal, type FailureCode, type Reply } from '#shared/protocol/reply.ts';
import { type Ask, askOver, type Listen, listenOver } from './ask.ts';
import { createBackoff } from './backoff.ts';
import { createLivePresses, type Doubt } from './livePresses.ts';
import type { UnsentPress } from './outbox.ts';
import type { PressStore } from './pressStore.ts';
import { type Ending, type LiveView, NEVER_JOINED } from './liveView.ts';
import { lastOwnCode } from './shownCodes.ts';
import { openSocket, type SessionSocket } from './socket.ts';
import { whileCutOff } from './whileCutOff.ts';
import { keepMeasuring } from './keepMeasuring.ts';
import { createSessionTime } from './sessionTime.ts';

export type LiveSession = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => LiveView;
  readonly ask: Ask;
  readonly listen: Listen;
  /** Session time in ms, as this client estimates it. */
  readonly now: () => number;
  /** Codes what was just heard. Shown immediately, and sent until the server has it. */
  readonly press: (code: string, caregiverId: CaregiverId, pressedAtLocal?: number, doubt?: Doubt) => void;
  /** Records whether a command was effective. Kept and sent like a press. Rule PDI3. */
  readonly judge: (codeId: CodeId, effective: boolean) => void;
  readonly undo: (among?: readonly string[]) => void;
  /** Calls back after each (re)connection, once the session is joined again. Returns a stop function. */
  readonly onJoined: (listener: () => void) => () => void;
  /** Tells the session that this person leaves, and ends it here. */
  readonly leave: () => void;
  /** Ends the session here. Unsent presses are still sent as long as the page is open. Safe to call twice. */
  readonly close: () => void;
};

export type LiveSessionParts = {
  readonly store: PressStore;
  /** How old the sound is when it is heard here, in ms, as measured by the media layer. */
  readonly heardDelayMs: () => number;
  /** In ms. Never runs backwards, and may stop while the machine sleeps. */
  readonly localNow: () => number;
  /** In ms. People may change it. */
  readonly wallNow: () => number;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly makeId: () => string;
  /** Whether another page is shown by now, so the person has left. A page that crashes or is closed says nothing. */
  readonly isElsewhere: () => boolean;
  readonly report: (problem: string) => void;
};

type Facts = NoticeOf<'session:facts'>;

/** Endings after which unsent presses are still sent. After the others, this person may no longer write. */
const STILL_SENDS: readonly (Ending | undefined)[] = ['taken-over', 'closed', undefined];

/** How long a first join may take before the screen says that nobody answers, in ms. */
export const SLOW_AFTER_MS = 8_000;

/** Opens a live session and keeps it alive over lost connections and restarts of the server. */
export function openLiveSession(
  handshake: Handshake,
  parts: LiveSessionParts,
  connect: (handshake: Handshake) => SessionSocket = openSocket,
): LiveSession {
  const socket = connect(handshake);
  const send = askOver(socket);
  const listen = listenOver(socket, parts.report);

  const listeners = new Set<() => void>();
  const joinListeners = new Set<() => void>();
  const coming = createBackoff(parts.random);
  let view = NEVER_JOINED;
  let logged = EMPTY_SESSION;
  let heardAt = 0;
  let upTo = 0;
  let joins = 0;
  let isFollowing = false;
  /** Facts that arrived before the join was answered: the answer may contain older ones. */
  let early: Facts[] = [];
  let isMeasuring = false;
  let isLeaving = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const ask: Ask = async (name, input) => {
    const reply = await send(name, input);
    if (reply.ok || reply.error.code !== 'timeout') heardAt = time.now();
    return reply;
  };
  const time = createSessionTime({
    localNow: parts.localNow,
    wallNow: parts.wallNow,
    async readServer() {
      const reply = await ask('clock:read', {});
      return reply.ok ? reply.value.now : undefined;
    },
    onMeasured: () => presses.correct(),
  });
  const presses = createLivePresses({
    ...parts,
    handshake,
    connect,
    time,
    ask,
    maySend,
    onChange: () => show({}),
    onAnswer: answered,
  });
  const slow = setTimeout(() => show({ isSlow: true }), SLOW_AFTER_MS);
  const stopMeasuring = keepMeasuring(() => void measure());

  function show(change: Partial<LiveView>) {
    view = { ...view, ...change, ...presses.kept() };
    for (const listener of listeners) listener();
  }

  function take(news: Facts) {
    upTo = news.upTo;
    heardAt = time.now();
    const { startedAt } = logged;
    logged = foldFacts(news.facts, news.whole ? EMPTY_SESSION : logged);
    // Session time starts when the lead coach arrives: a client that was here before measures it again. Rule SES9.
    if (startedAt !== '' && logged.startedAt !== startedAt) void time.measure();
    show({ session: logged });
  }

  function showLost() {
    if (view.self === undefined) {
      show({ connection: 'connecting', trouble: undefined, quality: {} });
      return;
    }
    // If the connection was lost before and came back only briefly, the first loss counts.
    const cutOffSince = view.cutOffSince ?? Math.min(heardAt, time.now());
    const session = whileCutOff(logged, view.self.participantId, cutOffSince);
    show({ connection: 'lost', trouble: undefined, quality: {}, cutOffSince, session });
  }

  function follow(news: Facts) {
    if (!isFollowing) early.push(news);
    else if (news.upTo > upTo) take(news);
  }

  function tryLater(what: () => void) {
    clearTimeout(retry);
    retry = setTimeout(what, coming.next());
  }

  async function join() {
    const mine = (joins += 1);
    isFollowing = false;
    const reply = await time.learnFrom(
      () => ask('session:join', { lastSeq: upTo }),
      (answer) => (answer.ok ? answer.value.now : undefined),
    );
    // The connection used for this join is gone.
    if (mine !== joins) return;
    if (!reply.ok) {
      if (reply.error.code === 'not-found' || reply.error.code === 'not-allowed') end('revoked');
      else failed(reply.error.code);
      return;
    }
    coming.reset();
    clearTimeout(slow);
    const { self } = reply.value;
    presses.open(self.participantId);
    take(reply.value);
    isFollowing = true;
    early.splice(0).forEach(follow);
    show({ connection: 'live', self, isSlow: false, cutOffSince: undefined, trouble: undefined });
    presses.sendAgain();
    for (const listener of joinListeners) listener();
    await measure();
  }

  /** Every failure except a refusal is temporary: the session is joined again later. */
  function failed(code: FailureCode) {
    show({ trouble: code === 'not-saved' ? 'cannot-save' : undefined });
    tryLater(() => {
      if (socket.connected) void join();
    });
  }

  function maySend(): boolean {
    if (view.connection !== 'live') return false;
    if (time.isMeasured()) return true;
    void measure();
    return false;
  }

  async function measure() {
    if (isMeasuring) return;
    isMeasuring = true;
    await time.measure();
    isMeasuring = false;
  }

  function answered(press: UnsentPress, reply: Reply<unknown>) {
    if (reply.ok) show({ trouble: undefined });
    else if (isFinal(reply.error.code)) show({ refused: [...view.refused, { press, message: reply.error.message }] });
    else if (reply.error.code === 'not-joined') failed(reply.error.code);
    else if (reply.error.code === 'not-saved') show({ trouble: 'cannot-save' });
  }

  function end(ending: Ending) {
    show({ connection: 'over', ending });
    close();
  }

  /** Unsent presses are sent over a connection that takes nothing over. */
  function close() {
    if (isLeaving) return;
    isLeaving = true;
    stopMeasuring();
    clearTimeout(retry);
    clearTimeout(slow);
    presses.close();
    if (view.connection === 'live' && parts.isElsewhere()) void ask('session:leave', {});
    socket.disconnect();
    if (STILL_SENDS.includes(view.ending)) presses.sendLeftovers(() => show({ isSendingStopped: true }));
  }

  function leave() {
    if (view.connection === 'live') void ask('session:leave', {});
    end('left');
  }

  socket.on('connect', () => {
    clearTimeout(retry);
    early = [];
    void join();
  });
  socket.on('disconnect', (reason) => {
    joins += 1;
    // The server disconnects when it stops or an idle session sleeps; Socket.IO then does not reconnect by itself.
    if (reason === 'io server disconnect' && !isLeaving) tryLater(() => socket.connect());
    if (isLeaving) return;
    showLost();
  });
  socket.on('connect_error', (error) => {
    if (error.message === 'not-signed-in') end('not-signed-in');
    // Socket.IO does not retry a refused handshake by itself. If the server was just restarting, a retry succeeds.
    else if (!socket.active) tryLater(() => socket.connect());
  });
  listen('session:facts', follow);
  listen('session:self', (self) => {
    show({ self });
  });
  listen('session:taken-over', () => {
    end('taken-over');
  });
  listen('session:ended', ({ why }) => {
    end(why);
  });
  listen('quality:changed', ({ participantId, quality }) => {
    show({ quality: { ...view.quality, [participantId]: quality } });
  });

  socket.connect();

  return {
    ask,
    listen,
    now: time.now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    press: (code, caregiverId, local = parts.localNow(), doubt) => presses.press(code, caregiverId, local, doubt),
    judge: presses.judge,
    undo(among) {
      const codeId = lastOwnCode(view, among);
      if (codeId !== undefined) presses.undo(codeId);
    },
    onJoined(listener) {
      joinListeners.add(listener);
      return () => joinListeners.delete(listener);
    },
    leave,
    close,
  };
}
