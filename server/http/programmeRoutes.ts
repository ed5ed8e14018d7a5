import { z } from 'zod';
import { editFaults } from '#shared/domain/programmes/editFaults.ts';
import { programmeInUse } from '#shared/domain/programmes/findProgramme.ts';
import type { Edits } from '#shared/protocol/facts.ts';
import {
  ClinicProgramme,
  ClinicProgrammeChange,
  HttpFailure,
  NewClinicProgramme,
  ROUTES,
} from '#shared/protocol/http.ts';
import { ClinicProgrammeId } from '#shared/protocol/ids.ts';
import { readEdits } from '#shared/session/readEdits.ts';
import type { Gate } from './gate.ts';
import type { Http } from './http.ts';
import type { HttpPorts } from './httpPorts.ts';

const params = z.object({ id: ClinicProgrammeId });
const NOT_THERE = { error: 'There is no such programme.' };

/** The clinic's own copies of programmes, in versions that never change. Rule PRO2. */
export function addProgrammeRoutes(http: Http, { records, now }: HttpPorts, gate: Gate): void {
  http.get(
    ROUTES.clinicProgrammes,
    { onRequest: gate.admit('programmes:list'), schema: { response: { 200: z.array(ClinicProgramme) } } },
    async () => [...(await records.listClinicProgrammes())],
  );

  http.post(
    ROUTES.clinicProgrammes,
    {
      onRequest: gate.admit('programmes:make'),
      schema: { body: NewClinicProgramme, response: { 200: ClinicProgramme, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const fault = faultOf(request.body.basedOn, request.body.edits);
      if (fault !== undefined) return reply.code(400).send({ error: fault });
      return records.makeClinicProgramme(request.body, gate.accountOf(request).userId, now());
    },
  );

  http.get(
    ROUTES.clinicProgramme(':id'),
    {
      onRequest: gate.admit('programme:read'),
      schema: { params, response: { 200: z.array(ClinicProgramme), '4xx': HttpFailure } },
    },
    async ({ params: { id } }, reply) => {
      const versions = await records.listClinicProgrammeVersions(id);
      return versions.length === 0 ? reply.code(404).send(NOT_THERE) : [...versions];
    },
  );

  http.post(
    ROUTES.clinicProgramme(':id'),
    {
      onRequest: gate.admit('programme:change'),
      schema: { params, body: ClinicProgrammeChange, response: { 200: ClinicProgramme, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const { id } = request.params;
      const [newest] = await records.listClinicProgrammeVersions(id);
      if (newest === undefined) return reply.code(404).send(NOT_THERE);
      const fault = faultOf(newest.basedOn, request.body.edits);
      if (fault !== undefined) return reply.code(400).send({ error: fault });
      const changed = await records.changeClinicProgramme(id, request.body, gate.accountOf(request).userId, now());
      return changed ?? reply.code(404).send(NOT_THERE);
    },
  );
}

/** What is wrong with edits of this programme, in words for people, or undefined. */
function faultOf(basedOn: NewClinicProgramme['basedOn'], edits: Edits): string | undefined {
  const programme = programmeInUse(basedOn.id, basedOn.version);
  if (programme === undefined) return NOT_THERE.error;
  const faults = editFaults(programme, readEdits(edits));
  return faults.length === 0 ? undefined : faults.join(' ');
}
