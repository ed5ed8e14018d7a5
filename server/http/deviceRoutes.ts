import { z } from 'zod';
import { Device, FamilyCard, HttpFailure, RedeemLink, ROUTES } from '#shared/protocol/http.ts';
import { MAY_RETURN_FOR_MS } from '#shared/domain/returning.ts';
import { writeDeviceCookie } from '#server/auth/deviceCookie.ts';
import { familyCard } from '#shared/course/familyCard.ts';
import type { DeviceRecord } from '#server/storage/records.ts';
import type { Http } from './http.ts';
import type { Gate } from './gate.ts';
import type { HttpPorts } from './httpPorts.ts';
import { JOINS } from './rates.ts';

const NOT_LET_IN = { error: 'Your therapist did not let this device into the session, so it has no card.' };
const NO_DEVICE = { error: 'Please open the link that your therapist sent you.' };

/** A family's device: it trades its link for a cookie, and is known by that. */
export function addDeviceRoutes(
  http: Http,
  { records, findDevice, courses, clinic, phaseOf, wasLetIn, publicUrl, now }: HttpPorts,
  gate: Gate,
): void {
  const isHttps = new URL(publicUrl).protocol === 'https:';

  async function describe(device: DeviceRecord): Promise<Device | undefined> {
    const session = await records.findSession(device.sessionId);
    if (session === undefined) return undefined;
    const { deviceId, sessionId, kind, wearer } = device;
    const isOver = (await phaseOf(sessionId)) === 'closed';
    const therapistName = (await wasLetIn(sessionId, deviceId)) ? session.leadName : null;
    return { deviceId, sessionId, kind, wearer, therapistName, isOver };
  }

  /** The card of whoever wears a device that was let in; a room device is nobody's in particular. Rule CARD1. */
  async function cardsFor({ sessionId, kind, wearer }: DeviceRecord): Promise<FamilyCard[]> {
    const session = await records.findSession(sessionId);
    const course = session && (await courses.read(session.familyId));
    if (course === undefined || wearer === null || kind === 'room') return [];
    const query = { caregiverId: wearer, sessionId, today: await clinic.today() };
    const card = familyCard(course.record, course.program, query);
    return card === undefined ? [] : [card];
  }

  http.post(
    ROUTES.redeem,
    {
      onRequest: gate.admit('device:join'),
      config: { rateLimit: JOINS },
      schema: { body: RedeemLink, response: { 200: Device, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const redeemed = await records.redeemLink(request.body.secret, now());
      const device = redeemed && (await describe(redeemed.device));
      if (redeemed === undefined || device === undefined) {
        return reply
          .code(410)
          .send({ error: 'This link was used or is too old. Please ask your therapist for a new one.' });
      }
      // The browser keeps it for as long as it may lead back into a session in progress. Rule PER5.
      const keptUntil = new Date(redeemed.device.expiresAt.getTime() + MAY_RETURN_FOR_MS);
      return reply.header('set-cookie', writeDeviceCookie(redeemed.credential, keptUntil, isHttps)).send(device);
    },
  );

  http.get(
    ROUTES.device,
    { onRequest: gate.admit('device:read'), schema: { response: { 200: Device, '4xx': HttpFailure } } },
    async (request, reply) => {
      const record = await findDevice(request.headers.cookie);
      const device = record && (await describe(record));
      return device ?? reply.code(401).send(NO_DEVICE);
    },
  );

  http.get(
    ROUTES.deviceCards,
    {
      onRequest: gate.admit('device-cards:read'),
      schema: { response: { 200: z.array(FamilyCard), '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const device = await findDevice(request.headers.cookie);
      if (device === undefined) return reply.code(401).send(NO_DEVICE);
      if ((await phaseOf(device.sessionId)) !== 'closed') {
        return reply.code(409).send({ error: 'The card is there when the session is over.' });
      }
      if (!(await wasLetIn(device.sessionId, device.deviceId))) return reply.code(403).send(NOT_LET_IN);
      return cardsFor(device);
    },
  );
}
