import type { LinkId } from '#shared/protocol/ids.ts';
import type { Db } from './db.ts';
import type { DiaryOwner, OpenedDiary } from './diaryOwner.ts';
import { hashSecret, makeSecret } from './secrets.ts';

/** About as long as a course takes; after that the caregiver uses their passkey, or gets a new link. */
const DIARY_LIFETIME_MS = 120 * 24 * 3_600_000;

/** Makes a browser a caregiver's diary. It closes when the link that it goes back to is withdrawn. */
export async function openDiaryBrowser(
  db: Pick<Db, 'insertInto'>,
  { linkId, familyId, caregiverId }: DiaryOwner & { readonly linkId: LinkId | null },
  now: Date,
): Promise<OpenedDiary> {
  const credential = makeSecret();
  const expiresAt = new Date(now.getTime() + DIARY_LIFETIME_MS);
  await db
    .insertInto('diary_browsers')
    .values({
      credential_hash: hashSecret(credential),
      family_id: familyId,
      caregiver_id: caregiverId,
      expires_at: expiresAt.toISOString(),
      link_id: linkId,
      opened_at: now.toISOString(),
      closed_at: null,
    })
    .execute();
  return { familyId, caregiverId, credential, expiresAt };
}
