import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import type { FactType } from '#shared/protocol/facts.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { REVEALS_CODES } from '#shared/session/visibility.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import {
  ADA,
  aRunningSession,
  aSessionRecord,
  connect,
  MARIA,
  NOOR,
  startSocketServer,
  type TestClient,
  type TestServer,
} from './testing/startSocketServer.ts';

const startCoding = () => ({ windowId: randomUUID(), kind: 'pdi', caregiverId: MARIA });

/** Presses keys as one tab does: in order, each with an id of its own, at the current moment. */
function tabOf(client: TestClient) {
  return {
    async code(code: string) {
      const codeId = randomUUID();
      const clock = await client.ask('clock:read', {});
      const pressedAt = clock.ok ? Math.round(clock.value.now) : 0;
      const press = { codeId, code, caregiverId: MARIA, pressedAt, heardDelayMs: 0 };
      return { codeId, reply: await client.ask('code:record', press) };
    },
    undo: (codeId: string) => client.ask('code:undo', { pressId: randomUUID(), codeId }),
    judge: (codeId: string) => client.ask('command:judge', { pressId: randomUUID(), codeId, effective: false }),
  };
}

/** Everything that a client received about codes, except its own. */
const ofOthers = (client: TestClient, own: string) =>
  client
    .heard('session:facts')
    .flatMap(({ facts }) => facts.filter(({ type, by }) => REVEALS_CODES.has(type) && by !== own));
const typesOf = (facts: readonly { readonly type: FactType }[]) => [...new Set(facts.map(({ type }) => type))];

/** Everything that a blind observer must not learn of, done by the lead coach. */
async function leadDoesEverything({ noor }: Awaited<ReturnType<typeof aRunningSession>>) {
  const lead = tabOf(noor);
  const windowId = randomUUID();
  await noor.ask('coding:start', { ...startCoding(), windowId });
  const { codeId } = await lead.code('DC');
  await lead.judge(codeId);
  const { codeId: undone } = await lead.code('LP');
  await lead.undo(undone);
  await noor.ask('note:write', { noteId: randomUUID(), text: 'warm today' });
  await noor.ask('coding:stop', {});
  await noor.ask('window:rate', { windowId, ratings: { warmth: 'good' } });
}

/** All codes that reach a person who comes to a closed session. */
async function codesAfterwards(server: TestServer, record: SessionRecord, id: ParticipantId) {
  const client = await connect(server, record, { id, role: 'supervisor' }, false);
  const joined = await client.ask('session:join', { lastSeq: 0 });
  return joined.ok ? joined.value.facts.filter(({ type }) => type === 'code.recorded').length : joined.error.message;
}

const ALL_HIDDEN: readonly FactType[] = ['code.recorded', 'command.judged', 'code.undone', 'note.written'];

