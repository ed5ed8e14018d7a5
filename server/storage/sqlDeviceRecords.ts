import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { deviceName } from '#shared/domain/deviceName.ts';
import { deviceEnd } from '#shared/domain/familyLink.ts';
import type { DeviceKind } from '#shared/domain/people.ts';
import type { Caregiver } from '#shared/protocol/facts.ts';
import { ParticipantId, type CaregiverId, type LinkId, type SessionId } from '#shared/protocol/ids.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { LISTED_LINKS, linkFateOf } from './linkFateOf.ts';
import { newLink } from './newLink.ts';
import type { Db } from './db.ts';
import type { DeviceRecord, DeviceRecords, LinkRecord } from './deviceRecords.ts';
import type { Tables } from './schema.ts';
import type { DevicesTable } from './sessionTables.ts';
import { placeOf } from './sealedColumns.ts';
import { hashSecret, makeSecret } from './secrets.ts';
import { caregiversOf } from './sqlFamilyRecords.ts';
import { inTransaction } from './inTransaction.ts';

export function sqlDeviceRecords(db: Db, keys: FamilyKeys): DeviceRecords {
  return {
    async makeLink({ sessionId, kind, wearer, now, expiresAt }) {
      const { link, columns } = newLink(now, expiresAt);
      await db
        .insertInto('join_links')
        .values({ ...columns, session_id: sessionId, kind, wearer, device_id: null })
        .execute();
      return link;
    },

    async redeemLink(secret, now) {
      return inTransaction(db, async (transaction) => {
        const link = await useUp(transaction, secret, now);
        if (link === undefined) return undefined;
        const credential = makeSecret();
        const device = await makeDevice(transaction, keys, link, credential, now);
        if (device === undefined) return undefined;
        await transaction
          .updateTable('join_links')
          .set({ device_id: device.device_id })
          .where('link_id', '=', link.link_id)
          .execute();
        return { device: deviceOf(device), credential };
      });
    },

    async listLinks(sessionId) {
      const rows = await db
        .selectFrom('join_links')
        .leftJoin('devices', 'devices.device_id', 'join_links.device_id')
        .where('join_links.session_id', '=', sessionId)
        .selectAll('join_links')
        .select(['devices.kind as device_kind', 'devices.wearer as device_wearer'])
        .orderBy('join_links.expires_at', 'desc')
        .limit(LISTED_LINKS)
        .execute();
      return rows.map(linkOf);
    },

    async withdrawLink(sessionId, linkId, now) {
      const at = now.toISOString();
      return inTransaction(db, async (transaction) => {
        const withdrawn = await transaction
          .updateTable('join_links')
          .set((build) => ({ withdrawn_at: build.fn.coalesce('withdrawn_at', build.val(at)) }))
          .where('link_id', '=', linkId)
          .where('session_id', '=', sessionId)
          .returning('device_id')
          .executeTakeFirst();
        if (withdrawn?.device_id) await revoke(transaction, withdrawn.device_id, at);
        return withdrawn !== undefined;
      });
    },

    async findDevice(credential) {
      const row = await db
        .selectFrom('devices')
        .selectAll()
        .where('credential_hash', '=', hashSecret(credential))
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return row && deviceOf(row);
    },

    async findDeviceById(deviceId) {
      const row = await db
        .selectFrom('devices')
        .selectAll()
        .where('device_id', '=', deviceId)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return row && deviceOf(row);
    },

    async setDeviceKind(deviceId, kind) {
      await db.updateTable('devices').set({ kind }).where('device_id', '=', deviceId).execute();
    },

    async setDeviceWearer(deviceId, wearer) {
      await db.updateTable('devices').set({ wearer }).where('device_id', '=', deviceId).execute();
    },

    async revokeDevice(deviceId, now) {
      await revoke(db, deviceId, now.toISOString());
    },
  };
}

async function revoke(db: Pick<Db, 'updateTable'>, deviceId: ParticipantId, at: string): Promise<void> {
  await db
    .updateTable('devices')
    .set({ revoked_at: at })
    .where('device_id', '=', deviceId)
    .where('revoked_at', 'is', null)
    .execute();
}

type LinkRow = Selectable<Tables['join_links']> & {
  readonly device_kind: DeviceKind | null;
  readonly device_wearer: CaregiverId | null;
};

function linkOf({ device_id: deviceId, device_kind: kind, device_wearer, ...row }: LinkRow): LinkRecord {
  return {
    ...linkFateOf(row),
    kind: row.kind,
    wearer: row.wearer,
    device: deviceId !== null && kind !== null ? { deviceId, kind, wearer: device_wearer } : null,
  };
}

type UsedLink = { link_id: LinkId; session_id: SessionId; kind: 'family' | 'ear'; wearer: CaregiverId | null };

/** One statement marks and takes the link, so that only one of two simultaneous requests gets it. */
async function useUp(db: Pick<Db, 'updateTable'>, secret: string, now: Date): Promise<UsedLink | undefined> {
  return db
    .updateTable('join_links')
    .set({ redeemed_at: now.toISOString() })
    .where('secret_hash', '=', hashSecret(secret))
    .where('redeemed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning(['link_id', 'session_id', 'kind', 'wearer'])
    .executeTakeFirst();
}

async function makeDevice(
  db: Pick<Db, 'selectFrom' | 'insertInto'>,
  keys: FamilyKeys,
  link: UsedLink,
  credential: string,
  now: Date,
): Promise<DevicesTable | undefined> {
  const { family_id: familyId, starts_at: startsAt } = await db
    .selectFrom('coaching_sessions')
    .select(['family_id', 'starts_at'])
    .where('session_id', '=', link.session_id)
    .executeTakeFirstOrThrow();
  const key = await keys.of(familyId, db);
  if (key === undefined) return undefined;
  const caregivers = await caregiversOf(db, key);
  const [kind, wearer] = [link.kind === 'ear' ? 'ear' : 'combined', link.wearer ?? onlyCaregiver(caregivers)] as const;
  const deviceId = ParticipantId.parse(randomUUID());
  const device: DevicesTable = {
    device_id: deviceId,
    session_id: link.session_id,
    kind,
    wearer,
    credential_hash: hashSecret(credential),
    // Its name on its first day. Sessions use its current kind.
    name: key.seal(placeOf('devices.name', deviceId), deviceName({ device: kind, wearer }, caregivers)),
    revoked_at: null,
    expires_at: deviceEnd(new Date(startsAt), now).toISOString(),
  };
  await db.insertInto('devices').values(device).execute();
  return device;
}

/** With one caregiver it is clear who wears the earphones. */
function onlyCaregiver([first, second]: readonly Caregiver[]): CaregiverId | null {
  return first !== undefined && second === undefined ? first.caregiverId : null;
}

function deviceOf(row: DevicesTable): DeviceRecord {
  const { device_id: deviceId, session_id: sessionId, kind, wearer } = row;
  return { deviceId, sessionId, kind, wearer, expiresAt: new Date(row.expires_at) };
}
