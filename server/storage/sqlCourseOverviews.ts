import { OVERVIEW_VERSION } from '#shared/course/courseOverview.ts';
import type { CourseOverview } from '#shared/protocol/http/families.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import type { CourseOverviews, KeptOverview } from './courseOverviews.ts';
import type { Db } from './db.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { placeOf } from './sealedColumns.ts';

/** How many families are looked up at once by whoever goes through all of them. */
const AT_ONCE = 100;
const PLACE = placeOf('course_overviews.overview');

export function createSqlCourseOverviews(db: Db, keys: FamilyKeys): CourseOverviews {
  return {
    async list(families) {
      if (families.length === 0) return new Map();
      const rows = await db.selectFrom('course_overviews').selectAll().where('family_id', 'in', families).execute();
      const keysOfRows = await keys.ofAll(rows.map(({ family_id: familyId }) => familyId));
      const kept = rows.flatMap(({ family_id: familyId, as_of: asOf, basis, overview: sealed }) => {
        const text = keysOfRows.get(familyId)?.openText(PLACE, sealed);
        if (text === undefined) return [];
        // This server wrote it, and the key proves that nobody changed it.
        const overview = JSON.parse(text) as CourseOverview;
        return [[familyId, { asOf, basis, overview }] as const];
      });
      return new Map<FamilyId, KeptOverview>(kept);
    },

    async bases(families) {
      if (families.length === 0) return new Map();
      const facts = await db
        .selectFrom('family_facts')
        .select(({ fn }) => ['family_id as familyId', fn.max('seq').as('seq')])
        .where('family_id', 'in', families)
        .groupBy('family_id')
        .execute();
      const sessions = await db
        .selectFrom('coaching_sessions')
        .innerJoin('session_models', 'session_models.session_id', 'coaching_sessions.session_id')
        .select(({ fn }) => ['family_id as familyId', fn.sum<number>('seq').as('seqs')])
        .where('family_id', 'in', families)
        .where('phase', '=', 'closed')
        .groupBy('family_id')
        .execute();
      const seqs = new Map(sessions.map(({ familyId, seqs: sum }) => [familyId, sum]));
      return new Map(
        facts.map(({ familyId, seq }) => [familyId, `${OVERVIEW_VERSION} ${seq} ${seqs.get(familyId) ?? 0}`]),
      );
    },

    async keep(familyId, { asOf, basis, overview }) {
      const key = await keys.of(familyId);
      if (key === undefined) return;
      const row = { as_of: asOf, basis, overview: key.seal(PLACE, JSON.stringify(overview)) };
      await db
        .insertInto('course_overviews')
        .values({ family_id: familyId, ...row })
        .onConflict((conflict) => conflict.column('family_id').doUpdateSet(row))
        .execute();
    },

    async notOf(day, after) {
      const rows = await db
        .selectFrom('families')
        .leftJoin('course_overviews', 'course_overviews.family_id', 'families.family_id')
        .select('families.family_id as familyId')
        .where((build) => build.or([build('as_of', 'is', null), build('as_of', '<>', day)]))
        .$if(after !== undefined, (query) => query.where('families.family_id', '>', after ?? null))
        .orderBy('families.family_id')
        .limit(AT_ONCE)
        .execute();
      return rows.map(({ familyId }) => familyId);
    },
  };
}
