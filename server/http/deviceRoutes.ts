import { Device, HttpFailure, RedeemLink, ROUTES } from '#shared/protocol/http.ts';
import { readDeviceCookie, writeDeviceCookie } from '#server/auth/deviceCookie.ts';
import type { DeviceRecord } from '#server/storage/records.ts';
import type { Http } from './http.ts';
import type { Gate } from './gate.ts';
import type { HttpPorts } from './httpPorts.ts';
import { JOINS } from './rates.ts';

/** A family's device: it trades its link for a cookie, and is known by that. */
export function addDeviceRoutes(http: Http, { records, publicUrl, now }: HttpPorts, gate: Gate): void {
  const isHttps = new URL(publicUrl).protocol === 'https:';

  async function describe(device: DeviceRecord): Promise<Device | undefined> {
    const session = await records.findSession(device.sessionId);
    if (session === undefined) return undefined;
    const { deviceId, sessionId, kind, wearer } = device;
    const { familyName, leadName, caregivers } = session;
    return { deviceId, sessionId, kind, wearer, familyName, therapistName: leadName, caregivers: [...caregivers] };
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
      const { credential } = redeemed;
      return reply.header('set-cookie', writeDeviceCookie(credential, redeemed.device.expiresAt, isHttps)).send(device);
    },
  );

  http.get(
    ROUTES.device,
    { onRequest: gate.admit('device:read'), schema: { response: { 200: Device, '4xx': HttpFailure } } },
    async (request, reply) => {
      const credential = readDeviceCookie(request.headers.cookie);
      const record = credential === undefined ? undefined : await records.findDevice(credential, now());
      const device = record && (await describe(record));
      return device ?? reply.code(401).send({ error: 'Please open the link that your therapist sent you.' });
    },
  );
}
