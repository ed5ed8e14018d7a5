import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { PasskeyId } from '#shared/protocol/ids.ts';
import { Transports } from '#shared/protocol/webAuthn.ts';
import { isConflict } from './isConflict.ts';
import type { Db } from './db.ts';
import type { KeptPasskey, PasskeyRecords } from './passkeyRecords.ts';
import type { Tables } from './schema.ts';
import { inTransaction } from './inTransaction.ts';

export function sqlPasskeyRecords(db: Db): PasskeyRecords {
  return {
    async listPasskeys(userId) {
      const rows = await db
        .selectFrom('passkeys')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('made_at')
        .execute();
      return rows.map(passkeyOf);
    },

    async findPasskey(credentialId) {
      const row = await db
        .selectFrom('passkeys')
        .selectAll()
        .where('credential_id', '=', credentialId)
        .executeTakeFirst();
      return row && passkeyOf(row);
    },

    async addPasskey(userId, { credentialId, publicKey, counter, transports, name }, now) {
      const row = {
        ...{ credential_id: credentialId, passkey_id: PasskeyId.parse(randomUUID()), user_id: userId, name },
        ...{ public_key: publicKey, counter, transports: JSON.stringify(transports) },
        ...{ made_at: now.toISOString(), used_at: null },
      };
      try {
        await db.insertInto('passkeys').values(row).execute();
      } catch (error) {
        if (isConflict(error)) return undefined;
        throw error;
      }
      return passkeyOf(row);
    },

    async usePasskey(credentialId, counter, now) {
      await db
        .updateTable('passkeys')
        .set({ counter, used_at: now.toISOString() })
        .where('credential_id', '=', credentialId)
        .execute();
    },

    async renamePasskey(userId, passkeyId, name) {
      const { numUpdatedRows } = await db
        .updateTable('passkeys')
        .set({ name })
        .where('user_id', '=', userId)
        .where('passkey_id', '=', passkeyId)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async removePasskey({ userId, signInId }, passkeyId) {
      return inTransaction(db, async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('passkeys')
          .where('user_id', '=', userId)
          .where('passkey_id', '=', passkeyId)
          .executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        await transaction.deleteFrom('auth_session').where('userId', '=', userId).where('id', '!=', signInId).execute();
        return true;
      });
    },
  };
}

function passkeyOf(row: Selectable<Tables['passkeys']>): KeptPasskey {
  return {
    ...{ passkeyId: row.passkey_id, userId: row.user_id, name: row.name },
    ...{ credentialId: row.credential_id, publicKey: row.public_key, counter: row.counter },
    transports: Transports.parse(JSON.parse(row.transports)),
    madeAt: new Date(row.made_at),
    usedAt: row.used_at === null ? null : new Date(row.used_at),
  };
}
