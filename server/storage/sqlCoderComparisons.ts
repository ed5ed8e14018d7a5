import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { SessionId } from '#shared/protocol/ids.ts';
import { knownName } from '#shared/protocol/names.ts';
import { type ComparedWindow, IMPORTED } from '#shared/session/model/sessionModel.ts';
import type { FamilyKey } from '#server/keys/familyKey.ts';
import type { CoderComparisons } from './coderComparisons.ts';
import type { Db } from './db.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { placeOf } from './sealedColumns.ts';
import { type SeenBy, tiedFamilies } from './tiedFamilies.ts';

/** How many coders, and how many comparisons of one, are on a page. */
const CODERS = 5;
const COMPARISONS = 20;

/** What has no column of its own. */
type Sealed = Pick<ComparedWindow, 'name' | 'of'>;

export function createSqlCoderComparisons(db: Db, keys: FamilyKeys): CoderComparisons {
  const visible = (seenBy: SeenBy) =>
    db
      .selectFrom('coder_comparisons')
      .innerJoin('coaching_sessions', 'coaching_sessions.session_id', 'coder_comparisons.session_id')
      .innerJoin('families', 'families.family_id', 'coaching_sessions.family_id')
      .where('families.family_id', 'in', tiedFamilies(db, seenBy))
      // The same in both engines, and it tells capital letters from small ones.
      .where(sql<boolean>`replace(shown_to, ${` ${seenBy.person.userId} `}, '') <> shown_to`);

  function latestOf(seenBy: SeenBy, coder: string) {
    return visible(seenBy)
      .select(['families.family_id as familyId', 'families.name as sealedName'])
      .select(['coder_comparisons.session_id as sessionId', 'comparison_id as comparisonId', 'compared'])
      .where('coder_id', '=', coder)
      .orderBy('started_at', 'desc')
      .orderBy('comparison_id', 'desc');
  }
  type Row = Awaited<ReturnType<ReturnType<typeof latestOf>['execute']>>[number];

  async function opened(rows: readonly Row[]) {
    const keysOfRows = await keys.ofAll(rows.map(({ familyId }) => familyId));
    return rows.flatMap(({ familyId, sealedName, sessionId, comparisonId, compared }) => {
      const key = keysOfRows.get(familyId);
      if (key === undefined) return [];
      const place = placeOf('coder_comparisons.compared', sessionId, comparisonId);
      // This server wrote it, and the key proves that nobody changed it.
      const { name, of } = JSON.parse(key.openText(place, compared)) as Sealed;
      return [{ name, of, sessionId, familyName: key.openName(placeOf('families.name'), sealedName) }];
    });
  }

  return {
    async pageCoders(seenBy, { only, after }) {
      const rows = await visible(seenBy)
        .select(({ fn }) => ['coder_id as coderId', fn.max('started_at').as('last')])
        .$if(only !== undefined, (query) => query.where('coder_id', '=', only ?? ''))
        .groupBy('coder_id')
        .orderBy('last', 'desc')
        .orderBy('coder_id')
        .execute();
      const coders = rows.map(({ coderId }) => coderId);
      const from = after === undefined ? 0 : coders.indexOf(after) + 1;
      const page = after !== undefined && from === 0 ? [] : coders.slice(from, from + CODERS);
      const named = [];
      for (const coderId of page) {
        const [latest] = await opened(await latestOf(seenBy, coderId).limit(1).execute());
        if (latest !== undefined) named.push({ coderId, name: knownName(latest.name) });
      }
      return { found: named, next: from + page.length < coders.length ? (page.at(-1) ?? null) : null };
    },

    async pageComparisons(seenBy, { coderId, after }) {
      const last = sql`(select started_at, comparison_id from coder_comparisons where comparison_id = ${after} limit 1)`;
      const rows = await latestOf(seenBy, coderId)
        .$if(after !== undefined, (query) => query.where(sql<boolean>`(started_at, comparison_id) < ${last}`))
        .limit(COMPARISONS + 1)
        .execute();
      const page = rows.slice(0, COMPARISONS);
      const found = (await opened(page)).map(({ of, sessionId, familyName }) => ({ ...of, sessionId, familyName }));
      return { found, next: rows.length > COMPARISONS ? (page.at(-1)?.comparisonId ?? null) : null };
    },
  };
}

/** Writes who was compared in a closed session, in the transaction of the facts that it follows from. */
export async function writeComparisons(
  db: Pick<Db, 'insertInto' | 'deleteFrom'>,
  key: FamilyKey,
  sessionId: SessionId,
  compared: readonly ComparedWindow[],
): Promise<void> {
  await db.deleteFrom('coder_comparisons').where('session_id', '=', sessionId).execute();
  const rows = compared.map(({ coderId, name, of, shownTo }) => {
    const sealed: Sealed = { name, of };
    return {
      session_id: sessionId,
      comparison_id: of.id,
      coder_id: idOf(coderId),
      started_at: of.startedAt,
      shown_to: ` ${shownTo.join(' ')} `,
      compared: key.seal(placeOf('coder_comparisons.compared', sessionId, of.id), JSON.stringify(sealed)),
    };
  });
  if (rows.length > 0) await db.insertInto('coder_comparisons').values(rows).execute();
}

/** The id of an imported coder is their name, which no column shows. */
function idOf(coderId: string): string {
  if (!coderId.startsWith(IMPORTED)) return coderId;
  return `${IMPORTED}${createHash('sha256').update(coderId).digest('hex')}`;
}
