import type { Transaction } from 'kysely';
import type { AssignedFamilies, FamilyTherapist } from '#shared/protocol/http/caseloads.ts';
import type { FamilyId, ParticipantId } from '#shared/protocol/ids.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { inSteps } from './inSteps.ts';
import { moveUnopenedSessions } from './moveUnopenedSessions.ts';
import { isNotDeactivated } from './isNotDeactivated.ts';
import type { Db } from './db.ts';
import type { CaseloadRecords } from './caseloadRecords.ts';
import type { Tables } from './schema.ts';
import { placeOf } from './sealedColumns.ts';
import { currentTherapists, leadsOf, supervisedPeople } from './tiedFamilies.ts';
import { inTransaction } from './inTransaction.ts';

/** How many families are on one page. */
const PAGE = 50;

type Read = Pick<Db, 'selectFrom'>;

export function sqlCaseloadRecords(db: Db, keys: FamilyKeys): CaseloadRecords {
  /** Names are encrypted, so families are sorted here and not by the database. */
  async function named<R extends Sealed>(rows: readonly R[]): Promise<readonly (R & { readonly name: string })[]> {
    const keysOfRows = await keys.ofAll(rows.map(({ familyId }) => familyId));
    const opened = await inSteps(rows, (row) => {
      const key = keysOfRows.get(row.familyId);
      return key && { ...row, name: knownName(key.openName(placeOf('families.name'), row.sealedName)) };
    });
    return opened.filter((row) => row !== undefined).toSorted(byName);
  }

  return {
    async findTieFacts(familyId, person) {
      const rows = await openRows(db)
        .where('family_id', '=', familyId)
        .select(['user_id as therapist', 'cover_until as coverUntil'])
        .select((build) => build('user_id', 'in', supervisedPeople(db, person)).as('isTheirs'))
        .execute();
      const members = rows.filter(({ isTheirs }) => Boolean(isTheirs)).map(({ therapist }) => therapist);
      return {
        assignments: rows.map(({ therapist, coverUntil }) => ({ therapist, coverUntil })),
        teams: members.length === 0 ? [] : [{ members, leads: [person] }],
      };
    },

    async listCaseload(therapist) {
      const rows = await openRows(db)
        .where('user_id', '=', therapist)
        .where('cover_until', 'is', null)
        .select('family_id')
        .execute();
      return rows.map(({ family_id: familyId }) => familyId);
    },

    listSupervisorsOf: async (familyId, today) =>
      db
        .selectFrom('auth_user')
        .where('role', '=', 'supervisor')
        .where(isNotDeactivated)
        .where(
          'id',
          'in',
          leadsOf(db, currentTherapists(db, today).where('family_id', '=', familyId).select('user_id').$asScalar()),
        )
        .select(['id as userId', 'name', 'email'])
        .execute(),

    listTherapistsOf: async (familyId, today) => (await therapistsOf(db, [familyId], today)).get(familyId) ?? [],

    async listAssignments({ today, after, of }) {
      const treating = currentTherapists(db, today)
        .innerJoin('auth_user', 'auth_user.id', 'family_therapists.user_id')
        .select('family_therapists.family_id');
      const families = db.selectFrom('families').select(['family_id as familyId', 'name as sealedName']);
      let wanted = families;
      if (of === 'nobody') {
        const cared = treating
          .where('cover_until', 'is', null)
          .where('auth_user.role', '=', 'therapist')
          .where(isNotDeactivated);
        wanted = wanted.where('family_id', 'not in', cared);
      } else if (of !== undefined) wanted = wanted.where('family_id', 'in', treating.where('auth_user.id', '=', of));
      const all = await named(await wanted.execute());
      const [last] = after === undefined ? [] : await named(await families.where('family_id', '=', after).execute());
      // It may have left the list since the page before.
      const rest = last === undefined ? all : all.filter((row) => byName(row, last) > 0);
      return assigned(db, rest.slice(0, PAGE + 1), today);
    },

    handOver: (families, { from, to }, { by, now }) =>
      inTransaction(db, async (transaction) => {
        const moved: FamilyId[] = [];
        for (const familyId of families) {
          const comes =
            from === null
              ? !(await treats(transaction, familyId, to))
              : await end(transaction, { familyId, userId: from, isCover: false }, by, now);
          if (!comes) continue;
          await giveBackCover(transaction, { familyId, coveredBy: to }, by, now);
          const row = { family_id: familyId, user_id: to, made_by: by, made_at: now.toISOString() };
          await transaction
            .insertInto('family_therapists')
            .values(row)
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          if (from !== null) {
            await moveUnopenedSessions(transaction, familyId, { from, to });
            await coverInstead(transaction, familyId, { from, to });
          }
          moved.push(familyId);
        }
        return moved;
      }),

    cover: (families, { from, to, until, ends }, { by, now }) =>
      inTransaction(db, async (transaction) => {
        const covered: FamilyId[] = [];
        for (const familyId of families) {
          const isTreated = await treats(transaction, familyId, from);
          if (!isTreated || (await treats(transaction, familyId, to))) continue;
          await giveBackCover(transaction, { familyId, coveredBy: to }, by, now);
          const cover = { cover_for: from, cover_until: until };
          const row = { family_id: familyId, user_id: to, ...cover, made_by: by, made_at: now.toISOString() };
          await transaction.insertInto('family_therapists').values(row).execute();
          await moveUnopenedSessions(transaction, familyId, { from, to, before: ends });
          covered.push(familyId);
        }
        return covered;
      }),

    endCover: (familyId, coveredBy, { by, now }) =>
      inTransaction(db, (transaction) => giveBackCover(transaction, { familyId, coveredBy }, by, now)),

    async listNotices(therapist, today) {
      const rows = await currentTherapists(db, today)
        .innerJoin('families', 'families.family_id', 'family_therapists.family_id')
        .leftJoin('auth_user as maker', 'maker.id', 'made_by')
        .leftJoin('auth_user as absent', 'absent.id', 'cover_for')
        .where('user_id', '=', therapist)
        .where((build) => build.or([build('cover_until', 'is not', null), build('seen_at', 'is', null)]))
        .where((build) => build.or([build('made_by', 'is', null), build('made_by', '!=', therapist)]))
        .select(['families.family_id as familyId', 'families.name as sealedName', 'cover_until as until'])
        .select(['absent.name as for', 'maker.name as by'])
        .orderBy('place', 'desc')
        .limit(PAGE)
        .execute();
      return (await named(rows)).map(({ familyId, name, by, ...row }) => ({
        familyId,
        familyName: name,
        cover: coverOf(row),
        by: by === null ? null : knownName(by),
      }));
    },

    async dismissNotices(therapist, families, now) {
      await db
        .updateTable('family_therapists')
        .set({ seen_at: now.toISOString() })
        .where('user_id', '=', therapist)
        .where('family_id', 'in', families)
        .where('seen_at', 'is', null)
        .execute();
    },
  };
}

