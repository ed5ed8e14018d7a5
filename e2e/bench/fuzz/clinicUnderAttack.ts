import type { CaregiverId, FamilyId } from '#shared/protocol/ids.ts';
import { NEW_CLINIC_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import { authenticatorCode } from '#server/auth/testing/authenticatorCode.ts';
import type { Earshot } from '../../earshot.ts';
import { inviteDevice, type Planned, planSession } from '../wire/planSession.ts';
import { aVisitor, secretIn, type Visitor } from '../wire/visitor.ts';

const PASSWORD = 'seven quiet herons crossing marshes';
const HOSTILE_FAMILIES = 6;

/** One who sends what they like: their cookie, and with what they ask to join a session. */
export type Hostile = { readonly cookie: string | undefined; readonly handshake: string };

export type ClinicUnderAttack = {
  /** Of people who mean well. */
  readonly live: Planned;
  /** More staff and devices of other families, pages of caregivers, a device in front of the live session, a stranger. */
  readonly invite: () => Promise<Attackers>;
};

export type Attackers = {
  /** Those whom a session lets in. */
  readonly members: readonly Hostile[];
  readonly outsiders: readonly Hostile[];
  /** Of everybody and everything, as if all had leaked. */
  readonly knownIds: readonly string[];
};

/** Fills an empty clinic over HTTP. */
export async function clinicUnderAttack({ url, links }: Earshot): Promise<ClinicUnderAttack> {
  const admin = await aFirstAdmin(url, secretIn(links.firstAdmin));
  const { teamId } = await admin.call('teams:make', { body: { name: 'Larks' } });

  async function aPerson(role: 'therapist' | 'supervisor', name: string) {
    const email = `${name.toLowerCase()}@clinic.example`;
    const { person, link } = await admin.call('people:invite', { body: { name, email, role } });
    const { userId } = person;
    const part = role === 'therapist' ? 'member' : 'lead';
    await admin.call('team:change', { teamId, body: { what: 'add', userId, part } });
    const visitor = aVisitor(url);
    if (link.by === 'mail') throw new Error('The link was mailed.');
    await visitor.call('account-link:use', { body: { secret: secretIn(link.url), password: PASSWORD } });
    await visitor.call('account:sign-in', { body: { email, password: PASSWORD } });
    return { ...visitor, userId };
  }

  const noor = await aPerson('therapist', 'Noor');
  const live = await planSession(url, noor, 'Larks');
  const knownIds: string[] = [teamId, noor.userId, live.familyId, live.sessionId, live.device.deviceId];
  let invited = 0;

  /** A therapist with a family of their own, its device, and a page of its caregiver. */
  async function aFamilyOfAttackers(): Promise<Omit<Attackers, 'knownIds'>> {
    invited += 1;
    const therapist = await aPerson('therapist', `Hostile${invited}`);
    const { sessionId, familyId, device } = await planSession(url, therapist, `Owls ${invited}`);
    const [caregiver] = (await therapist.call('family:read', { familyId })).family.caregivers;
    if (caregiver === undefined) throw new Error('A family has a caregiver.');
    const { caregiverId } = caregiver;
    knownIds.push(therapist.userId, sessionId, familyId, device.deviceId, caregiverId);
    const page = await aPage(url, therapist, { familyId, caregiverId });
    return {
      members: [
        { cookie: therapist.cookie(), handshake: asStaff(sessionId) },
        { cookie: device.cookie(), handshake: AS_DEVICE },
      ],
      outsiders: [{ cookie: page.cookie(), handshake: asStaff(sessionId) }],
    };
  }

  return {
    live,
    async invite() {
      // A round takes longer than the admin's last confirmation holds. Rule PER13.
      await admin.call('confirmation:give', { body: { by: 'password', password: PASSWORD } });
      const members: Hostile[] = [{ cookie: (await inviteDevice(url, live)).cookie(), handshake: AS_DEVICE }];
      const outsiders: Hostile[] = [{ cookie: undefined, handshake: asStaff(live.sessionId) }];
      for (let family = 1; family <= HOSTILE_FAMILIES; family += 1) {
        const made = await aFamilyOfAttackers();
        members.push(...made.members);
        outsiders.push(...made.outsiders);
      }
      return { members, outsiders, knownIds };
    },
  };
}

const AS_DEVICE = JSON.stringify({ as: 'device' });
const asStaff = (sessionId: string) => JSON.stringify({ as: 'staff', sessionId });

async function aFirstAdmin(url: string, secret: string): Promise<Visitor> {
  const admin = aVisitor(url);
  await admin.call('first-admin:make', {
    body: {
      ...{ secret, name: 'Tess', email: 'tess@clinic.example', password: PASSWORD },
      clinic: { name: 'Lark Clinic', telephone: '555 0100', timeZone: 'UTC' },
    },
  });
  const { secret: app } = await admin.call('authenticator:begin');
  await admin.call('authenticator:confirm', { body: { code: authenticatorCode(app, new Date()) } });
  await admin.call('sign-in-policy:change', { body: { ...NEW_CLINIC_POLICY, secondFactor: 'optional' } });
  return admin;
}

type Caregiver = { readonly familyId: FamilyId; readonly caregiverId: CaregiverId };

async function aPage(url: string, therapist: Visitor, { familyId, caregiverId }: Caregiver): Promise<Visitor> {
  const link = await therapist.call('diary-links:make', { familyId, body: { caregiverId } });
  const page = aVisitor(url);
  await page.call('diary:open', { body: { secret: secretIn(link.url) } });
  return page;
}
