import type { Retained } from '#shared/domain/retention/retentionRules.ts';
import { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import type { Db } from './db.ts';
import type { AgingRow } from './retentionRecords.ts';

/** How many rows are read at once: a few ms. */
const PAGE = 100;

type Read = Pick<Db, 'selectFrom'>;
/** `only`: of one recording or one family. */
type Page = { readonly before: string; readonly after: string | null; readonly only?: SessionId | FamilyId };
type Row = Omit<AgingRow, 'announced'> & { readonly announcedOn: string | null; readonly erasesOn: string | null };

/** One page of what is old enough, or was announced. Everything that it reads is a moment, a day or an id. Rule RET2. */
export async function listAging(db: Read, kind: Retained, page: Page) {
  const rows: readonly Row[] = kind === 'recording' ? await recordingsOf(db, page) : await recordsOf(db, page);
  const last = rows.at(-1);
  return {
    rows: rows
      .filter(({ from, erasesOn }) => from < page.before || erasesOn !== null)
      .map(({ announcedOn, erasesOn, ...row }) => ({
        ...row,
        announced: announcedOn === null || erasesOn === null ? null : { on: announcedOn, erasesOn },
      })),
    next: rows.length < PAGE || last === undefined ? null : (last.sessionId ?? last.familyId),
  };
}

/** Whether the age of a thing, and until when it is kept, are still what was read. */
export async function isAsRead(db: Read, { familyId, sessionId, from, keptUntil }: AgingRow): Promise<boolean> {
  const page = { before: from, after: null, only: sessionId ?? familyId };
  const [row] = await (sessionId === null ? recordsOf(db, page) : recordingsOf(db, page));
  return row?.from === from && row.keptUntil === keptUntil;
}

/** The age of a recording counts from the moment at which its key was made. */
async function recordingsOf(db: Read, { before, after, only }: Page): Promise<readonly Row[]> {
  return db
    .selectFrom('recordings')
    .innerJoin('coaching_sessions', 'coaching_sessions.session_id', 'recordings.session_id')
    .leftJoin('retention_announcements as announced', 'announced.session_id', 'recordings.session_id')
    .select(['coaching_sessions.family_id as familyId', 'recordings.session_id as sessionId'])
    .select(['recordings.made_at as from', 'announced_on as announcedOn', 'erases_on as erasesOn'])
    .select((build) =>
      build
        .selectFrom('retention_keeps as kept')
        .whereRef('kept.family_id', '=', 'coaching_sessions.family_id')
        .whereRef('kept.session_id', '=', 'recordings.session_id')
        .select(({ fn }) => fn.max('kept_until').as('until'))
        .as('keptUntil'),
    )
    .where('wrapped_key', 'is not', null)
    .where((build) => build.or([build('made_at', '<', before), build('announced.place', 'is not', null)]))
    .$if(after !== null, (query) => query.where('recordings.session_id', '>', SessionId.parse(after)))
    .$if(only !== undefined, (query) => query.where('recordings.session_id', '=', SessionId.parse(only)))
    .orderBy('recordings.session_id')
    .limit(PAGE)
    .execute();
}

/**
 * The age of a record counts from its last entry or session, or from the last change of its safety sheet. It is kept at
 * least as long as each of its recordings: with it, they go too.
 */
async function recordsOf(db: Read, { after, only }: Page): Promise<readonly Row[]> {
  const rows = await db
    .selectFrom('families')
    .innerJoin('family_keys', 'family_keys.family_id', 'families.family_id')
    .leftJoin('retention_announcements as announced', (join) =>
      join.onRef('announced.family_id', '=', 'families.family_id').on('announced.session_id', 'is', null),
    )
    .select(['families.family_id as familyId', 'announced_on as announcedOn', 'erases_on as erasesOn'])
    .select(['family_keys.made_at as madeAt'])
    .select((build) => [
      build
        .selectFrom('family_facts')
        .whereRef('family_facts.family_id', '=', 'families.family_id')
        .select('at')
        .orderBy('seq', 'desc')
        .limit(1)
        .as('enteredAt'),
      build
        .selectFrom('coaching_sessions')
        .whereRef('coaching_sessions.family_id', '=', 'families.family_id')
        .select(({ fn }) => fn.max('starts_at').as('at'))
        .as('sessionAt'),
      build
        .selectFrom('safety_sheets')
        .whereRef('safety_sheets.family_id', '=', 'families.family_id')
        .select('changed_at')
        .as('sheetAt'),
      build
        .selectFrom('retention_keeps as kept')
        .whereRef('kept.family_id', '=', 'families.family_id')
        .select(({ fn }) => fn.max('kept_until').as('until'))
        .as('keptUntil'),
    ])
    // The key of the one that is being erased is gone already, in the same transaction.
    .$if(only === undefined, (query) => query.where('family_keys.destroyed_at', 'is', null))
    .$if(after !== null, (query) => query.where('families.family_id', '>', FamilyId.parse(after)))
    .$if(only !== undefined, (query) => query.where('families.family_id', '=', FamilyId.parse(only)))
    .orderBy('families.family_id')
    .limit(PAGE)
    .execute();
  return rows.map(({ enteredAt, sessionAt, sheetAt, madeAt, ...row }) => {
    const moments = [enteredAt, sessionAt, sheetAt].filter((at) => at !== null);
    return { ...row, sessionId: null, from: moments.toSorted().at(-1) ?? madeAt };
  });
}
