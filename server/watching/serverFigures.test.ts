import { expect, onTestFinished, test, vi } from 'vitest';
import type { ServerFigures } from '#shared/protocol/http/servers.ts';
import { TAKEN_EVERY_MS, watchServers } from './serverFigures.ts';

/** A server whose figures are taken when the test says so. */
function aServer(node?: Parameters<typeof watchServers>[0]['node']) {
  const state = { people: 2, isSaving: true };
  let next: (() => void) | undefined;
  let now = Date.parse('2026-03-02T09:00:00Z');
  const report = vi.fn<(error: unknown) => void>();
  const servers = watchServers({
    rooms: { figures: () => ({ sessions: { closed: 1, coding: 3 }, people: state.people, recording: 1 }) },
    media: {
      figures: async () => [{ plane: 'voice', port: 44_444, pid: 1, cpuMs: 5, memoryBytes: 10, load: 4, replaced: 1 }],
    },
    isSaving: () => state.isSaving,
    node,
    time: {
      wallNow: () => now,
      callAfter(ms, callback) {
        expect(ms).toBe(TAKEN_EVERY_MS);
        next = callback;
        return () => (next = undefined);
      },
    },
    report,
  });
  onTestFinished(servers.stop);
  const pass = () => {
    now += TAKEN_EVERY_MS;
    next?.();
  };
  return { state, servers, pass, report, isPlanned: () => next !== undefined };
}

test('the figures of the clinic’s only server are those of the last seconds, in the order of a session', async () => {
  const { state, servers, pass } = aServer();
  expect(await servers.list()).toMatchObject([
    {
      address: null,
      at: '2026-03-02T09:00:00.000Z',
      startedAt: '2026-03-02T09:00:00.000Z',
      sessions: [
        { phase: 'coding', count: 3 },
        { phase: 'closed', count: 1 },
      ],
      ...{ people: 2, recordings: 1, isSaving: true },
      media: [{ plane: 'voice', load: 4, replaced: 1 }],
    },
  ]);
  Object.assign(state, { people: 5, isSaving: false });
  expect(await servers.list()).toMatchObject([{ people: 2 }]);
  pass();
  await vi.waitFor(async () => expect(await servers.list()).toMatchObject([{ people: 5 }]));
  const [later] = await servers.list();
  expect(later).toMatchObject({ people: 5, isSaving: false, at: '2026-03-02T09:00:05.000Z' });
  expect(later?.delayMs).toBeGreaterThanOrEqual(0);
  expect(later?.memoryBytes).toBeGreaterThan(0);
});

test('a node tells its figures to the others, and lists theirs after its own', async () => {
  const told: ServerFigures[] = [];
  const { servers, pass } = aServer({
    address: 'http://10.0.0.1:3000',
    tellFigures: async (figures) => void told.push(figures),
    figuresOfOthers: async () => told.map((figures) => ({ ...figures, address: 'http://10.0.0.2:3000' })),
  });
  pass();
  await vi.waitFor(() => expect(told).toHaveLength(1));
  const seen = async () => (await servers.list()).map(({ address, isSilent }) => [address, isSilent]);
  expect(await seen()).toEqual([
    ['http://10.0.0.1:3000', false],
    ['http://10.0.0.2:3000', false],
  ]);
  told.splice(0, 1, { ...told[0]!, at: '2026-03-02T08:59:00.000Z' });
  expect((await seen())[1]).toEqual(['http://10.0.0.2:3000', true]);
});

test('a fault is reported, and the figures are taken again', async () => {
  const tellFigures = vi.fn(() => Promise.reject(new Error('The database does not answer.')));
  const { pass, report, isPlanned, servers } = aServer({
    ...{ address: 'http://10.0.0.1:3000', tellFigures, figuresOfOthers: async () => [] },
  });
  pass();
  await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(1));
  await vi.waitFor(() => expect(isPlanned()).toBe(true));
  servers.stop();
  expect(isPlanned()).toBe(false);
});
