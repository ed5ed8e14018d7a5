import type { CaregiverId, FamilyId } from '#shared/protocol/ids.ts';

/** A caregiver whose browser may open their diary. */
export type DiaryOwner = { readonly familyId: FamilyId; readonly caregiverId: CaregiverId };

/** A diary that was just opened in a browser, which keeps the credential. */
export type OpenedDiary = DiaryOwner & { readonly credential: string; readonly expiresAt: Date };