type Sealed = { readonly familyId: FamilyId; readonly sealedName: Uint8Array };

function byName(one: Sealed & { readonly name: string }, other: Sealed & { readonly name: string }): number {
  if (one.name !== other.name) return one.name < other.name ? -1 : 1;
  return Number(one.familyId > other.familyId) - Number(one.familyId < other.familyId);
}

const openRows = (db: Read) => db.selectFrom('family_therapists').where('ended_at', 'is', null);

async function treats(db: Read, familyId: FamilyId, userId: ParticipantId): Promise<boolean> {
  const row = await openRows(db)
    .where('family_id', '=', familyId)
    .where('user_id', '=', userId)
    .where('cover_until', 'is', null)
    .select('place')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends a cover: the sessions that nobody has opened yet go back. False if there is none. */
async function giveBackCover(
  db: Transaction<Tables>,
  { familyId, coveredBy }: { familyId: FamilyId; coveredBy: ParticipantId },
  by: ParticipantId,
  now: Date,
): Promise<boolean> {
  const row = await openRows(db)
    .where('family_id', '=', familyId)
    .where('user_id', '=', coveredBy)
    .select('cover_for as absent')
    .executeTakeFirst();
  if (row?.absent == null) return false;
  await moveUnopenedSessions(db, familyId, { from: coveredBy, to: row.absent });
  return end(db, { familyId, userId: coveredBy, isCover: true }, by, now);
}

/** Who covers for a therapist of a family covers for the one who has it now. */
async function coverInstead(
  db: Transaction<Tables>,
  familyId: FamilyId,
  { from, to }: { from: ParticipantId; to: ParticipantId },
): Promise<void> {
  await db
    .updateTable('family_therapists')
    .set({ cover_for: to })
    .where('family_id', '=', familyId)
    .where('cover_for', '=', from)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends a person's assignment to a family. False if there is none. */
async function end(
  db: Transaction<Tables>,
  { familyId, userId, isCover }: { familyId: FamilyId; userId: ParticipantId; isCover: boolean },
  by: ParticipantId,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('family_therapists')
    .set({ ended_at: now.toISOString(), ended_by: by })
    .where('family_id', '=', familyId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('cover_until', isCover ? 'is not' : 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function assigned(
  db: Read,
  rows: readonly { readonly familyId: FamilyId; readonly name: string }[],
  today: string,
): Promise<AssignedFamilies> {
  const page = rows.slice(0, PAGE);
  const therapists = await therapistsOf(
    db,
    page.map(({ familyId }) => familyId),
    today,
  );
  return {
    families: page.map(({ familyId, name }) => {
      return { familyId, name, therapists: [...(therapists.get(familyId) ?? [])] };
    }),
    next: rows.length > PAGE ? (page.at(-1)?.familyId ?? null) : null,
  };
}

/** Who has each family: those who treat it first, then those who cover. */
async function therapistsOf(
  db: Read,
  families: readonly FamilyId[],
  today: string,
): Promise<ReadonlyMap<FamilyId, readonly FamilyTherapist[]>> {
  if (families.length === 0) return new Map();
  const rows = await currentTherapists(db, today)
    .innerJoin('auth_user', 'auth_user.id', 'family_therapists.user_id')
    .leftJoin('auth_user as absent', 'absent.id', 'cover_for')
    .where('family_id', 'in', families)
    .select(['family_id as familyId', 'auth_user.id as userId', 'auth_user.name', 'auth_user.role'])
    .select(['auth_user.deactivated', 'absent.name as for', 'cover_until as until'])
    .orderBy((build) => build('cover_until', 'is not', null))
    .orderBy('place')
    .execute();
  const byFamily = new Map<FamilyId, readonly FamilyTherapist[]>();
  for (const { familyId, userId, name, role, deactivated, ...row } of rows) {
    const isActive = role === 'therapist' && deactivated !== 1;
    const therapist = { userId, name: knownName(name), cover: coverOf(row), isActive };
    byFamily.set(familyId, [...(byFamily.get(familyId) ?? []), therapist]);
  }
  return byFamily;
}

function coverOf(row: { readonly for: string | null; readonly until: string | null }): FamilyTherapist['cover'] {
  return row.until === null ? null : { for: knownName(row.for ?? ''), until: row.until };
}
