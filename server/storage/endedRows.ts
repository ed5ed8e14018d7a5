import { sql } from 'kysely';
import type { Db } from './db.ts';

/** What lets people in for a while, in the order in which it is removed: a link of a diary after what it opened. */
export const ENDED_KINDS = ['join_links', 'devices', 'diary_browsers', 'diary_links', 'account_links'] as const;
export type EndedKind = (typeof ENDED_KINDS)[number];

const KEY: Readonly<Record<EndedKind, string>> = {
  join_links: 'secret_hash',
  devices: 'device_id',
  diary_browsers: 'credential_hash',
  diary_links: 'secret_hash',
  account_links: 'secret_hash',
};

/** How many rows one step deletes: a few ms. */
export const REMOVED_AT_ONCE = 20;

/** Removes some rows of one kind that ended before a moment. False if there are no more. Rule RET8. */
export async function removeEnded(db: Db, kind: EndedKind, before: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(kind)} where ${sql.ref(KEY[kind])} in (
      select ${sql.ref(`ended.${KEY[kind]}`)} from ${sql.table(kind)} as ended
      where ${hasEnded(kind, before.toISOString())} limit ${REMOVED_AT_ONCE}
    )
  `.execute(db);
  return numAffectedRows === BigInt(REMOVED_AT_ONCE);
}

/** Whether a row called `ended` is one of them. */
function hasEnded(kind: EndedKind, before: string) {
  switch (kind) {
    case 'join_links':
      return sql`${JOIN_LINK_END} <= ${before} and ${isOfPastSession(before)}`;
    case 'devices':
      return sql`${DEVICE_END} <= ${before} and ${isOfPastSession(before)}`;
    case 'diary_browsers':
      return sql`coalesce(closed_at, expires_at) <= ${before} and family_id not in ${HELD}`;
    case 'diary_links':
      return sql`coalesce(withdrawn_at, redeemed_at, expires_at) <= ${before} and family_id not in ${HELD}
        and not ${isOriginOf('diary_browsers')} and not ${isOriginOf('caregiver_passkeys')}`;
    // An invitation that has expired says that its person is still invited.
    case 'account_links':
      return sql`purpose = 'password' and expires_at <= ${before}`;
  }
}

const JOIN_LINK_END = sql`coalesce(withdrawn_at, redeemed_at, expires_at)`;
const DEVICE_END = sql`coalesce(revoked_at, expires_at)`;

/** Families with a legal hold. */
const HELD = sql`(select family_id from legal_holds where lifted_at is null)`;

/** Neither planned nor going on: no link or device of the session is in force, or was since then. */
function isOfPastSession(before: string) {
  return sql`exists (
    select 1 from coaching_sessions as session where session.session_id = ended.session_id
    and starts_at <= ${before} and family_id not in ${HELD}
    and not exists (select 1 from join_links where session_id = session.session_id and ${JOIN_LINK_END} > ${before})
    and not exists (select 1 from devices where session_id = session.session_id and ${DEVICE_END} > ${before})
  )`;
}

/** Whether withdrawing the link would close one of these. What is from before links were listed names no link. */
function isOriginOf(table: 'diary_browsers' | 'caregiver_passkeys') {
  return sql`(
    ended.link_id in (select link_id from ${sql.table(table)} where link_id is not null)
    or ended.caregiver_id in (select caregiver_id from ${sql.table(table)} where link_id is null)
  )`;
}
