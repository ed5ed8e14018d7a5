import { join } from 'node:path';
import { openDatabase } from '#server/storage/openDatabase.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';
import type { Earshot } from '../../earshot.ts';
import { longSession } from './longSession.ts';

/** Writes a long session of the demo's therapist, with this many codes, into the server's store. */
export async function keepLongSession(
  { dataFolder }: Pick<Earshot, 'dataFolder'>,
  codes: number,
): Promise<SessionRecord> {
  const { db, close } = openDatabase(join(dataFolder, 'earshot.sqlite'));
  try {
    const keys = keysIn(dataFolder, db);
    const records = createSqlRecords(db, keys);
    const [known] = await records.listSessions();
    if (known === undefined) throw new Error('The demo has no session.');
    const { familyId, lead, startsAt, program, programVersion } = known;
    const session = await records.makeSession({ familyId, lead, startsAt, program, programVersion, madeBy: lead });
    if (session === undefined) throw new Error('The session could not be made.');
    await createSqlFactLog(db, keys).append(session.sessionId, longSession(session, codes));
    return session;
  } finally {
    await close();
  }
}
