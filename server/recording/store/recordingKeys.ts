import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { Db } from '#server/storage/openDatabase.ts';
import { KEY_BYTES } from './clinicKey.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key of each session's recording, stored encrypted under the clinic's key. */
export type RecordingKeys = {
  /** The session's key, created by the first call. Throws if it was erased. */
  readonly make: (sessionId: SessionId) => Promise<Buffer>;
  /** Undefined if nothing was recorded or the key was erased. Throws if the clinic's key does not open it. */
  readonly find: (sessionId: SessionId) => Promise<Buffer | undefined>;
  /** Overwrites the key. From then on nothing can be recorded in this session either. */
  readonly destroy: (sessionId: SessionId) => Promise<void>;
  readonly destroyed: () => Promise<readonly SessionId[]>;
};

export function createRecordingKeys(db: Db, clinicKey: Buffer, now: () => Date): RecordingKeys {
  async function find(sessionId: SessionId) {
    const row = await db
      .selectFrom('recordings')
      .select(['wrapped_key'])
      .where('session_id', '=', sessionId)
      .executeTakeFirst();
    return row?.wrapped_key ? unwrapKey(clinicKey, sessionId, row.wrapped_key) : undefined;
  }

  return {
    find,

    async make(sessionId) {
      const wrapped = wrapKey(clinicKey, sessionId, randomBytes(KEY_BYTES));
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
      // The write-ahead log still contains the old page: write it into the database and truncate the log.
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },

    async destroyed() {
      const rows = await db
        .selectFrom('recordings')
        .select('session_id')
        .where('destroyed_at', 'is not', null)
        .execute();
      return rows.map((row) => row.session_id);
    },
  };
}

const boundTo = (sessionId: SessionId) => Buffer.from(`earshot recording key 1 ${sessionId}`);

function wrapKey(clinicKey: Buffer, sessionId: SessionId, key: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', clinicKey, nonce).setAAD(boundTo(sessionId));
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64');
}

function unwrapKey(clinicKey: Buffer, sessionId: SessionId, wrapped: string): Buffer {
  const bytes = Buffer.from(wrapped, 'base64');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', clinicKey, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(sessionId)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new Error('The clinic’s key does not open this recording: it was recorded under another RECORDING_KEY.', {
      cause: error,
    });
  }
}
