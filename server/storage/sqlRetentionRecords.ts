import { sql } from 'kysely';
import { addDays, addMonths } from '#shared/domain/course/days.ts';
import {
  ANNOUNCED_DAYS,
  KEEP_EVERYTHING,
  KEPT_MONTHS,
  RETAINED,
  type Retained,
  type RetentionRules,
} from '#shared/domain/retention/retentionRules.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { isAsRead, listAging } from './agingRows.ts';
import { removeEnded } from './endedRows.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { namedFamilies } from './namedFamilies.ts';
import type { Db } from './db.ts';
import type { AgingRow, RetainedThing, RetentionRecords, StoredRule } from './retentionRecords.ts';
import { inTransaction } from './inTransaction.ts';

/** How many announcements are on one page. */
const PAGE = 50;

type Read = Pick<Db, 'selectFrom'>;

export function sqlRetentionRecords(db: Db, keys: FamilyKeys): RetentionRecords {
  return {
    readRetentionRules: async () => ({
      recording: await findRule(db, 'recording'),
      record: await findRule(db, 'record'),
    }),

    async changeRetentionRules(rules, by, now) {
      return inTransaction(db, async (transaction) => {
        let hasChanged = false;
        for (const kind of RETAINED) {
          const { period, untilAge } = ruleOf(rules, kind);
          const former = (await findRule(transaction, kind)) ?? ruleOf(KEEP_EVERYTHING, kind);
          if (former.period === period && former.untilAge === untilAge) continue;
          hasChanged = true;
          const made = { made_by: by, made_at: now.toISOString() };
          await transaction
            .insertInto('retention_rules')
            .values({ kind, period, until_age: untilAge, ...made })
            .execute();
          await transaction
            .deleteFrom('retention_announcements')
            .where('session_id', kind === 'record' ? 'is' : 'is not', null)
            .execute();
        }
        return hasChanged;
      });
    },

    listAging: (kind, page) => listAging(db, kind, page),

    async announce(things, today) {
      if (things.length === 0) return;
      const rows = things.map(({ familyId, sessionId, erasesOn }) => {
        return { family_id: familyId, session_id: sessionId, announced_on: today, erases_on: erasesOn };
      });
      await db
        .insertInto('retention_announcements')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async withdrawAnnouncements(things) {
      await inTransaction(db, async (transaction) => {
        for (const thing of things) await deleteAnnouncement(transaction, thing);
      });
    },

    async countAnnounced() {
      const { record, all } = await db
        .selectFrom('retention_announcements')
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .select(sql<number>`count(*) filter (where session_id is null)`.as('record'))
        .executeTakeFirstOrThrow();
      return { recording: all - record, record };
    },

    async listAnnounced({ kind, after }) {
      const [day = '', place = '0'] = (after ?? '').split('.');
      const rows = await selectAnnounced(db)
        .innerJoin('families', 'families.family_id', 'announced.family_id')
        .select('families.name as sealedName')
        .where((build) =>
          build.or([
            build('announced.erases_on', '>', day),
            build.and([build('announced.erases_on', '=', day), build('announced.place', '>', Number(place))]),
          ]),
        )
        .$if(kind !== undefined, (query) =>
          query.where('announced.session_id', kind === 'record' ? 'is' : 'is not', null),
        )
        .orderBy('announced.erases_on')
        .orderBy('announced.place')
        .limit(PAGE + 1)
        .execute();
      const page = await namedFamilies(keys, rows.slice(0, PAGE));
      const last = page.at(-1);
      return {
        lines: page.flatMap(({ familyName, ...line }) => (familyName === null ? [] : [{ ...line, familyName }])),
        next: rows.length > PAGE && last !== undefined ? `${last.erasesOn}.${last.place}` : null,
      };
    },

    async listAnnouncedOf(familyId) {
      const rows = await selectAnnounced(db)
        .where('announced.family_id', '=', familyId)
        .orderBy('announced.erases_on')
        .orderBy('announced.place')
        .limit(PAGE)
        .execute();
      const { total } = await db
        .selectFrom('retention_announcements')
        .where('family_id', '=', familyId)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return { announced: rows, total };
    },

    async listKept(familyId, today) {
      const rows = await db
        .selectFrom('retention_keeps as kept')
        .leftJoin('recordings', 'recordings.session_id', 'kept.session_id')
        .leftJoin('auth_user', 'auth_user.id', 'kept.kept_by')
        .select(['kept.session_id as sessionId', 'recordings.made_at as recordedAt', 'kept.reason'])
        .select(['kept.kept_until as keptUntil', 'auth_user.name as keptBy'])
        .where('kept.family_id', '=', familyId)
        .where('kept.kept_until', '>', today)
        .orderBy('kept.place', 'desc')
        .limit(PAGE)
        .execute();
      return rows.map(({ keptBy, ...row }) => ({ ...row, keptBy: keptBy === null ? null : knownName(keptBy) }));
    },

    async keepLonger(thing, { reason, by, today, now }) {
      return inTransaction(db, async (transaction) => {
        const announced = await findAnnouncement(transaction, thing);
        if (announced === undefined) return false;
        await transaction
          .insertInto('retention_keeps')
          .values({
            family_id: thing.familyId,
            session_id: thing.sessionId,
            // While something prevented the erasure, its day may have passed.
            kept_until: addMonths(announced.erases_on > today ? announced.erases_on : today, KEPT_MONTHS),
            reason,
            kept_by: by,
            kept_at: now.toISOString(),
          })
          .execute();
        await deleteAnnouncement(transaction, thing);
        return true;
      });
    },

    hasOpenCoding: (sessionId) => hasOpenCoding(db, sessionId),

    removeEnded: (kind, before) => removeEnded(db, kind, before),

    async findRetentionRun() {
      const query = db.selectFrom('retention_runs').select('on_day').orderBy('on_day', 'desc').limit(1);
      return (await query.executeTakeFirst())?.on_day;
    },

    async noteRetentionRun(today, now) {
      await db
        .insertInto('retention_runs')
        .values({ on_day: today, finished_at: now.toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}

/** How much is erased on each day, at the soonest. */
export async function countAnnouncedByDay(db: Read) {
  return db
    .selectFrom('retention_announcements')
    .select('erases_on as on')
    .select(sql<number>`count(session_id)`.as('recordings'))
    .select(sql<number>`count(*) filter (where session_id is null)`.as('records'))
    .groupBy('erases_on')
    .orderBy('erases_on')
    .execute();
}

function ruleOf({ recording, record, untilAge }: RetentionRules, kind: Retained) {
  return kind === 'record' ? { period: record, untilAge } : { period: recording, untilAge: null };
}

/** The rule in force; null if nobody set one. */
async function findRule(db: Read, kind: Retained): Promise<StoredRule | null> {
  const row = await db
    .selectFrom('retention_rules')
    .select(['period', 'until_age as untilAge', 'made_by as madeBy', 'made_at as madeAt'])
    .where('kind', '=', kind)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Whether a thing was announced 30 days before this day, for this day or an earlier one, and nothing that decides about
 * it changed since it was read. Rules RET3, RET4.
 */
export async function isStillDue(db: Read, thing: AgingRow, today: string): Promise<boolean> {
  if (!(await wasAnnounced(db, thing, today)) || !(await isAsRead(db, thing))) return false;
  return thing.sessionId === null || !(await hasOpenCoding(db, thing.sessionId));
}

async function hasOpenCoding(db: Read, sessionId: SessionId): Promise<boolean> {
  const counts = await db
    .selectFrom('session_facts')
    .where('session_id', '=', sessionId)
    .where('type', 'in', ['second-coding.started', 'second-coding.finished'])
    .select(['type', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('type')
    .execute();
  const of = (type: string) => counts.find((row) => row.type === type)?.count ?? 0;
  return of('second-coding.started') > of('second-coding.finished');
}

async function wasAnnounced(db: Read, thing: RetainedThing, today: string): Promise<boolean> {
  const row = await findAnnouncement(db, thing);
  return row !== undefined && row.erases_on <= today && row.announced_on <= addDays(today, -ANNOUNCED_DAYS);
}

function selectAnnounced(db: Read) {
  return db
    .selectFrom('retention_announcements as announced')
    .leftJoin('recordings', 'recordings.session_id', 'announced.session_id')
    .select(['announced.place', 'announced.family_id as familyId', 'announced.session_id as sessionId'])
    .select(['announced.announced_on as announcedOn', 'announced.erases_on as erasesOn'])
    .select('recordings.made_at as recordedAt');
}

async function findAnnouncement(db: Read, { familyId, sessionId }: RetainedThing) {
  return db
    .selectFrom('retention_announcements')
    .selectAll()
    .where('family_id', '=', familyId)
    .where('session_id', 'is not distinct from', sessionId)
    .executeTakeFirst();
}

async function deleteAnnouncement(db: Pick<Db, 'deleteFrom'>, { familyId, sessionId }: RetainedThing): Promise<void> {
  await db
    .deleteFrom('retention_announcements')
    .where('family_id', '=', familyId)
    .where('session_id', 'is not distinct from', sessionId)
    .execute();
}
