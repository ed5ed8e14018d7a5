import { editFaults } from '#shared/domain/programs/editFaults.ts';
import { programInUse } from '#shared/domain/programs/findProgram.ts';
import type { Edits } from '#shared/protocol/facts.ts';
import type { NewClinicProgram, programRoutes } from '#shared/protocol/http/programs.ts';
import { readEdits } from '#shared/session/readEdits.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

const NOT_THERE = refuse(404, 'There is no such program.');

/** The clinic's own copies of programs, in versions that never change. Rule PRO2. */
export function programAnswers({ records, now }: Pick<HttpPorts, 'records' | 'now'>): AnswersTo<typeof programRoutes> {
  return {
    'programs:list': async () => [...(await records.listClinicPrograms())],

    'programs:make': async ({ account, body }) => {
      const fault = faultOf(body.basedOn, body.edits);
      if (fault !== undefined) return refuse(400, fault);
      return records.makeClinicProgram(body, account.userId, now());
    },

    'program:read': async ({ params }) => {
      const versions = await records.listClinicProgramVersions(params.clinicProgramId);
      return versions.length === 0 ? NOT_THERE : [...versions];
    },

    'program:change': async ({ account, params: { clinicProgramId }, body }) => {
      const [newest] = await records.listClinicProgramVersions(clinicProgramId);
      if (newest === undefined) return NOT_THERE;
      const fault = faultOf(newest.basedOn, body.edits);
      if (fault !== undefined) return refuse(400, fault);
      return (await records.changeClinicProgram(clinicProgramId, body, account.userId, now())) ?? NOT_THERE;
    },
  };
}

/** The error in edits of this program, as a message. Undefined if there is none. */
function faultOf(basedOn: NewClinicProgram['basedOn'], edits: Edits): string | undefined {
  const program = programInUse(basedOn.id, basedOn.version);
  if (program === undefined) return NOT_THERE.error;
  const faults = editFaults(program, readEdits(edits));
  return faults.length === 0 ? undefined : faults.join(' ');
}
