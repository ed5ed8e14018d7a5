import { MAY_RETURN_FOR_MS } from '#shared/domain/returning.ts';
import { familyCard } from '#shared/course/familyCard.ts';
import type { Device, deviceRoutes } from '#shared/protocol/http/devices.ts';
import type { FamilyCard } from '#shared/protocol/http/diary.ts';
import { deviceCookie } from '#server/auth/deviceCookie.ts';
import type { DeviceRecord } from '#server/storage/deviceRecords.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

type Ports = Pick<
  HttpPorts,
  'records' | 'findDevice' | 'courses' | 'clinic' | 'phaseOf' | 'wasLetIn' | 'publicUrl' | 'now'
>;

const NO_DEVICE = refuse(401, 'Please open the link that your therapist sent you.');

/** A family's device: it trades its link for a cookie, and is then known by it. */
export function deviceAnswers(ports: Ports): AnswersTo<typeof deviceRoutes> {
  const { records, findDevice, courses, clinic, phaseOf, wasLetIn, publicUrl, now } = ports;
  const writeCookie = deviceCookie(publicUrl).write;

  async function describe(device: DeviceRecord): Promise<Device | undefined> {
    const session = await records.findSession(device.sessionId);
    if (session === undefined) return undefined;
    const { deviceId, sessionId, kind, wearer } = device;
    const isOver = (await phaseOf(sessionId)) === 'closed';
    const therapistName = (await wasLetIn(sessionId, deviceId)) ? session.leadName : null;
    return { deviceId, sessionId, kind, wearer, therapistName, isOver };
  }

  async function familyOf({ sessionId }: Pick<DeviceRecord, 'sessionId'>) {
    const session = await records.findSession(sessionId);
    return session && { familyId: session.familyId };
  }

  /** The card of the person who wears a device that was let in. A room device has no wearer. Rule CARD1. */
  async function cardsFor({ sessionId, kind, wearer }: DeviceRecord): Promise<FamilyCard[]> {
    const session = await records.findSession(sessionId);
    const course = session && (await courses.read(session.familyId));
    if (course === undefined || wearer === null || kind === 'room') return [];
    const query = { caregiverId: wearer, sessionId, today: await clinic.today() };
    const card = familyCard(course.record, course.program, query);
    return card === undefined ? [] : [card];
  }

  return {
    'device:join': async ({ body, reply, tellAudit }) => {
      const redeemed = await records.redeemLink(body.secret, now());
      const device = redeemed && (await describe(redeemed.device));
      if (redeemed === undefined || device === undefined) {
        return refuse(410, 'This link has been used or has expired. Please ask your therapist for a new one.');
      }
      tellAudit({ actor: 'device', actorId: device.deviceId, ...(await familyOf(device)) });
      // The browser keeps it as long as it may return to a session in progress. Rule PER5.
      const keptUntil = new Date(redeemed.device.expiresAt.getTime() + MAY_RETURN_FOR_MS);
      reply.header('set-cookie', writeCookie(redeemed.credential, keptUntil));
      return device;
    },

    'device:read': async ({ request }) => {
      const record = await findDevice(request.headers.cookie);
      return (record && (await describe(record))) ?? NO_DEVICE;
    },

    'device-cards:read': async ({ request, tellAudit }) => {
      const device = await findDevice(request.headers.cookie);
      if (device === undefined) return NO_DEVICE;
      const { sessionId, deviceId } = device;
      tellAudit({ actor: 'device', actorId: deviceId, sessionId, ...(await familyOf(device)) });
      if ((await phaseOf(sessionId)) !== 'closed')
        return refuse(409, 'Your card will be ready when the session is over.');
      if (!(await wasLetIn(sessionId, deviceId))) {
        return refuse(403, 'Your therapist did not let this device into the session, so it has no card.');
      }
      return cardsFor(device);
    },
  };
}
