import { expect, test } from 'vitest';
import type { Role } from '#shared/domain/people.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import type { ServerLine } from '#shared/protocol/http/servers.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

const SERVER: ServerLine = {
  ...{ address: null, at: '2026-03-02T09:00:00.000Z', startedAt: '2026-03-01T09:00:00.000Z', isSilent: false },
  ...{ sessions: [{ phase: 'coding', count: 2 }], people: 5, recordings: 1, isSaving: true },
  ...{ delayMs: 3.2, memoryBytes: 200_000_000, media: [{ plane: 'voice', load: 4, replaced: 0 }] },
};

test('an admin sees how the servers do, and nobody else', async () => {
  const { ask, aPerson } = await anHttpClinic({ servers: { list: async () => [SERVER] } });
  const askedBy = async (role: Role) =>
    ask('GET', pathOf('servers:list'), undefined, { as: await aPerson(role, 'Tess Novak') });
  expect(await askedBy('admin')).toMatchObject({ status: 200, answer: { servers: [SERVER] } });
  for (const role of ['therapist', 'supervisor'] as const) expect((await askedBy(role)).status).toBe(403);
});
