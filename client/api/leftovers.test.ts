import { expect, onTestFinished, test, vi } from 'vitest';
import { CodeId, ParticipantId, PressId, SessionId } from '#shared/protocol/ids.ts';
import { fail } from '#shared/protocol/reply.ts';
import { CAREGIVER_A } from '#shared/session/testing/aSession.ts';
import { aLeftoversServer } from './testing/aLeftoversServer.ts';
import { createLeftoverKeeper } from './leftovers.ts';
import { type NewPress, openOutbox, outboxKey } from './outbox.ts';
import { aBrowserStore } from './testing/aBrowserStore.ts';

const NOOR = ParticipantId.parse('noor');
const SOMEBODY_ELSE = ParticipantId.parse('eli');
const idOf = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
const MONDAY = SessionId.parse(idOf(101));
const TUESDAY = SessionId.parse(idOf(102));
const noId = () => expect.unreachable('no id is needed');

const aCode = (n: number): NewPress => ({
  kind: 'code',
  pressId: PressId.parse(idOf(n)),
  codeId: CodeId.parse(idOf(n)),
  code: 'LP',
  caregiverId: CAREGIVER_A,
  pressedAt: n * 1_000,
  heardDelayMs: 0,
});
const anUndo = (n: number, of: number): NewPress => ({
  kind: 'undo',
  pressId: PressId.parse(idOf(n)),
  codeId: CodeId.parse(idOf(of)),
});

function aBrowser() {
  const browser = aBrowserStore();
  const server = aLeftoversServer();
  const outboxOf = (sessionId: SessionId, person = NOOR) =>
    openOutbox(browser.window(), outboxKey(sessionId, person), noId);
  const keep = (sessionId: SessionId, presses: readonly NewPress[], person = NOOR) => {
    const outbox = outboxOf(sessionId, person);
    for (const press of presses) outbox.add(press);
  };
  const keeper = createLeftoverKeeper({
    participantId: NOOR,
    store: browser.window(),
    connect: server.connect,
    random: () => 0,
    makeId: noId,
  });
  onTestFinished(keeper.close);
  const sentTo = (sessionId: SessionId) => server.sent.filter((one) => one.sessionId === sessionId);
  return { server, keep, keeper, outboxOf, sentTo };
}

test('[LOG5] without unsent presses no connection is opened', () => {
  const { server, keep, keeper } = aBrowser();
  keep(MONDAY, [aCode(1)], SOMEBODY_ELSE);
  keeper.look();
  expect(server.handshakes).toEqual([]);
  expect(keeper.getSnapshot().size).toBe(0);
});

test('[LOG5] each session’s unsent presses are sent, in order, over connections that do nothing else', async () => {
  const { server, keep, keeper, outboxOf, sentTo } = aBrowser();
  keep(MONDAY, [aCode(2), aCode(1), anUndo(3, 2)]);
  keep(TUESDAY, [aCode(4)]);
  keep(TUESDAY, [aCode(5)], SOMEBODY_ELSE);
  keeper.look();
  expect(server.handshakes).toEqual([
    { as: 'staff', sessionId: MONDAY, handsIn: true },
    { as: 'staff', sessionId: TUESDAY, handsIn: true },
  ]);
  expect(keeper.getSnapshot().get(MONDAY)?.unsent).toHaveLength(3);
  await vi.waitFor(() => expect(keeper.getSnapshot().size).toBe(0));
  expect(sentTo(MONDAY)).toMatchObject([
    { name: 'code:record', input: { codeId: idOf(2), pressedAt: 2_000 } },
    { name: 'code:record', input: { codeId: idOf(1) } },
    { name: 'code:undo', input: { codeId: idOf(2) } },
  ]);
  expect(sentTo(TUESDAY)).toMatchObject([{ input: { codeId: idOf(4) } }]);
  expect(server.open.size).toBe(0);
  expect(outboxOf(MONDAY).unsent()).toEqual([]);
  expect(outboxOf(TUESDAY, SOMEBODY_ELSE).unsent()).toHaveLength(1);
});

test('[LOG5] a press refused for good is shown until somebody has read it, and is not sent again', async () => {
  const { server, keep, keeper, outboxOf } = aBrowser();
  server.answerWith(fail('not-now', 'The session is over.'));
  keep(MONDAY, [aCode(1), aCode(2)]);
  const heard = vi.fn();
  keeper.subscribe(heard);
  keeper.look();
  await vi.waitFor(() => expect(keeper.getSnapshot().get(MONDAY)?.refused).toHaveLength(2));
  expect(keeper.getSnapshot().get(MONDAY)).toMatchObject({ unsent: [], refused: [{ code: 'LP' }, { code: 'LP' }] });
  expect(heard).toHaveBeenCalled();
  keeper.look();
  expect(server.handshakes).toHaveLength(1);
  expect(outboxOf(MONDAY).unsent()).toEqual([]);
  keeper.forget(MONDAY);
  expect(keeper.getSnapshot().size).toBe(0);
});

test('[LOG4] a failing server is retried later, over one connection', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { server, keep, keeper } = aBrowser();
  server.answerWith(fail('not-saved', 'The disk is full.'));
  keep(MONDAY, [aCode(1)]);
  keeper.look();
  await vi.advanceTimersByTimeAsync(0);
  expect(keeper.getSnapshot().get(MONDAY)).toMatchObject({ unsent: [{ code: 'LP' }], refused: [] });
  server.answerWith({ ok: true, value: { seq: 7 } });
  keeper.look();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(keeper.getSnapshot().size).toBe(0);
  expect(server.handshakes).toHaveLength(1);
});

test('[LOG5] presses kept later are sent at the next look', async () => {
  const { server, keep, keeper } = aBrowser();
  keep(MONDAY, [aCode(1)]);
  keeper.look();
  await vi.waitFor(() => expect(keeper.getSnapshot().size).toBe(0));
  keep(MONDAY, [aCode(2)]);
  keeper.look();
  await vi.waitFor(() => expect(server.sent).toHaveLength(2));
});

test('[LOG4] presses of a signed-out person are kept, and sent once they sign in again', async () => {
  const { server, keep, keeper, outboxOf } = aBrowser();
  server.signOut();
  keep(MONDAY, [aCode(1)]);
  keeper.look();
  expect(outboxOf(MONDAY).unsent()).toHaveLength(1);
  expect(keeper.getSnapshot().get(MONDAY)).toMatchObject({ unsent: [{ code: 'LP' }], isSendingStopped: true });
  server.signIn();
  keeper.look();
  expect(keeper.getSnapshot().get(MONDAY)?.isSendingStopped).toBe(false);
  await vi.waitFor(() => expect(keeper.getSnapshot().size).toBe(0));
  expect(outboxOf(MONDAY).unsent()).toEqual([]);
});

test('a page that is left closes its connections and opens no new ones', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { server, keep, keeper, outboxOf } = aBrowser();
  server.answerWith(fail('not-saved', 'The disk is full.'));
  keep(MONDAY, [aCode(1)]);
  keeper.look();
  expect(server.open.size).toBe(1);
  keeper.close();
  keeper.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.open.size).toBe(0);
  expect(outboxOf(MONDAY).unsent()).toHaveLength(1);
});
