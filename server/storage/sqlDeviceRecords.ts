import { randomUUID } from 'node:crypto';
import { deviceName } from '#shared/domain/deviceName.ts';
import type { Caregiver } from '#shared/protocol/facts.ts';
import { ParticipantId, type CaregiverId, type SessionId } from '#shared/protocol/ids.ts';
import { newLink } from './newLink.ts';
import type { Db } from './openDatabase.ts';
import type { DeviceRecord, DeviceRecords } from './records.ts';
import type { DevicesTable } from './schema.ts';
import { hashSecret, makeSecret } from './secrets.ts';
import { caregiversByFamily } from './sqlFamilyRecords.ts';

/** A family gets its link the day before; an ear is paired while its caregiver holds the phone. */
const LINK_LIFETIME_MS = { family: 24 * 3_600_000, ear: 10 * 60_000 };

/** A device outlives its link by a session and a late start. */
const DEVICE_LIFETIME_MS = 24 * 3_600_000;

export function sqlDeviceRecords(db: Db): DeviceRecords {
  return {
    async makeLink({ sessionId, kind, wearer, now }) {
      const { link, columns } = newLink(now, LINK_LIFETIME_MS[kind]);
      await db
        .insertInto('join_links')
        .values({ ...columns, session_id: sessionId, kind, wearer })
        .execute();
      return link;
    },

    async redeemLink(secret, now) {
      return db.transaction().execute(async (transaction) => {
        const link = await useUp(transaction, secret, now);
        if (link === undefined) return undefined;
        const credential = makeSecret();
        const device = await makeDevice(transaction, link, credential, now);
        return { device: deviceOf(device), credential };
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

    async setDeviceKind(deviceId, kind) {
      await db.updateTable('devices').set({ kind }).where('device_id', '=', deviceId).execute();
    },

    async setDeviceWearer(deviceId, wearer) {
      await db.updateTable('devices').set({ wearer }).where('device_id', '=', deviceId).execute();
    },

    async revokeDevice(deviceId, now) {
      await db
        .updateTable('devices')
        .set({ revoked_at: now.toISOString() })
        .where('device_id', '=', deviceId)
        .where('revoked_at', 'is', null)
        .execute();
    },
  };
}

type UsedLink = { session_id: SessionId; kind: 'family' | 'ear'; wearer: CaregiverId | null };

/** One statement marks and takes the link, so that only one of two simultaneous requests gets it. */
async function useUp(db: Pick<Db, 'updateTable'>, secret: string, now: Date): Promise<UsedLink | undefined> {
  return db
    .updateTable('join_links')
    .set({ redeemed_at: now.toISOString() })
    .where('secret_hash', '=', hashSecret(secret))
    .where('redeemed_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning(['session_id', 'kind', 'wearer'])
    .executeTakeFirst();
}

async function makeDevice(
  db: Pick<Db, 'selectFrom' | 'insertInto'>,
  link: UsedLink,
  credential: string,
  now: Date,
): Promise<DevicesTable> {
  const { family_id: familyId } = await db
    .selectFrom('coaching_sessions')
    .select('family_id')
    .where('session_id', '=', link.session_id)
    .executeTakeFirstOrThrow();
  const caregivers = (await caregiversByFamily(db, familyId)).get(familyId) ?? [];
  const [kind, wearer] = [link.kind === 'ear' ? 'ear' : 'combined', link.wearer ?? onlyCaregiver(caregivers)] as const;
  const device: DevicesTable = {
    device_id: ParticipantId.parse(randomUUID()),
    session_id: link.session_id,
    kind,
    wearer,
    credential_hash: hashSecret(credential),
    // Its name on its first day. Sessions use its current kind.
    name: deviceName({ device: kind, wearer }, caregivers),
    revoked_at: null,
    expires_at: new Date(now.getTime() + DEVICE_LIFETIME_MS).toISOString(),
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
