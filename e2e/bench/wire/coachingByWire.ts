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
  /** After the server was started again. */
  readonly comeBack: () => Promise<CoachingByWire>;
};

export async function coachingByWire({ url, links }: Earshot): Promise<CoachingByWire> {
  const [therapist, supervisor] = [await signInStaff(url, links.therapist), await signInStaff(url, links.supervisor)];
  const family = await signInFamily(url, links.parent);
  const sessionId = await findDemoSession(therapist);
  const comeIn = async () => {
    const coach = await connectByWire(url, therapist.cookie(), { as: 'staff', sessionId });
    const observer = await connectByWire(url, supervisor.cookie(), { as: 'staff', sessionId });
    const home = await connectByWire(url, family.cookie(), { as: 'device' });
    return { coach, leave: () => [coach, observer, home].forEach(({ leave }) => leave()) };
  };
  const first = await comeIn();
  const caregiverId = await startCoaching(first.coach, family.who);
  const comeBack = async (): Promise<CoachingByWire> => ({ ...(await comeIn()), caregiverId, comeBack });
  return { ...first, caregiverId, comeBack };
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
