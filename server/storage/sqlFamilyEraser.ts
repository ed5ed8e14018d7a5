import { setImmediate as restOfTheLoop } from 'node:timers/promises';
import { sql } from 'kysely';
import type { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import { wipeFormerRows } from './wipeFormerRows.ts';
import type { Decided, FamilyEraser, HalfErased } from './familyEraser.ts';
import type { FamilyKeys } from './familyKeys.ts';
import type { Db } from './db.ts';
import { appendAudit } from './sqlAuditLog.ts';
import { countFamily, isHeld } from './sqlErasureRecords.ts';
import { isStillDue } from './sqlRetentionRecords.ts';
import { inTransaction } from './inTransaction.ts';

/** How many rows one step deletes: a few ms. */
const AT_ONCE = 200;

type Writes = Pick<Db, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'>;

/** Stops the transaction, so that the key stays. */
class NotToBeErased extends Error {}

/** `keys` are those of the running server: they are forgotten with the rows. */
export function createSqlFamilyEraser(db: Db, keys: Pick<FamilyKeys, 'destroy'>): FamilyEraser {
  return {
    async begin(familyId, { by, now }) {
      let sessions: readonly SessionId[] = [];
      try {
        await keys.destroy(familyId, now, async (transaction) => {
          if (await isHeld(transaction, familyId)) throw new NotToBeErased();
          if (!(await noteErasure(transaction, familyId, { by, now }))) throw new NotToBeErased();
          sessions = await sessionsOf(transaction, familyId);
          await dropKeysOfRecordings(transaction, familyId, now);
          await deleteWaysIn(transaction, familyId);
          const about = { familyId, sessionId: null, subjectId: null };
          const done = { at: now.toISOString(), what: 'family.erased', outcome: 'done' } as const;
          const actorId = by.actor === 'admin' ? by.id : null;
          await appendAudit(transaction, [{ ...done, actor: by.actor, actorId, ...about }]);
        });
      } catch (error) {
        if (error instanceof NotToBeErased) return undefined;
        throw error;
      }
      return { familyId, sessions };
    },

    async beginRecording(recording, { today, now }) {
      const { familyId, sessionId } = recording;
      const isDone = await inTransaction(db, async (transaction) => {
        if (await isHeld(transaction, familyId)) return false;
        if (!(await isStillDue(transaction, recording, today))) return false;
        const { numUpdatedRows } = await transaction
          .updateTable('recordings')
          .set({ wrapped_key: null, destroyed_at: now.toISOString() })
          .where('session_id', '=', sessionId)
          .where('destroyed_at', 'is', null)
          .executeTakeFirst();
        await transaction.deleteFrom('retention_announcements').where('session_id', '=', sessionId).execute();
        if (numUpdatedRows !== 1n) return false;
        const about = { familyId, sessionId, subjectId: null, actor: 'server', actorId: null } as const;
        const done = { at: now.toISOString(), what: 'recording.erased', outcome: 'done' } as const;
        await appendAudit(transaction, [{ ...done, ...about }]);
        return true;
      });
      // The write-ahead log still contains the old page.
      if (isDone) await wipeFormerRows(db);
      return isDone;
    },

    finish: (familyId, now) => removeErasedRows(db, familyId, now),
    unfinished: () => halfErased(db),
  };
}

/** Notes who decided, and how much there was. False if nobody did. Rules ERA1, RET6. */
async function noteErasure(db: Writes, familyId: FamilyId, { by, now }: Decided): Promise<boolean> {
  const begun = { begun_at: now.toISOString(), counts: JSON.stringify(await countFamily(db, familyId)) };
  if (by.actor === 'admin') {
    const { numUpdatedRows } = await db
      .updateTable('erasures')
      .set({ confirmed_by: by.id, ...begun })
      .where('family_id', '=', familyId)
      .where('begun_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
  if (!(await isStillDue(db, by.asRead, by.today))) return false;
  // A person may have asked for it as well: the rule came first.
  const decided = { reason: 'time-over', asked_by: by.ruleBy, asked_at: now.toISOString(), ...begun } as const;
  await db
    .insertInto('erasures')
    .values({ family_id: familyId, ...decided })
    .onConflict((conflict) => conflict.column('family_id').doUpdateSet(decided))
    .execute();
  return true;
}

const OF_A_SESSION = [
  'session_facts',
  'session_fact_pages',
  'session_states',
  'session_models',
  'coder_comparisons',
  'session_leases',
  'recordings',
] as const;

/** In an order in which no row refers to one that is gone. */
const OF_A_FAMILY = [
  'family_facts',
  'course_overviews',
  'coaching_sessions',
  'family_keys',
  'legal_holds',
  'families',
] as const;

/** Removes every row of a family whose key is gone, in small steps. Safe to call twice. */
export async function removeErasedRows(db: Db, familyId: FamilyId, now: Date): Promise<void> {
  await deleteInSteps(db, 'session_facts', 'session_id', sql`session_id in ${sessionIds(familyId)}`);
  await deleteInSteps(db, 'family_facts', 'family_id', sql`family_id = ${familyId}`);
  await inTransaction(db, async (transaction) => {
    await dropKeysOfRecordings(transaction, familyId, now);
    await deleteWaysIn(transaction, familyId);
    for (const table of OF_A_SESSION) {
      await sql`delete from ${sql.table(table)} where session_id in ${sessionIds(familyId)}`.execute(transaction);
    }
    await sql`delete from jobs where key in ${sessionIds(familyId)}`.execute(transaction);
    for (const table of OF_A_FAMILY) {
      await transaction.deleteFrom(table).where('family_id', '=', familyId).execute();
    }
    await transaction
      .updateTable('erasures')
      .set({ finished_at: now.toISOString() })
      .where('family_id', '=', familyId)
      .where('finished_at', 'is', null)
      .execute();
  });
  await wipeFormerRows(db);
}

/** The families whose key is gone and whose rows are not. */
export async function halfErased(db: Pick<Db, 'selectFrom'>): Promise<readonly HalfErased[]> {
  const rows = await db
    .selectFrom('family_keys')
    .select('family_id as familyId')
    .where('destroyed_at', 'is not', null)
    .execute();
  const left: HalfErased[] = [];
  for (const { familyId } of rows) left.push({ familyId, sessions: await sessionsOf(db, familyId) });
  return left;
}

const sessionIds = (familyId: FamilyId) =>
  sql`(select session_id from coaching_sessions where family_id = ${familyId})`;

async function sessionsOf(db: Pick<Db, 'selectFrom'>, familyId: FamilyId): Promise<readonly SessionId[]> {
  const rows = await db
    .selectFrom('coaching_sessions')
    .select('session_id')
    .where('family_id', '=', familyId)
    .execute();
  return rows.map(({ session_id: sessionId }) => sessionId);
}

/** The sessions are remembered by their ids alone, so that their files are removed everywhere. */
async function dropKeysOfRecordings(db: Writes, familyId: FamilyId, now: Date): Promise<void> {
  const ofFamily = db.selectFrom('coaching_sessions').select('session_id').where('family_id', '=', familyId);
  await db
    .insertInto('erased_sessions')
    .columns(['session_id'])
    .expression(ofFamily)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .updateTable('recordings')
    .set({ wrapped_key: null, destroyed_at: now.toISOString() })
    .where('session_id', 'in', ofFamily)
    .where('destroyed_at', 'is', null)
    .execute();
}

/** What lets anybody to the family or says who they are. Caregivers last: links and devices refer to them. */
async function deleteWaysIn(db: Writes, familyId: FamilyId): Promise<void> {
  const ofFamily = db.selectFrom('coaching_sessions').select('session_id').where('family_id', '=', familyId);
  for (const table of ['join_links', 'devices'] as const) {
    await db.deleteFrom(table).where('session_id', 'in', ofFamily).execute();
  }
  await db.deleteFrom('diary_browsers').where('family_id', '=', familyId).execute();
  await db.deleteFrom('caregiver_passkeys').where('family_id', '=', familyId).execute();
  await db.deleteFrom('diary_links').where('family_id', '=', familyId).execute();
  await db.deleteFrom('retention_announcements').where('family_id', '=', familyId).execute();
  await db.deleteFrom('retention_keeps').where('family_id', '=', familyId).execute();
  await db.deleteFrom('safety_sheets').where('family_id', '=', familyId).execute();
  await db.deleteFrom('family_therapists').where('family_id', '=', familyId).execute();
  await db.deleteFrom('caregivers').where('family_id', '=', familyId).execute();
}

/** Between the steps, live sessions have their turn. */
async function deleteInSteps(
  db: Db,
  table: 'session_facts' | 'family_facts',
  owner: 'session_id' | 'family_id',
  which: ReturnType<typeof sql>,
): Promise<void> {
  for (let deleted = AT_ONCE; deleted >= AT_ONCE;) {
    const key = sql`${sql.ref(owner)}, seq`;
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)}
      where (${key}) in (select ${key} from ${sql.table(table)} where ${which} limit ${AT_ONCE})
    `.execute(db);
    deleted = Number(numAffectedRows ?? 0n);
    await restOfTheLoop();
  }
}
