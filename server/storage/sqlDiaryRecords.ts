import { newLink } from './newLink.ts';
import type { Db } from './openDatabase.ts';
import type { DiaryOwner, DiaryRecords } from './records.ts';
import { hashSecret, makeSecret } from './secrets.ts';

const DAY_MS = 24 * 3_600_000;
/** A link stays in a caregiver's messages until they have time. */
const LINK_LIFETIME_MS = 14 * DAY_MS;
/** About as long as a course takes; after that the caregiver gets a new link. */
const DIARY_LIFETIME_MS = 120 * DAY_MS;

export function sqlDiaryRecords(db: Db): DiaryRecords {
  return {
    async makeDiaryLink({ familyId, caregiverId }, now) {
      const { link, columns } = newLink(now, LINK_LIFETIME_MS);
      await db
        .insertInto('diary_links')
        .values({ ...columns, family_id: familyId, caregiver_id: caregiverId })
        .execute();
      return link;
    },

    async openDiary(secret, now) {
      return db.transaction().execute(async (transaction) => {
        const owner = await useUp(transaction, secret, now);
        if (owner === undefined) return undefined;
        const credential = makeSecret();
        const expiresAt = new Date(now.getTime() + DIARY_LIFETIME_MS);
        await transaction
          .insertInto('diary_browsers')
          .values({
            credential_hash: hashSecret(credential),
            family_id: owner.familyId,
            caregiver_id: owner.caregiverId,
            expires_at: expiresAt.toISOString(),
          })
          .execute();
        return { ...owner, credential, expiresAt };
      });
    },

    async findDiary(credential, now) {
      return db
        .selectFrom('diary_browsers')
        .select(['family_id as familyId', 'caregiver_id as caregiverId'])
        .where('credential_hash', '=', hashSecret(credential))
        .where('expires_at', '>', now.toISOString())
        .executeTakeFirst();
    },
  };
}

/** One statement marks and takes the link, so that only one of two simultaneous requests gets it. */
async function useUp(db: Pick<Db, 'updateTable'>, secret: string, now: Date): Promise<DiaryOwner | undefined> {
  return db
    .updateTable('diary_links')
    .set({ redeemed_at: now.toISOString() })
    .where('secret_hash', '=', hashSecret(secret))
    .where('redeemed_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning(['family_id as familyId', 'caregiver_id as caregiverId'])
    .executeTakeFirst();
}
