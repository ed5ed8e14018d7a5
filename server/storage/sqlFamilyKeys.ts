import { createSecretKey, randomBytes } from 'node:crypto';
import type { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import { unwrapFamilyKey, wrapFamilyKey } from '#server/keys/clinicKey.ts';
import type { ClinicKeys } from '#server/keys/clinicKeys.ts';
import { createFamilyKey, type FamilyKey } from '#server/keys/familyKey.ts';
import { createRecentlyUsed } from '#server/keys/recentlyUsed.ts';
import { KEY_BYTES, Unreadable } from '#server/keys/seal.ts';
import { wipeFormerRows } from './wipeFormerRows.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { steps } from './inSteps.ts';
import type { Db } from './db.ts';
import type { FamilyKeysTable } from './familyTables.ts';
import { SEALED_TO } from './sealedColumns.ts';
import { inTransaction } from './inTransaction.ts';

/** How many are remembered. A key that is no longer remembered is unwrapped again when it is needed. */
const KEYS = 20_000;
const SESSIONS = 20_000;

/** `onUnreadable` is called once for each family that lists leave out because no key of the clinic opens its key. */
export function createSqlFamilyKeys(
  db: Db,
  clinicKeys: ClinicKeys,
  onUnreadable: (familyId: FamilyId) => void = () => undefined,
): FamilyKeys {
  const known = createRecentlyUsed<FamilyId, FamilyKey>(KEYS);
  const unreadable = new Set<FamilyId>();
  const destroyed = new Set<FamilyId>();
  const familyOf = createRecentlyUsed<SessionId, FamilyId>(SESSIONS);

  function learn(key: FamilyKey | undefined): FamilyKey | undefined {
    // Whoever began to read it before it was destroyed must not keep it.
    if (key === undefined || destroyed.has(key.familyId)) return undefined;
    known.set(key.familyId, key);
    return key;
  }

  function reportOnce({ family_id: familyId }: FamilyKeysTable) {
    if (unreadable.has(familyId)) return;
    unreadable.add(familyId);
    onUnreadable(familyId);
  }

  async function of(familyId: FamilyId, within: Pick<Db, 'selectFrom'> = db) {
    return (
      known.get(familyId) ?? (await selectKeys(within, [familyId])).map((row) => learn(unwrapRow(clinicKeys, row)))[0]
    );
  }

  return {
    of,

    async ofAll(familyIds) {
      const keys = new Map<FamilyId, FamilyKey>();
      const unknown: FamilyId[] = [];
      for (const familyId of new Set(familyIds)) {
        const key = known.get(familyId);
        if (key === undefined) unknown.push(familyId);
        else keys.set(familyId, key);
      }
      for await (const some of steps(unknown)) {
        for (const row of await selectKeys(db, some)) {
          const key = learn(tryUnwrapRow(clinicKeys, row));
          if (key !== undefined) keys.set(row.family_id, key);
          else if (row.wrapped_key !== null) reportOnce(row);
        }
      }
      return keys;
    },

    async ofSession(sessionId) {
      const familyId = familyOf.get(sessionId) ?? (await findFamilyOf(db, sessionId));
      if (familyId === undefined) return undefined;
      familyOf.set(sessionId, familyId);
      return of(familyId);
    },

    make: (familyId) => createFamilyKey(familyId, createSecretKey(randomBytes(KEY_BYTES))),

    async keep({ familyId, key }, within, now) {
      await within
        .insertInto('family_keys')
        .values({ family_id: familyId, ...wrapped(clinicKeys, familyId, key), ...madeAt(now) })
        .execute();
    },

    async destroy(familyId, now, also = () => Promise.resolve()) {
      await inTransaction(db, async (transaction) => {
        await transaction
          .updateTable('family_keys')
          .set({ wrapped_key: null, clinic_key_id: null, destroyed_at: now.toISOString() })
          .where('family_id', '=', familyId)
          .where('destroyed_at', 'is', null)
          .execute();
        await also(transaction);
      });
      destroyed.add(familyId);
      known.take(familyId)?.drop();
      // The write-ahead log still contains the old page.
      await wipeFormerRows(db);
    },
  };
}

function wrapped(clinicKeys: ClinicKeys, familyId: FamilyId, key: FamilyKey['key']) {
  const [current] = clinicKeys.all();
  return { wrapped_key: wrapFamilyKey(current, familyId, key), clinic_key_id: current.id };
}

const madeAt = (now: Date) => ({ made_at: now.toISOString(), destroyed_at: null, sealed_to: SEALED_TO });

/** Undefined if the key was destroyed. Throws `Unreadable` if no key of the clinic opens it. */
function unwrapRow(clinicKeys: ClinicKeys, row: FamilyKeysTable): FamilyKey | undefined {
  const { family_id: familyId, wrapped_key: bytes, clinic_key_id: clinicKeyId } = row;
  if (bytes === null || clinicKeyId === null) return undefined;
  const clinicKey = clinicKeys.find(clinicKeyId);
  if (clinicKey === undefined) throw new Unreadable(`the key of family ${familyId}, under clinic key ${clinicKeyId}`);
  return createFamilyKey(familyId, unwrapFamilyKey(clinicKey, familyId, bytes));
}

/** The same, but also undefined if no key of the clinic opens it. */
export function tryUnwrapRow(clinicKeys: ClinicKeys, row: FamilyKeysTable): FamilyKey | undefined {
  try {
    return unwrapRow(clinicKeys, row);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

async function selectKeys(db: Pick<Db, 'selectFrom'>, familyIds: readonly FamilyId[]) {
  return db.selectFrom('family_keys').selectAll().where('family_id', 'in', familyIds).execute();
}

async function findFamilyOf(db: Db, sessionId: SessionId) {
  const row = await db
    .selectFrom('coaching_sessions')
    .select('family_id')
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return row?.family_id;
}
