import { z } from 'zod';
import { CLINIC_ROUTES, ClinicSettings, ClinicSettingsVersion } from '#shared/protocol/clinic.ts';
import { HttpFailure } from '#shared/protocol/http.ts';
import type { Http } from './http.ts';
import type { Gate } from './gate.ts';
import type { HttpPorts } from './httpPorts.ts';

/** What the clinic says of itself, for the admin: every version, and the next one. */
export function addClinicSettingsRoutes(http: Http, { records, now }: HttpPorts, gate: Gate): void {
  http.get(
    CLINIC_ROUTES.settings,
    {
      onRequest: gate.admit('clinic-settings:read'),
      schema: { response: { 200: z.array(ClinicSettingsVersion) } },
    },
    async () => [...(await records.listClinicSettings())],
  );

  http.post(
    CLINIC_ROUTES.settings,
    {
      onRequest: gate.admit('clinic-settings:change'),
      schema: { body: ClinicSettings, response: { 200: ClinicSettingsVersion, '4xx': HttpFailure } },
    },
    async (request) => {
      await records.writeClinicSettings(request.body, gate.accountOf(request).userId, now());
      const [newest] = await records.listClinicSettings();
      if (newest === undefined) throw new Error('Settings that were just written are not there.');
      return newest;
    },
  );
}
