import type { Account } from '#shared/protocol/http/people.ts';
import type { DiaryOwner } from '#server/storage/diaryOwner.ts';
import type { ToldToAudit } from './requestAudit.ts';

/** A member of staff as the audit names them. */
export function staffActor({ role, userId }: Pick<Account, 'role' | 'userId'>): ToldToAudit {
  return { actor: role, actorId: userId };
}

/** A caregiver as the audit names them. */
export function caregiverActor({ caregiverId, familyId }: DiaryOwner): ToldToAudit {
  return { actor: 'caregiver', actorId: caregiverId, familyId };
}
