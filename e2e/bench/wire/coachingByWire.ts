import type { Device } from '#shared/protocol/http/devices.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import type { Earshot } from '../../earshot.ts';
import { type Attendant, connectByWire } from './connectByWire.ts';
import { findDemoSession, signInFamily, signInStaff } from './signInByWire.ts';

/** The demo's session in coaching, with a coach, a supervisor and a family without pages. */
export type CoachingByWire = {
  readonly coach: Attendant;
  readonly caregiverId: CaregiverId;
  readonly leave: () => void;
};

export async function coachingByWire({ url, links }: Earshot): Promise<CoachingByWire> {
  const coach = await joinByWire(url, links.therapist);
  const observer = await joinByWire(url, links.supervisor);
  const family = await signInFamily(url, links.parent);
  const home = await connectByWire(url, family.cookie(), { as: 'device' });
  const caregiverId = await startCoaching(coach, family.who);
  const everyone = [coach, observer, home];
  return { coach, caregiverId, leave: () => everyone.forEach(({ leave }) => leave()) };
}

/** Takes a session with one device from its start into coaching. Resolves to the caregiver who is coached. */
export async function startCoaching(coach: Attendant, { deviceId }: Pick<Device, 'deviceId'>): Promise<CaregiverId> {
  const caregiverId = caregiverOf(coach);
  await coach.ask('device:admit', { participantId: deviceId });
  await coach.ask('phase:check-in', {});
  await coach.ask('caregiver:choose', { caregiverId });
  await coach.ask('coaching:start', {});
  return caregiverId;
}

/** Opens a link for staff and joins the demo's session. */
export async function joinByWire(url: string, link: string): Promise<Attendant> {
  const staff = await signInStaff(url, link);
  return connectByWire(url, staff.cookie(), { as: 'staff', sessionId: await findDemoSession(staff) });
}

/** The first caregiver of the session. */
export function caregiverOf({ joined }: Attendant): CaregiverId {
  const opened = joined.facts.find((fact) => fact.type === 'session.opened');
  const [caregiver] = opened?.caregivers ?? [];
  if (caregiver === undefined) throw new Error('The demo’s family has no caregiver.');
  return caregiver.caregiverId;
}
