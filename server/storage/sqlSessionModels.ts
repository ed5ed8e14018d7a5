import type { Phase } from '#shared/domain/phase.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { MODEL_VERSION, type SessionModel } from '#shared/session/model/sessionModel.ts';
import type { FamilyKey } from '#server/keys/familyKey.ts';
import type { Db } from './db.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { steps } from './inSteps.ts';
import { placeOf } from './sealedColumns.ts';
import { writeComparisons } from './sqlCoderComparisons.ts';
import type { SessionModels, SessionOverview } from './sessionModels.ts';
import type { SessionModelsTable } from './sessionTables.ts';

type Column = 'digest' | 'report';
type Digest = Omit<NonNullable<SessionOverview['closed']>, 'closedAt' | 'signedOffAt'>;

/** What has no column of its own. */
function digestOf({ signedOffBy, recordedMs, secondCodings, comments, fidelity, takes, openedBy }: Digest): Digest {
  return { signedOffBy, recordedMs, secondCodings, comments, fidelity, takes, openedBy };
}

export function createSqlSessionModels(db: Db, keys: FamilyKeys): SessionModels {
  /** Reads a page of rows after the other, and opens one column of each. */
  async function opened<T>(
    sessionIds: readonly SessionId[],
    column: Column,
    valueOf: (row: Row, json: unknown) => T | undefined,
  ): Promise<ReadonlyMap<SessionId, T>> {
    const values = new Map<SessionId, T>();
    for await (const some of steps(sessionIds)) {
      const rows = await selectModels(db, column).where('session_models.session_id', 'in', some).execute();
      const keysOfRows = await keys.ofAll(rows.map(({ familyId }) => familyId));
      for (const row of rows) {
        const key = keysOfRows.get(row.familyId);
        const value = key && valueOf(row, openedIn(key, column, row));
        if (value !== undefined) values.set(row.sessionId, value);
      }
    }
    return values;
  }

  const list = (sessionIds: readonly SessionId[]) => opened(sessionIds, 'digest', overviewOf);

  return {
    async phases(sessionIds) {
      const phases = new Map<SessionId, Phase>();
      for await (const some of steps(sessionIds)) {
        const query = db.selectFrom('session_models').select(['session_id', 'phase']).where('session_id', 'in', some);
        for (const row of await query.execute()) phases.set(row.session_id, row.phase);
      }
      return phases;
    },
    find: async (sessionId) => (await list([sessionId])).get(sessionId),
    list,
    listReports: (sessionIds) => opened(sessionIds, 'report', (_row, json) => json as SessionReport | undefined),
  };
}

type Row = Pick<SessionModelsTable, 'seq' | 'phase'> & {
  readonly sessionId: SessionId;
  readonly familyId: FamilyKey['familyId'];
  readonly closedAt: string | null;
  readonly signedOffAt: string | null;
  readonly sealed: Buffer | null;
};

const selectModels = (db: Pick<Db, 'selectFrom'>, column: Column) =>
  db
    .selectFrom('session_models')
    .innerJoin('coaching_sessions', 'coaching_sessions.session_id', 'session_models.session_id')
    .select(['session_models.session_id as sessionId', 'family_id as familyId', 'seq', 'phase'])
    .select(['closed_at as closedAt', 'signed_off_at as signedOffAt', `session_models.${column} as sealed`]);

/** This server wrote it, and the key proves that nobody changed it. */
function openedIn(key: FamilyKey, column: Column, { sealed, sessionId }: Row): unknown {
  if (sealed === null) return undefined;
  return JSON.parse(key.openText(placeOf(`session_models.${column}`, sessionId), sealed));
}

function overviewOf({ seq, phase, closedAt, signedOffAt }: Row, json: unknown): SessionOverview {
  const digest = json as Digest | undefined;
  return { seq, phase, closed: digest && closedAt !== null ? { ...digest, closedAt, signedOffAt } : undefined };
}

/** Writes a session's model, in the transaction of the facts that it follows from. */
export async function writeModel(
  db: Pick<Db, 'insertInto' | 'deleteFrom'>,
  key: FamilyKey,
  sessionId: SessionId,
  { seq, phase, closed }: SessionModel,
): Promise<void> {
  const seal = (column: Column, value: unknown) =>
    value === undefined ? null : key.seal(placeOf(`session_models.${column}`, sessionId), JSON.stringify(value));
  const row = {
    ...{ version: MODEL_VERSION, seq, phase },
    closed_at: closed?.closedAt ?? null,
    signed_off_at: closed?.signedOffAt ?? null,
    digest: seal('digest', closed && digestOf(closed)),
    report: seal('report', closed?.report),
  };
  await db
    .insertInto('session_models')
    .values({ session_id: sessionId, ...row })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(row))
    .execute();
  if (closed !== undefined) await writeComparisons(db, key, sessionId, closed.compared);
}