describe('coding blind', () => {
  test('[REV2] an observer who is not blind is sent everything, so the tests below do not pass just because nothing is sent', async () => {
    const server = await startSocketServer();
    const session = await aRunningSession(server);
    await leadDoesEverything(session);
    await session.ada.ask('clock:read', {});
    expect(typesOf(ofOthers(session.ada, ADA))).toEqual(expect.arrayContaining([...ALL_HIDDEN]));
  });

  test('[REV2] a blind observer is sent no code, judgment, undo, rating or note of anybody else', async () => {
    const server = await startSocketServer();
    const session = await aRunningSession(server);
    const { ada, noor } = session;
    await ada.ask('observer:blind', { blind: true });
    await leadDoesEverything(session);
    await ada.ask('clock:read', {});
    expect(ofOthers(ada, ADA)).toEqual([]);
    expect(JSON.stringify(noor.heard('session:facts'))).toContain('code.recorded');
  });

  test('[REV2] nor after a reconnect, whether from the beginning or from where they were', async () => {
    const server = await startSocketServer();
    const session = await aRunningSession(server);
    await session.ada.ask('observer:blind', { blind: true });
    session.ada.socket.disconnect();
    await leadDoesEverything(session);
    const again = await connect(server, session.record, { id: ADA, role: 'supervisor' }, false);
    for (const lastSeq of [0, 8]) {
      const joined = await again.ask('session:join', { lastSeq });
      const facts = joined.ok ? joined.value.facts : [];
      expect(facts.filter(({ type, by }) => REVEALS_CODES.has(type) && by !== ADA)).toEqual([]);
      expect(joined.ok && joined.value.upTo).toBeGreaterThan(8);
    }
  });

  test('[REV2] an observer who joins late and goes blind keeps nothing of what came before: the whole log is sent again', async () => {
    const server = await startSocketServer();
    const record = aSessionRecord();
    const session = await aRunningSession(server, record);
    await leadDoesEverything(session);
    const late = await connect(server, record, { id: 'sam' as typeof ADA, role: 'supervisor' });
    await late.ask('observer:blind', { blind: true });
    await session.noor.ask('coding:start', startCoding());
    await tabOf(session.noor).code('BD');
    await late.ask('clock:read', {});
    const whole = late.heard('session:facts').findLastIndex((notice) => notice.whole);
    const since = late.heard('session:facts').slice(whole);
    expect(whole).toBeGreaterThanOrEqual(0);
    expect(since.flatMap(({ facts }) => facts).filter(({ type }) => REVEALS_CODES.has(type))).toEqual([]);
  });

  test('[REV2] their own codes are sent to them, count for nobody else, and stay theirs after a reload', async () => {
    const server = await startSocketServer();
    const { record, noor, ada } = await aRunningSession(server);
    await ada.ask('observer:blind', { blind: true });
    await noor.ask('coding:start', startCoding());
    const { codeId } = await tabOf(ada).code('LP');
    const again = await connect(server, record, { id: ADA, role: 'supervisor' }, false);
    const joined = await again.ask('session:join', { lastSeq: 0 });
    const facts = joined.ok ? joined.value.facts : [];
    expect(facts.filter(({ type }) => type === 'code.recorded')).toMatchObject([{ by: ADA, codeId }]);
    expect((await server.rooms.stateOf(record.sessionId))?.codes).toMatchObject([{ coder: ADA, byLead: false }]);
  });

  test('[REV2] an observer who ends it is sent everything that was withheld', async () => {
    const server = await startSocketServer();
    const session = await aRunningSession(server);
    await session.ada.ask('observer:blind', { blind: true });
    await leadDoesEverything(session);
    await session.ada.ask('observer:blind', { blind: false });
    await session.ada.ask('clock:read', {});
    expect(session.ada.heard('session:facts').at(-1)).toMatchObject({ whole: true });
    expect(typesOf(ofOthers(session.ada, ADA))).toEqual(expect.arrayContaining([...ALL_HIDDEN]));
  });

  test('[REV2] nobody leads blind: a person who takes the lead sees the codes', async () => {
    const server = await startSocketServer();
    const { record, noor, ada } = await aRunningSession(server);
    await ada.ask('observer:blind', { blind: true });
    await noor.ask('lead:hand', { to: ADA });
    expect((await server.rooms.stateOf(record.sessionId))?.participants[ADA]?.blind).toBe(false);
    expect(await ada.ask('observer:blind', { blind: true })).toMatchObject({ ok: false });
  });
});

describe('an observer’s own codes of the parent', () => {
  test('[AUD5] their codes, undos and judgments never reach the lead coach, who cannot count them either', async () => {
    const server = await startSocketServer();
    const { noor, ada } = await aRunningSession(server);
    await noor.ask('coding:start', startCoding());
    await noor.ask('clock:read', {});
    const before = noor.heard('session:facts').length;
    const observer = tabOf(ada);
    const { codeId, reply } = await observer.code('DC');
    expect(reply.ok).toBe(true);
    await observer.judge(codeId);
    const { codeId: undone } = await observer.code('LP');
    await observer.undo(undone);
    await noor.ask('clock:read', {});
    expect(noor.heard('session:facts')).toHaveLength(before);
  });

  test('[AUD5] nor when the lead coach comes back and reads the log from the beginning', async () => {
    const server = await startSocketServer();
    const { record, noor, ada } = await aRunningSession(server);
    await noor.ask('coding:start', startCoding());
    await tabOf(ada).code('LP');
    const again = await connect(server, record, { id: NOOR, role: 'therapist' }, false);
    const joined = await again.ask('session:join', { lastSeq: 0 });
    expect(joined.ok && joined.value.facts.some(({ type }) => type === 'code.recorded')).toBe(false);
  });

  test('[COD2] an observer codes what the parent says; only the lead codes what the child does and the steps', async () => {
    const server = await startSocketServer();
    const { noor, ada } = await aRunningSession(server);
    await noor.ask('coding:start', startCoding());
    const observer = tabOf(ada);
    expect((await observer.code('LP')).reply.ok).toBe(true);
    expect((await observer.code('CO')).reply).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});

test('[REV1] a person who saw only the beginning of a session is shown no codes once it is closed; one who saw all of it is', async () => {
  const server = await startSocketServer();
  const { noor, ada, record } = await aRunningSession(server);
  const EVE = ParticipantId.parse('eve');
  await connect(server, record, { id: EVE, role: 'supervisor' });
  ada.socket.disconnect();
  await vi.waitFor(async () =>
    expect((await server.rooms.stateOf(record.sessionId))?.participants[ADA]?.present).toBe(false),
  );
  const lead = tabOf(noor);
  await noor.ask('coding:start', startCoding());
  await lead.code('LP');
  await noor.ask('coding:stop', {});
  await noor.ask('feedback:start', {});
  await noor.ask('session:close', {});
  expect(await codesAfterwards(server, record, ADA)).toBe(0);
  expect(await codesAfterwards(server, record, EVE)).toBe(1);
});
