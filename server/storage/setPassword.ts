import { randomUUID } from 'node:crypto';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { Db } from './db.ts';

/** Replaces a person's password with this hash, as the sign-in library stores it, and uses up every link for one. */
export async function setPassword(
  db: Pick<Db, 'insertInto' | 'deleteFrom'>,
  userId: ParticipantId,
  password: string,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await db.deleteFrom('account_links').where('user_id', '=', userId).execute();
  await db.deleteFrom('auth_account').where('userId', '=', userId).where('providerId', '=', 'credential').execute();
  await db
    .insertInto('auth_account')
    .values({
      ...{ id: randomUUID(), accountId: userId, providerId: 'credential', userId, password },
      ...{ createdAt: at, updatedAt: at },
    })
    .execute();
}
