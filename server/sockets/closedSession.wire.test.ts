import { expect, test } from 'vitest';
import { aFact, LEAD, numbered, PARENT, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { realTime } from '#server/time/time.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { aPress } from './testing/aPress.ts';
import { aSessionRecord, connect, MARIA, startSocketServer } from './testing/startSocketServer.ts';

/** A server that starts with the log of a closed session. */
async function aServerAfterTheClose() {
  const record = aSessionRecord({ lead: LEAD });
  const log = createMemoryFactLog();
  const window = { windowId: aFact.windowId(1), kind: 'cdi', caregiverId: MARIA, lengthMs: 300_000 } as const;
  const drafts: readonly FactDraft[] = [
    ...UNTIL_CHECK_IN,
    { type: 'coding.started', by: LEAD, ...window },
    { type: 'session.closed', by: LEAD },
  ];
  await log.append(record.sessionId, [aFact.opened({ sessionId: record.sessionId }), ...numbered(drafts)]);
  const server = await startSocketServer({
    log,
    time: { ...realTime, wallNow: () => Date.parse('2026-11-21T10:00:01Z') },
  });
  return { server, record, log };
}

test('a closed session can be joined, and presses made in it are sent and shown, without any media', async () => {
  const { server, record, log } = await aServerAfterTheClose();
  const noor = await connect(server, record, { id: LEAD, role: 'therapist' });
  const home = await connect(server, record, { id: PARENT, role: 'caregiver', kind: 'combined' });
  const handsIn = await connect(server, record, { id: LEAD, role: 'therapist', handsIn: true }, false);
  expect(await noor.ask('session:join', { lastSeq: 0 })).toMatchObject({ ok: true, value: { self: { part: 'lead' } } });

  expect(await handsIn.ask('code:record', aPress('LP', 6))).toMatchObject({ ok: true });
  expect((await log.read(record.sessionId)).at(-1)?.type).toBe('code.recorded');
  await expect
    .poll(() => noor.heard('session:facts').flatMap(({ facts }) => facts.map(({ type }) => type)))
    .toContain('code.recorded');

  for (const client of [noor, home]) expect(await client.ask('media:capabilities', {})).toMatchObject({ ok: false });
  expect([server.media.opened(), server.faults]).toEqual([0, []]);
});
