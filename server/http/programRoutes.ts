import { z } from 'zod';
import { editFaults } from '#shared/domain/programs/editFaults.ts';
import { programInUse } from '#shared/domain/programs/findProgram.ts';
import type { Edits } from '#shared/protocol/facts.ts';
import { ClinicProgram, ClinicProgramChange, HttpFailure, NewClinicProgram, ROUTES } from '#shared/protocol/http.ts';
import { ClinicProgramId } from '#shared/protocol/ids.ts';
import { readEdits } from '#shared/session/readEdits.ts';
import type { Gate } from './gate.ts';
import type { Http } from './http.ts';
import type { HttpPorts } from './httpPorts.ts';

const params = z.object({ id: ClinicProgramId });
const NOT_THERE = { error: 'There is no such program.' };

/** The clinic's own copies of programs, in versions that never change. Rule PRO2. */
export function addProgramRoutes(http: Http, { records, now }: HttpPorts, gate: Gate): void {
  http.get(
    ROUTES.clinicPrograms,
    { onRequest: gate.admit('programs:list'), schema: { response: { 200: z.array(ClinicProgram) } } },
    async () => [...(await records.listClinicPrograms())],
  );

  http.post(
    ROUTES.clinicPrograms,
    {
      onRequest: gate.admit('programs:make'),
      schema: { body: NewClinicProgram, response: { 200: ClinicProgram, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const fault = faultOf(request.body.basedOn, request.body.edits);
      if (fault !== undefined) return reply.code(400).send({ error: fault });
      return records.makeClinicProgram(request.body, gate.accountOf(request).userId, now());
    },
  );

  http.get(
    ROUTES.clinicProgram(':id'),
    {
      onRequest: gate.admit('program:read'),
      schema: { params, response: { 200: z.array(ClinicProgram), '4xx': HttpFailure } },
    },
    async ({ params: { id } }, reply) => {
      const versions = await records.listClinicProgramVersions(id);
      return versions.length === 0 ? reply.code(404).send(NOT_THERE) : [...versions];
    },
  );

  http.post(
    ROUTES.clinicProgram(':id'),
    {
      onRequest: gate.admit('program:change'),
      schema: { params, body: ClinicProgramChange, response: { 200: ClinicProgram, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const { id } = request.params;
      const [newest] = await records.listClinicProgramVersions(id);
      if (newest === undefined) return reply.code(404).send(NOT_THERE);
      const fault = faultOf(newest.basedOn, request.body.edits);
      if (fault !== undefined) return reply.code(400).send({ error: fault });
      const changed = await records.changeClinicProgram(id, request.body, gate.accountOf(request).userId, now());
      return changed ?? reply.code(404).send(NOT_THERE);
    },
  );
}

/** What is wrong with edits of this program, in words for people, or undefined. */
function faultOf(basedOn: NewClinicProgram['basedOn'], edits: Edits): string | undefined {
  const program = programInUse(basedOn.id, basedOn.version);
  if (program === undefined) return NOT_THERE.error;
  const faults = editFaults(program, readEdits(edits));
  return faults.length === 0 ? undefined : faults.join(' ');
}
