import { expect, onTestFinished, test, vi } from 'vitest';
import { CodeId, PressId, SessionId } from '#shared/protocol/ids.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import { aFact, CAREGIVER_A, LEAD, numbered, START_CODING, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { aLeftoversServer } from './testing/aLeftoversServer.ts';
import { openingOf } from './liveView.ts';
import { openLiveSession, SLOW_AFTER_MS } from './liveSession.ts';
import { openOutbox, outboxKey } from './outbox.ts';
import { aBrowserStore } from './testing/aBrowserStore.ts';
import type { SessionSocket } from './socket.ts';

const ID = '00000000-0000-4000-9000-000000000001';
const NOOR = { participantId: LEAD, name: 'Noor', role: 'therapist', part: 'lead' };
const JOINED = ok({ now: 0, self: NOOR, facts: [], upTo: 0, whole: true });

const parts = () => ({
  store: aBrowserStore().window(),
  heardDelayMs: () => 0,
  localNow: () => 0,
  wallNow: () => 0,
  random: () => 0.5,
  makeId: () => ID,
  isElsewhere: () => false,
  report: () => undefined,
});

function aSessionAt({ connect }: Pick<ReturnType<typeof aLeftoversServer>, 'connect'>) {
  const session = openLiveSession({ as: 'staff', sessionId: SessionId.parse(ID) }, parts(), connect);
  onTestFinished(session.close);
  return session;
}

/** A session on a socket that the server has just refused because of an error of its own. */
function refusedSession() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const listeners = new Map<string, (problem: Error) => void>();
  const connect = vi.fn();
  const socket = {
    active: false,
    connect,
    disconnect: vi.fn(),
    on: (name: string, listener: (problem: Error) => void) => listeners.set(name, listener),
  };
  const session = openLiveSession({ as: 'device' }, parts(), () => socket as unknown as SessionSocket);
  connect.mockClear();
  listeners.get('connect_error')?.(new Error('internal'));
  return { session, connect };
}

test('a server that failed is asked again', () => {
  const { connect } = refusedSession();
  vi.advanceTimersByTime(1_000);
  expect(connect).toHaveBeenCalledTimes(1);
});

test('a session without an answer says so after some seconds, unless it was left', () => {
  const { session } = refusedSession();
  expect(openingOf(session.getSnapshot())).toBe('soon');
  vi.advanceTimersByTime(SLOW_AFTER_MS);
  expect(openingOf(session.getSnapshot())).toBe('unreached');
  const other = refusedSession().session;
  other.close();
  vi.advanceTimersByTime(SLOW_AFTER_MS);
  expect(openingOf(other.getSnapshot())).toBe('soon');
});

test('a session whose server cannot save a join says so at once, until the join is saved', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const server = aLeftoversServer();
  server.answerWith(fail('not-saved', 'The disk is full.'));
  const session = aSessionAt(server);
  await vi.advanceTimersByTimeAsync(0);
  expect(openingOf(session.getSnapshot())).toBe('cannotSave');
  server.answerWith(JOINED);
  await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS * 2);
  expect(session.getSnapshot()).toMatchObject({ connection: 'live', trouble: undefined, isSlow: false });
});

test('[LOG4] from the first moment of a session, the screen has the codes that were not sent before', async () => {
  const server = aLeftoversServer();
  server.answerWith(JOINED);
  const store = aBrowserStore().window();
  const sessionId = SessionId.parse(ID);
  const kept = { kind: 'code', pressId: PressId.parse(ID), codeId: CodeId.parse(ID), code: 'LP' } as const;
  openOutbox(store, outboxKey(sessionId, LEAD), () => ID).add({
    ...kept,
    caregiverId: CAREGIVER_A,
    pressedAt: 1_000,
    heardDelayMs: 0,
  });
  const session = openLiveSession({ as: 'staff', sessionId }, { ...parts(), store }, server.connect);
  onTestFinished(session.close);
  const views = [session.getSnapshot()];
  session.subscribe(() => views.push(session.getSnapshot()));
  await vi.waitFor(() => expect(session.getSnapshot().connection).toBe('live'));
  expect(views.find(({ connection }) => connection === 'live')?.unsent).toMatchObject([{ code: 'LP' }]);
});

