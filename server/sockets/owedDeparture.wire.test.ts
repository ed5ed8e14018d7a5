import { expect, test } from 'vitest';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { StoreFault } from '#server/storage/storeFault.ts';
import { aRunningSession, connect, HOME, MARIA, NOOR, startSocketServer } from './testing/startSocketServer.ts';

/**
 * A running session whose store can be told to refuse, on a clock that the test moves. Nothing is retried on its own.
 */
async function aSessionOnADisk(later: (callback: () => void) => void = () => undefined) {
  const kept = createMemoryFactLog();
  const disk = { isFull: false };
  const passed = { ms: 0 };
  const server = await startSocketServer({
    log: {
      ...kept,
      append: async (...facts) => {
        if (disk.isFull) throw new StoreFault('disk-full', undefined);
        return kept.append(...facts);
      },
    },
    time: {
      wallNow: () => passed.ms,
      monotonicNow: () => passed.ms,
      callAfter: (_, callback) => (later(callback), () => undefined),
    },
  });
  const session = await aRunningSession(server);
  const stateNow = async () => (await server.rooms.stateOf(session.record.sessionId)) ?? expect.unreachable();
  return { ...session, server, disk, passed, stateNow, kept };
}

const COMES_BACK = [
  ['the lead coach', 'noor', { id: NOOR, role: 'therapist' }],
  ['the room', 'home', { id: HOME, role: 'caregiver', kind: 'combined' }],
] as const;

test('[SES8, WIN4] a person who comes back and goes again while the log cannot be written was away twice, and here in between', async () => {
  const again: (() => void)[] = [];
  const { server, record, disk, passed, stateNow, home } = await aSessionOnADisk(
    (callback) => void again.push(callback),
  );
  const who = { id: HOME, role: 'caregiver', kind: 'combined' } as const;
  passed.ms = 10_000;
  disk.isFull = true;
  home.socket.disconnect();
  await expect.poll(() => server.faults.length).toBe(1);
  disk.isFull = false;
  passed.ms = 40_000;
  const back = await connect(server, record, who);
  passed.ms = 70_000;
  const connections = server.io.of('/').sockets.size;
  back.socket.disconnect();
  await expect.poll(() => server.io.of('/').sockets.size).toBe(connections - 1);
  passed.ms = 80_000;
  for (const callback of again.splice(0)) callback();
  await expect.poll(async () => (await stateNow()).participants[HOME]?.present).toBe(false);
  expect((await stateNow()).absences.map(({ from, to }) => [from, to])).toEqual([
    [10_000, 40_000],
    [70_000, undefined],
  ]);
});

test.for(COMES_BACK)(
  '[SES8, WIN4] %s comes back before the log could say that they were gone: it then says so, with the time',
  async ([, whose, who]) => {
    const { server, record, disk, passed, stateNow, kept, ...people } = await aSessionOnADisk();
    const window = { windowId: '00000000-0000-4000-9000-0000000000aa', kind: 'cdi', caregiverId: MARIA };
    expect(await people.noor.raw('coding:start', window)).toMatchObject({ ok: true });
    passed.ms = 10_000;
    disk.isFull = true;
    people[whose].socket.disconnect();
    await expect.poll(() => server.faults.length).toBe(1);
    passed.ms = 30_000;
    // Again while the store refuses: they have been gone since the first time.
    (await connect(server, record, who)).socket.disconnect();
    passed.ms = 40_000;
    disk.isFull = false;
    await connect(server, record, who);

    const facts = (await kept.read(record.sessionId)).filter((fact) => 'participantId' in fact);
    expect(facts.slice(-2)).toMatchObject([
      { type: 'participant.left', participantId: who.id, why: 'connection', lastSeenAt: 10_000, at: 40_000 },
      { type: 'participant.joined', participantId: who.id, at: 40_000 },
    ]);
    expect((await stateNow()).absences.at(-1)).toEqual({ from: 10_000, to: 40_000, causes: ['connection'] });
    // What is written by now is not written a second time.
    await connect(server, record, who);
    expect((await kept.read(record.sessionId)).filter(({ type }) => type === 'participant.left')).toHaveLength(1);
  },
);
