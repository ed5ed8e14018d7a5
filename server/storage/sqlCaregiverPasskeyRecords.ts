import { Transports } from '#shared/protocol/webAuthn.ts';
import type { CaregiverPasskeyRecords } from './caregiverPasskeyRecords.ts';
import { isConflict } from './isConflict.ts';
import type { Db } from './db.ts';
import { openDiaryBrowser } from './openDiaryBrowser.ts';
import { hashSecret } from './secrets.ts';
import { inTransaction } from './inTransaction.ts';

/** More than a caregiver has. */
const MOST_LISTED = 20;

export function sqlCaregiverPasskeyRecords(db: Db): CaregiverPasskeyRecords {
  const passkeys = db
    .selectFrom('caregiver_passkeys')
    .select(['credential_id as credentialId', 'public_key as publicKey', 'counter', 'transports']);

  return {
    async listCaregiverPasskeys({ familyId, caregiverId }) {
      const rows = await passkeys
        .where('family_id', '=', familyId)
        .where('caregiver_id', '=', caregiverId)
        .limit(MOST_LISTED)
        .execute();
      return rows.map(passkeyOf);
    },

    async findCaregiverPasskey(credentialId) {
      const row = await passkeys.where('credential_id', '=', credentialId).executeTakeFirst();
      return row && passkeyOf(row);
    },

    async addCaregiverPasskey(credential, { credentialId, publicKey, counter, transports }, now) {
      const diary = await db
        .selectFrom('diary_browsers')
        .select(['family_id', 'caregiver_id', 'link_id'])
        .where('credential_hash', '=', hashSecret(credential))
        .executeTakeFirst();
      if (diary === undefined) return false;
      try {
        await db
          .insertInto('caregiver_passkeys')
          .values({
            ...diary,
            ...{ credential_id: credentialId, public_key: publicKey, counter },
            ...{ transports: JSON.stringify(transports), made_at: now.toISOString(), used_at: null },
          })
          .execute();
        return true;
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
    },

    async removeCaregiverPasskeys({ familyId, caregiverId }) {
      await db
        .deleteFrom('caregiver_passkeys')
        .where('family_id', '=', familyId)
        .where('caregiver_id', '=', caregiverId)
        .execute();
    },

    async openDiaryByPasskey(credentialId, counter, now) {
      return inTransaction(db, async (transaction) => {
        const used = await transaction
          .updateTable('caregiver_passkeys')
          .set({ counter, used_at: now.toISOString() })
          .where('credential_id', '=', credentialId)
          .returning(['family_id as familyId', 'caregiver_id as caregiverId', 'link_id as linkId'])
          .executeTakeFirst();
        return used && openDiaryBrowser(transaction, used, now);
      });
    },
  };
}

type Row = {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string;
};

const passkeyOf = (row: Row) => ({ ...row, transports: Transports.parse(JSON.parse(row.transports)) });
