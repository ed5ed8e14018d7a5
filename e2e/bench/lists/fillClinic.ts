import { sql } from 'kysely';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { engineOf } from '#server/storage/engineOf.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { longSession } from '../review/longSession.ts';

const DAY_MS = 24 * 3_600_000;
const YEARS = 10;
/** What a session has besides its codes, in facts. */
const FRAME = 24;

export type Size = { readonly families: number; readonly sessions: number; readonly factsEach: number };

/** Adds families with closed sessions of ten years to the demo's therapist, while no server runs on the database. */
export async function fillClinic(
  { place, dataFolder }: { readonly place: string; readonly dataFolder: string },
  { families, sessions, factsEach }: Size,
  say: (line: string) => void,
): Promise<void> {
  const { db, close } = openDatabase(place);
  try {
    // A power cut would only cost the time to fill it again.
    if (engineOf(db) === 'sqlite') await sql`pragma synchronous = off`.execute(db);
    const keys = keysIn(dataFolder, db);
    const [records, log] = [createSqlRecords(db, keys), createSqlFactLog(db, keys)];
    const [known] = await records.listSessions();
    if (known === undefined) throw new Error('The demo has no session.');
    const { lead, leadName, program, programVersion } = known;
    const now = Date.now();
    const made: FamilyId[] = [];
    for (let index = 0; index < families; index += 1) {
      const names = { name: `Family ${String(index).padStart(4, '0')}`, childInitials: 'T.', caregiverNames: ['Nora'] };
      made.push(
        (await records.makeFamily({ ...names, therapist: lead }, { id: lead, name: leadName }, new Date(now))).familyId,
      );
    }
    for (let index = 0; index < sessions; index += 1) {
      const familyId = made[index % made.length];
      if (familyId === undefined) throw new Error('There are no families.');
      const startsAt = new Date(now - DAY_MS - (index / sessions) * YEARS * 365 * DAY_MS);
      const session = await records.makeSession({ familyId, lead, startsAt, program, programVersion, madeBy: lead });
      if (session === undefined) throw new Error('The session could not be made.');
      await log.append(session.sessionId, longSession(session, factsEach - FRAME));
      if ((index + 1) % 1_000 === 0) say(`${index + 1} of ${sessions} sessions`);
    }
  } finally {
    await close();
  }
}
