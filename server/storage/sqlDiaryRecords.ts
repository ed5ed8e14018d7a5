import type { LinkId } from '#shared/protocol/ids.ts';
import { LISTED_LINKS, linkFateOf } from './linkFateOf.ts';
import { newLink } from './newLink.ts';
import type { Db } from './db.ts';
import type { DiaryOwner } from './diaryOwner.ts';
import type { DiaryRecords } from './diaryRecords.ts';
import { openDiaryBrowser } from './openDiaryBrowser.ts';
import { hashSecret } from './secrets.ts';
import { inTransaction } from './inTransaction.ts';

const DAY_MS = 24 * 3_600_000;
/** A link stays in a caregiver's messages until they have time. */
const LINK_LIFETIME_MS = 14 * DAY_MS;

export function sqlDiaryRecords(db: Db): DiaryRecords {
  return {
    async makeDiaryLink({ familyId, caregiverId }, now) {
      const { link, columns } = newLink(now, new Date(now.getTime() + LINK_LIFETIME_MS));
      await db
        .insertInto('diary_links')
        .values({ ...columns, family_id: familyId, caregiver_id: caregiverId })
        .execute();
      return link;
    },

    async openDiary(secret, now) {
      return inTransaction(db, async (transaction) => {
        const used = await useUp(transaction, secret, now);
        if (used === undefined) return undefined;
        return openDiaryBrowser(transaction, used, now);
      });
    },

    async findDiary(credential, now) {
      return db
        .selectFrom('diary_browsers')
        .select(['family_id as familyId', 'caregiver_id as caregiverId'])
        .where('credential_hash', '=', hashSecret(credential))
        .where('expires_at', '>', now.toISOString())
        .where('closed_at', 'is', null)
        .executeTakeFirst();
    },

    async closeDiary(credential, now) {
      await db
        .updateTable('diary_browsers')
        .set({ closed_at: now.toISOString() })
        .where('credential_hash', '=', hashSecret(credential))
        .where('closed_at', 'is', null)
        .execute();
    },

    async listDiaryLinks(familyId) {
      const rows = await db
        .selectFrom('diary_links')
        .selectAll()
        .where('family_id', '=', familyId)
        .orderBy('expires_at', 'desc')
        .limit(LISTED_LINKS)
        .execute();
      return rows.map((row) => ({ ...linkFateOf(row), caregiverId: row.caregiver_id }));
    },

    async withdrawDiaryLink(familyId, linkId, now) {
      const at = now.toISOString();
      return inTransaction(db, async (transaction) => {
        const withdrawn = await transaction
          .updateTable('diary_links')
          .set((build) => ({ withdrawn_at: build.fn.coalesce('withdrawn_at', build.val(at)) }))
          .where('link_id', '=', linkId)
          .where('family_id', '=', familyId)
          .returning('caregiver_id')
          .executeTakeFirst();
        if (withdrawn === undefined) return false;
        await transaction
          .updateTable('diary_browsers')
          .set({ closed_at: at })
          .where('family_id', '=', familyId)
          .where('caregiver_id', '=', withdrawn.caregiver_id)
          .where('closed_at', 'is', null)
          // A browser from before links were listed does not say which link opened it.
          .where((build) => build.or([build('link_id', '=', linkId), build('link_id', 'is', null)]))
          .execute();
        await transaction
          .deleteFrom('caregiver_passkeys')
          .where('family_id', '=', familyId)
          .where('caregiver_id', '=', withdrawn.caregiver_id)
          .where((build) => build.or([build('link_id', '=', linkId), build('link_id', 'is', null)]))
          .execute();
        return true;
      });
    },
  };
}

type UsedLink = DiaryOwner & { readonly linkId: LinkId };

/** One statement marks and takes the link, so that only one of two simultaneous requests gets it. */
async function useUp(db: Pick<Db, 'updateTable'>, secret: string, now: Date): Promise<UsedLink | undefined> {
  return db
    .updateTable('diary_links')
    .set({ redeemed_at: now.toISOString() })
    .where('secret_hash', '=', hashSecret(secret))
    .where('redeemed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning(['link_id as linkId', 'family_id as familyId', 'caregiver_id as caregiverId'])
    .executeTakeFirst();
}
