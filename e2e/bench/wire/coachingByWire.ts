import type { Earshot } from '../../earshot.ts';
import { type Attendant, connectByWire } from './connectByWire.ts';
import { findDemoSession, signInFamily, signInStaff } from './signInByWire.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';

/** The demo's session in coaching, with a coach, a supervisor and a family without pages. */
export type CoachingByWire = {
  readonly coach: Attendant;
  readonly caregiverId: CaregiverId;
  readonly leave: () => void;
};

export async function coachingByWire({ url, links }: Earshot): Promise<CoachingByWire> {
  const coach = await coachByWire(url, links.therapist);
  const observer = await coachByWire(url, links.supervisor);
  const family = await signInFamily(url, links.parent);
  const home = await connectByWire(url, family.cookie, { as: 'device' });
  const opened = coach.joined.facts.find((fact) => fact.type === 'session.opened');
  const [caregiver] = opened?.caregivers ?? [];
  if (caregiver === undefined) throw new Error('The demo’s family has no caregiver.');
  await coach.ask('device:admit', { participantId: family.who.deviceId });
  await coach.ask('phase:check-in', {});
  await coach.ask('caregiver:choose', { caregiverId: caregiver.caregiverId });
  await coach.ask('coaching:start', {});
  const everyone = [coach, observer, home];
  return { coach, caregiverId: caregiver.caregiverId, leave: () => everyone.forEach(({ leave }) => leave()) };
}

/** A staff member of the demo in its session. */
export async function coachByWire(url: string, link: string): Promise<Attendant> {
  const staff = await signInStaff(url, link);
  return connectByWire(url, staff.cookie, { as: 'staff', sessionId: await findDemoSession(url, staff) });
}