test('a session that was left is not connected again', () => {
  const { session, connect } = refusedSession();
  session.close();
  vi.advanceTimersByTime(10_000);
  expect(connect).not.toHaveBeenCalled();
});

type Told = (...told: readonly unknown[]) => void;

/** A lead coach who codes. The test sets the time and can cut the socket. */
async function aLeadWhoCodes() {
  const log = [aFact.opened(), ...numbered([...UNTIL_CHECK_IN, START_CODING])];
  const listeners = new Map<string, Told>();
  let now = 1_000;
  let isAnswered = true;
  const self = { participantId: LEAD, name: 'Noor', role: 'therapist', part: 'lead' };
  const answers: Readonly<Record<string, () => object>> = {
    'session:join': () => ({ self, facts: log, upTo: log.length, whole: true, now }),
    'clock:read': () => ({ now }),
    'sight:report': () => ({}),
  };
  const socket = {
    active: true,
    connected: true,
    connect: () => undefined,
    disconnect: () => undefined,
    on: (name: string, listener: Told) => listeners.set(name, listener),
    timeout: () => ({
      emitWithAck: (name: string) =>
        isAnswered ? Promise.resolve({ ok: true, value: answers[name]?.() }) : Promise.reject(new Error('late')),
    }),
  };
  const session = openLiveSession(
    { as: 'staff', sessionId: '00000000-0000-4000-8000-000000000001' },
    {
      store: aBrowserStore().window(),
      heardDelayMs: () => 0,
      localNow: () => now,
      wallNow: () => now,
      random: () => 0.5,
      makeId: () => crypto.randomUUID(),
      isElsewhere: () => false,
      report: () => undefined,
    },
    () => socket as unknown as SessionSocket,
  );
  onTestFinished(session.close);
  listeners.get('connect')?.();
  await vi.waitFor(() => expect(session.getSnapshot().connection).toBe('live'));
  return {
    session,
    setNow: (next: number) => (now = next),
    stopAnswering: () => (isAnswered = false),
    cut: () => listeners.get('disconnect')?.('transport close'),
  };
}

test('[WIN4] for a lead coach who is cut off, the window’s clock stops at the server’s last answer', async () => {
  const { session, setNow, stopAnswering, cut } = await aLeadWhoCodes();
  setNow(5_000);
  await session.ask('sight:report', { pictureAgoMs: 0, soundAgoMs: 0 });
  stopAnswering();
  setNow(8_000);
  await session.ask('sight:report', { pictureAgoMs: 0, soundAgoMs: 0 });
  setNow(9_000);
  cut();
  expect(session.getSnapshot()).toMatchObject({ connection: 'lost', cutOffSince: 5_000 });
  setNow(20_000);
  cut(); // a connection that came up briefly and went unanswered
  const [window] = session.getSnapshot().session.windows;
  expect(window?.stops).toMatchObject([{ why: 'gap', from: 5_000, to: undefined }]);
  expect(session.getSnapshot().cutOffSince).toBe(5_000);
});

test('[LOG5] if the sign-in has ended by the close, sending stops and the screen is told', async () => {
  const server = aLeftoversServer();
  server.answerWith(JOINED);
  const session = aSessionAt(server);
  await vi.waitFor(() => expect(session.getSnapshot().connection).toBe('live'));
  server.answerWith(fail('not-saved', 'The disk is full.'));
  session.press('LP', CAREGIVER_A);
  expect(session.getSnapshot().isSendingStopped).toBe(false);
  server.signOut();
  session.close();
  expect(session.getSnapshot()).toMatchObject({ isSendingStopped: true, isKept: true, unsent: [{ code: 'LP' }] });
});
