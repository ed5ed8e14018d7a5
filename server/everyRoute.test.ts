import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, ACTOR_KINDS, EVERY_ACTOR } from '#shared/protocol/access/actors.ts';
import { routeCells } from '#shared/protocol/access/cells.ts';
import { isLetIn } from '#shared/protocol/access/routeAccess.ts';
import { aClinicOfActors, type ClinicOfActors } from './testing/aClinicOfActors.ts';
import { askEveryRoute, type Visit } from './testing/askEveryRoute.ts';

const OF_THE_FAMILY: readonly Actor[] = [
  ...(['combined', 'room', 'ear', 'knocking', 'closedDevice', 'neverLetIn', 'diary', 'partnersDiary'] as const),
];

/** Those who must not even learn that the family exists. */
const OUTSIDERS = EVERY_ACTOR.filter(
  (actor) => !OF_THE_FAMILY.includes(actor) && !isLetIn(actor, 'family:read') && !isLetIn(actor, 'caseloads:list'),
);

describe('every route, asked by everybody over HTTP', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  let clinic: ClinicOfActors;
  let visits: readonly Visit[] = [];

  beforeAll(async () => {
    clinic = await aClinicOfActors(folder);
    visits = await askEveryRoute(clinic);
    const { PERMISSIONS_REPORT: report } = process.env;
    if (report !== undefined) await writeFile(report, `${JSON.stringify(reportOf(visits), null, 1)}\n`);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('[PER2] [PER3] [PER4] [PER9] lets in exactly those whom the table of permissions names', () => {
    const wrong = visits.flatMap(({ actor, asked }) =>
      asked.filter((one) => one.isLetIn !== isLetIn(actor, one.name)).map((one) => ({ actor, ...one })),
    );
    expect(wrong).toEqual([]);
  });

  test('tries as many cells as docs/PERMISSIONS.md says', () => {
    expect(reportOf(visits).tried).toBe(routeCells());
    for (const { actor, asked } of visits)
      expect([actor, new Set(asked.map(({ name }) => name)).size]).toEqual([actor, routeCells([actor])]);
  });

  test('is answered without a fault, and refused for no other reason than who asks', () => {
    const odd = visits.flatMap(({ actor, asked }) =>
      asked
        // A file to import is read after it was decided who may import it.
        .filter(({ status, told }) => status >= 500 || status === 429 || (status === 400 && !told.includes('"$.')))
        .map((one) => ({ actor, ...one })),
    );
    expect(odd).toEqual([]);
  });

  test('changes nothing where it is refused', () => {
    expect(visits.filter(({ isUnchanged }) => !isUnchanged).map(({ actor }) => actor)).toEqual([]);
  });

  test('[PER9] tells no outsider anything of the family', () => {
    const { familyId, session, closed, caregiver, partner, devices } = clinic;
    const secrets = [familyId, session.sessionId, closed.sessionId, caregiver.caregiverId, partner.caregiverId];
    const words = [...secrets, devices.combined.deviceId, 'Meadowlark', 'Q.Z.'];
    const told = visits
      .filter(({ actor }) => OUTSIDERS.includes(actor))
      .flatMap(({ actor, asked }) => asked.map((one) => ({ actor, ...one })))
      .filter((one) => words.some((word) => one.told.includes(word)));
    expect(told).toEqual([]);
    expect(OUTSIDERS.length).toBeGreaterThan(15);
  });
});

/** How many cells were tried, by who came, and which were wrong. */
function reportOf(visits: readonly Visit[]) {
  const cells = visits.flatMap(({ actor, asked }) => asked.map((one) => ({ actor, ...one })));
  return {
    tried: cells.length,
    letIn: cells.filter((one) => one.isLetIn).length,
    refused: cells.filter((one) => !one.isLetIn).length,
    byKind: ACTOR_KINDS.map(({ says, actors }) => ({
      says,
      tried: cells.filter(({ actor }) => actor in actors).length,
    })),
    wrong: cells
      .filter(({ actor, name, isLetIn: was }) => was !== isLetIn(actor, name))
      .map(({ actor, name }) => ({ actor, name })),
  };
}
