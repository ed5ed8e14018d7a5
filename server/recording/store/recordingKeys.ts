import { randomBytes } from 'node:crypto';
import type { SessionId } from '#shared/protocol/ids.ts';
import { KEY_BYTES } from '#server/keys/seal.ts';
import { wipeFormerRows } from '#server/storage/wipeFormerRows.ts';
import type { FamilyKeys } from '#server/storage/familyKeys.ts';
import type { Db } from '#server/storage/db.ts';
import { placeOf } from '#server/storage/sealedColumns.ts';

/** The key of each session's recording, stored encrypted under its family's key. */
export type RecordingKeys = {
  /** The session's key, created by the first call. Throws if it was erased. */
  readonly make: (sessionId: SessionId) => Promise<Buffer>;
  /** Undefined if nothing was recorded or the key was erased. Throws `Unreadable` if the family's key does not open it. */
  readonly find: (sessionId: SessionId) => Promise<Buffer | undefined>;
  /** Overwrites the key. From then on nothing can be recorded in this session either. */
  readonly destroy: (sessionId: SessionId) => Promise<void>;
  readonly destroyed: () => Promise<readonly SessionId[]>;
};

export function createRecordingKeys(db: Db, familyKeys: FamilyKeys, now: () => Date): RecordingKeys {
  async function find(sessionId: SessionId) {
    const row = await db
      .selectFrom('recordings')
      .select(['wrapped_key'])
      .where('session_id', '=', sessionId)
      .executeTakeFirst();
    const familyKey = await familyKeys.ofSession(sessionId);
    return row?.wrapped_key
      ? familyKey?.open(placeOf('recordings.wrapped_key', sessionId), row.wrapped_key)
      : undefined;
  }

  return {
    find,

    async make(sessionId) {
      const familyKey = await familyKeys.ofSession(sessionId);
      const wrapped = familyKey?.seal(placeOf('recordings.wrapped_key', sessionId), randomBytes(KEY_BYTES));
      if (wrapped === undefined) throw new Error('This family was erased and cannot be recorded.');
      await db
        .insertInto('recordings')
        .values({ session_id: sessionId, wrapped_key: wrapped, made_at: now().toISOString(), destroyed_at: null })
        .onConflict((conflict) => conflict.column('session_id').doNothing())
        .execute();
      const key = await find(sessionId);
      if (key === undefined) throw new Error('This recording was erased and cannot be recorded again.');
      return key;
    },

    async destroy(sessionId) {
      const at = now().toISOString();
      await db
        .insertInto('recordings')
        .values({ session_id: sessionId, wrapped_key: null, made_at: at, destroyed_at: at })
        .onConflict((conflict) =>
          conflict
            .column('session_id')
            .doUpdateSet({ wrapped_key: null, destroyed_at: at })
            .where('recordings.destroyed_at', 'is', null),
        )
        .execute();
      // The write-ahead log still contains the old page.
      await wipeFormerRows(db);
    },

    async destroyed() {
      const rows = await db
        .selectFrom('recordings')
        .select('session_id')
        .where('destroyed_at', 'is not', null)
        .union(db.selectFrom('erased_sessions').select('session_id'))
        .execute();
      return rows.map((row) => row.session_id);
    },
  };
}
