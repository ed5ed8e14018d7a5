import { type Audited } from '#shared/domain/audit/audited.ts';
import { LOOKERS, type Looker, LOOKINGS_AUDITED } from '#shared/domain/audit/lookedAt.ts';
import { FamilyId } from '#shared/protocol/ids.ts';
import type { AuditLine } from '#shared/protocol/http/audit.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { AuditRecords } from './auditRecords.ts';
import type { FamilyKeys } from './familyKeys.ts';
import type { Db } from './db.ts';
import { placeOf } from './sealedColumns.ts';

const PAGE = 50;
/** More than anybody looks at one family in the time that is asked for. */
const MOST_LOOKINGS = 2_000;

export function sqlAuditRecords(db: Db, keys: FamilyKeys): AuditRecords {
  return {
    async listAudit({ before, familyId, actorId, kind }) {
      let query = selectLines(db).orderBy('audit.seq', 'desc');
      if (before !== undefined) query = query.where('audit.seq', '<', before);
      if (familyId !== undefined) query = query.where('audit.family_id', '=', familyId);
      if (actorId !== undefined) query = query.where('audit.actor_id', '=', actorId);
      if (kind !== undefined) query = query.where('audit.kind', '=', kind);
      const rows = await query.limit(PAGE + 1).execute();
      const page = rows.slice(0, PAGE);
      const next = rows.length > PAGE ? (page.at(-1)?.seq ?? null) : null;
      return { lines: await named(page, keys), next };
    },

    async listLookings(familyId, since) {
      const rows = await db
        .selectFrom('audit')
        .select(['at', 'actor', 'what'])
        .where('family_id', '=', familyId)
        .where('at', '>=', since.toISOString())
        .where('outcome', '=', 'done')
        .where('actor', 'in', LOOKERS)
        .where('what', 'in', LOOKINGS_AUDITED)
        .orderBy('seq', 'desc')
        .limit(MOST_LOOKINGS)
        .$narrowType<{ actor: Looker; what: Audited }>()
        .execute();
      return rows;
    },
  };
}

function selectLines(db: Db) {
  return db
    .selectFrom('audit')
    .leftJoin('auth_user as person', 'person.id', 'audit.actor_id')
    .leftJoin('auth_user as subject', 'subject.id', 'audit.subject_id')
    .leftJoin('families', 'families.family_id', 'audit.family_id')
    .select(['audit.seq', 'audit.at', 'audit.actor', 'audit.what', 'audit.kind'])
    .select(['person.name as actorName', 'subject.name as subjectName'])
    .select(['audit.family_id as familyId', 'families.name as sealedName']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectLines>['execute']>>[number];

/** Whoever was refused may have asked for anything. */
const Family = FamilyId.nullable().catch(null);

/** A family that was erased, or never was, has no name. */
async function named(rows: readonly Row[], keys: FamilyKeys): Promise<AuditLine[]> {
  const familyOf = ({ familyId }: Row) => Family.parse(familyId);
  const known = await keys.ofAll(rows.flatMap((row) => familyOf(row) ?? []));
  return rows.map((row) => {
    const { sealedName, actorName, subjectName, seq, at, actor, what, kind } = row;
    const familyId = familyOf(row);
    const key = familyId === null ? undefined : known.get(familyId);
    const name = sealedName === null ? undefined : key?.openName(placeOf('families.name'), sealedName);
    return {
      ...{ seq, at, actor, what, kind, familyId },
      familyName: name === undefined ? null : knownName(name),
      actorName: actorName === null ? null : knownName(actorName),
      subjectName: subjectName === null ? null : knownName(subjectName),
    };
  });
}
