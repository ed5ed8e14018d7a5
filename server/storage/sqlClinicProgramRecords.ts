import { randomUUID } from 'node:crypto';
import { Edits } from '#shared/protocol/facts.ts';
import type { ClinicProgram, NewClinicProgram } from '#shared/protocol/http/programs.ts';
import { ClinicProgramId, type ParticipantId } from '#shared/protocol/ids.ts';
import type { Db } from './db.ts';
import type { ClinicProgramRecords } from './clinicProgramRecords.ts';

export function sqlClinicProgramRecords(db: Db): ClinicProgramRecords {
  const versionsOf = async (id: ClinicProgramId) => (await read(db)).filter((one) => one.clinicProgramId === id);

  async function write(id: ClinicProgramId, version: number, plan: NewClinicProgram, by: ParticipantId, at: Date) {
    await db
      .insertInto('clinic_programs')
      .values({
        clinic_program_id: id,
        version,
        name: plan.name,
        program: plan.basedOn.id,
        program_version: plan.basedOn.version,
        edits: JSON.stringify(plan.edits),
        made_by: by,
        made_at: at.toISOString(),
      })
      .execute();
    const [newest] = await versionsOf(id);
    if (newest === undefined) throw new Error('A version that was just written is missing.');
    return newest;
  }

  return {
    async listClinicPrograms() {
      const all = await read(db);
      const isNewest = ({ clinicProgramId: id, version }: ClinicProgram) =>
        all.every((one) => one.clinicProgramId !== id || one.version <= version);
      return all.filter(isNewest).toSorted((a, b) => a.name.localeCompare(b.name));
    },

    listClinicProgramVersions: versionsOf,

    async findClinicProgram(id, version) {
      return (await versionsOf(id)).find((one) => version === undefined || one.version === version);
    },

    async makeClinicProgram(plan, by, at) {
      return write(ClinicProgramId.parse(randomUUID()), 1, plan, by, at);
    },

    async changeClinicProgram(id, { name, edits }, by, at) {
      const [newest] = await versionsOf(id);
      return newest && write(id, newest.version + 1, { name, edits, basedOn: newest.basedOn }, by, at);
    },
  };
}

/** Every version of every copy, newest first, with the name of the person who made it. */
async function read(db: Db): Promise<readonly ClinicProgram[]> {
  const rows = await db
    .selectFrom('clinic_programs')
    .innerJoin('auth_user', 'auth_user.id', 'clinic_programs.made_by')
    .selectAll('clinic_programs')
    .select('auth_user.name as maker')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    clinicProgramId: row.clinic_program_id,
    version: row.version,
    name: row.name,
    basedOn: { id: row.program, version: row.program_version },
    edits: Edits.parse(JSON.parse(row.edits)),
    madeBy: row.maker,
    madeAt: row.made_at,
  }));
}
