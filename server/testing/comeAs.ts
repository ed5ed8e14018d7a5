import type { Actor } from '#shared/protocol/access/actors.ts';
import type { CaregiverId, FamilyId } from '#shared/protocol/ids.ts';
import { NEW_CLINIC_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import type { Auth } from '#server/auth/auth.ts';
import { deviceCookie } from '#server/auth/deviceCookie.ts';
import { diaryCookie } from '#server/auth/diaryCookie.ts';
import { cookieFrom, PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import type { Db } from '#server/storage/db.ts';
import type { Records } from '#server/storage/records.ts';
import type { ClinicOfActors } from './aClinicOfActors.ts';

const HOUR_MS = 3_600_000;
const NEVER = new Date(8e15);

type Ports = { readonly db: Db; readonly records: Records; readonly auth: Auth; readonly clinic: ClinicOfActors };

/** The Cookie header of each actor's browser. */
export const COMES: { readonly [A in Actor]: (ports: Ports) => Promise<string | undefined> } = {
  nobody: async () => undefined,
  admin: (ports) => signIn(ports, 'admin'),
  therapist: (ports) => signIn(ports, 'therapist'),
  covering: (ports) => signIn(ports, 'covering'),
  supervisor: (ports) => signIn(ports, 'supervisor'),
  colleague: (ports) => signIn(ports, 'colleague'),
  formerTherapist: (ports) => signIn(ports, 'formerTherapist'),
  coverEnded: (ports) => signIn(ports, 'coverEnded'),
  otherTherapist: (ports) => signIn(ports, 'otherTherapist'),
  formerSupervisor: (ports) => signIn(ports, 'formerSupervisor'),
  otherSupervisor: (ports) => signIn(ports, 'otherSupervisor'),
  becameAdmin: (ports) => signIn(ports, 'becameAdmin'),
  becameTherapist: (ports) => signIn(ports, 'becameTherapist'),
  unconfirmed: (ports) => anHourAgo(ports, 'therapist'),
  unconfirmedAdmin: (ports) => anHourAgo(ports, 'admin'),

  async forged(ports) {
    const [name = '', value = ''] = (await signIn(ports, 'therapist')).split('=');
    const [token = ''] = decodeURIComponent(value).split('.');
    return `${name}=${encodeURIComponent(`${token}.${Buffer.alloc(32, 1).toString('base64')}`)}`;
  },
  async signedOut(ports) {
    const cookie = await signIn(ports, 'therapist');
    await ports.auth.signOut(cookie);
    return cookie;
  },
  async timedOut(ports) {
    const cookie = await signIn(ports, 'therapist');
    const longAgo = new Date(Date.now() - 20 * HOUR_MS).toISOString();
    await ports.db.updateTable('auth_session').set({ createdAt: longAgo, seenAt: longAgo }).execute();
    return cookie;
  },
  async deactivated(ports) {
    const cookie = await signIn(ports, 'therapist');
    await ports.db
      .updateTable('auth_user')
      .set({ deactivated: 1 })
      .where('id', '=', idOf(ports, 'therapist'))
      .execute();
    return cookie;
  },
  async roleTaken(ports) {
    const cookie = await signIn(ports, 'therapist');
    await ports.auth.changeAccount(idOf(ports, 'therapist'), { what: 'role', role: 'supervisor' });
    return cookie;
  },
  async withoutFactor(ports) {
    await ports.db.deleteFrom('passkeys').execute();
    await ports.records.writeSignInPolicy(NEW_CLINIC_POLICY, idOf(ports, 'admin'), new Date());
    return (await withPassword(ports, 'therapist')).cookie;
  },
  factorNotGiven: async (ports) => (await withPassword(ports, 'therapist')).cookie,

  combined: async (ports) => device(ports, 'combined'),
  async room(ports) {
    await ports.records.setDeviceKind(ports.clinic.devices.room.deviceId, 'room');
    return device(ports, 'room');
  },
  async ear(ports) {
    await ports.records.setDeviceKind(ports.clinic.devices.ear.deviceId, 'ear');
    return device(ports, 'ear');
  },
  knocking: async (ports) => device(ports, 'knocking'),
  async removedDevice(ports) {
    await ports.records.revokeDevice(ports.clinic.devices.removedDevice.deviceId, new Date());
    return device(ports, 'removedDevice');
  },
  async expiredDevice(ports) {
    const expired = ports.db.updateTable('devices').set({ expires_at: new Date(Date.now() - HOUR_MS).toISOString() });
    await expired.where('device_id', '=', ports.clinic.devices.expiredDevice.deviceId).execute();
    return device(ports, 'expiredDevice');
  },
  closedDevice: async (ports) => device(ports, 'closedDevice'),
  neverLetIn: async (ports) => device(ports, 'neverLetIn'),
  otherDevice: async (ports) => device(ports, 'otherDevice'),

  diary: async (ports) => (await page(ports, ports.clinic)).cookie,
  partnersDiary: async (ports) => (await page(ports, { ...ports.clinic, caregiver: ports.clinic.partner })).cookie,
  otherDiary: async (ports) => (await page(ports, otherFamily(ports.clinic))).cookie,
  async withdrawnDiary(ports) {
    const { cookie, linkId } = await page(ports, ports.clinic);
    await ports.records.withdrawDiaryLink(ports.clinic.familyId, linkId, new Date());
    return cookie;
  },
  async expiredDiary(ports) {
    const { cookie } = await page(ports, ports.clinic);
    const past = new Date(Date.now() - HOUR_MS).toISOString();
    await ports.db.updateTable('diary_browsers').set({ expires_at: past }).execute();
    return cookie;
  },
};

type Person = keyof ClinicOfActors['people'];

const idOf = ({ clinic }: Ports, person: Person) => clinic.people[person].userId;

async function withPassword(ports: Ports, person: Person) {
  const made = await ports.auth.signInBy(idOf(ports, person), 'password', 'a browser');
  if (made === undefined) throw new Error(`${person} cannot sign in.`);
  return { cookie: cookieFrom(made.setCookies), signInId: made.signInId };
}

/** With a second factor, and confirmed a moment ago. */
async function signIn(ports: Ports, person: Person): Promise<string> {
  const { cookie, signInId } = await withPassword(ports, person);
  await ports.records.completeSignIn(signInId, new Date());
  return cookie;
}

async function anHourAgo(ports: Ports, person: Person): Promise<string> {
  const cookie = await signIn(ports, person);
  const confirmedAt = new Date(Date.now() - HOUR_MS).toISOString();
  await ports.db.updateTable('auth_session').set({ confirmedAt }).execute();
  return cookie;
}

function device({ clinic }: Ports, which: keyof ClinicOfActors['devices']): string {
  return cookieFrom([deviceCookie(PUBLIC_URL).write(clinic.devices[which].credential, NEVER)]);
}

type Owner = { readonly familyId: FamilyId; readonly caregiver: { readonly caregiverId: CaregiverId } };

const otherFamily = ({ otherFamilyId, otherCaregiver }: ClinicOfActors): Owner => ({
  familyId: otherFamilyId,
  caregiver: otherCaregiver,
});

async function page({ records }: Ports, { familyId, caregiver: { caregiverId } }: Owner) {
  const now = new Date();
  const { linkId, secret } = await records.makeDiaryLink({ familyId, caregiverId }, now);
  const opened = await records.openDiary(secret, now);
  if (opened === undefined) throw new Error('The link is good.');
  return { linkId, cookie: cookieFrom([diaryCookie(PUBLIC_URL).write(opened.credential, opened.expiresAt)]) };
}
