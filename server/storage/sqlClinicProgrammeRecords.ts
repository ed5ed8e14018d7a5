import { randomUUID } from 'node:crypto';
import { Edits } from '#shared/protocol/facts.ts';
import type { ClinicProgramme, NewClinicProgramme } from '#shared/protocol/http.ts';
import { ClinicProgrammeId, type ParticipantId } from '#shared/protocol/ids.ts';
import type { Db } from './openDatabase.ts';
import type { ClinicProgrammeRecords } from './records.ts';

/** The clinic's own copies of programmes. A version is written once; a change is the next version. Rule PRO2. */
export function sqlClinicProgrammeRecords(db: Db): ClinicProgrammeRecords {
  const versionsOf = async (id: ClinicProgrammeId) => (await read(db)).filter((one) => one.clinicProgrammeId === id);

  async function write(id: ClinicProgrammeId, version: number, plan: NewClinicProgramme, by: ParticipantId, at: Date) {
    await db
      .insertInto('clinic_programmes')
      .values({
        clinic_programme_id: id,
        version,
        name: plan.name,
        programme: plan.basedOn.id,
        programme_version: plan.basedOn.version,
        edits: JSON.stringify(plan.edits),
        made_by: by,
        made_at: at.toISOString(),
      })
      .execute();
    const [newest] = await versionsOf(id);
    if (newest === undefined) throw new Error('A version that was just written is not there.');
    return newest;
  }

  return {
    async listClinicProgrammes() {
      const all = await read(db);
      const isNewest = ({ clinicProgrammeId: id, version }: ClinicProgramme) =>
        all.every((one) => one.clinicProgrammeId !== id || one.version <= version);
      return all.filter(isNewest).toSorted((a, b) => a.name.localeCompare(b.name));
    },

    listClinicProgrammeVersions: versionsOf,

    async findClinicProgramme(id, version) {
      return (await versionsOf(id)).find((one) => version === undefined || one.version === version);
    },

    async makeClinicProgramme(plan, by, at) {
      return write(ClinicProgrammeId.parse(randomUUID()), 1, plan, by, at);
    },

    async changeClinicProgramme(id, { name, edits }, by, at) {
      const [newest] = await versionsOf(id);
      return newest && write(id, newest.version + 1, { name, edits, basedOn: newest.basedOn }, by, at);
    },
  };
}

/** Every version of every copy, the newest first, with the name of who made it. */
async function read(db: Db): Promise<readonly ClinicProgramme[]> {
  const rows = await db
    .selectFrom('clinic_programmes')
    .innerJoin('auth_user', 'auth_user.id', 'clinic_programmes.made_by')
    .selectAll('clinic_programmes')
    .select('auth_user.name as maker')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    clinicProgrammeId: row.clinic_programme_id,
    version: row.version,
    name: row.name,
    basedOn: { id: row.programme, version: row.programme_version },
    edits: Edits.parse(JSON.parse(row.edits)),
    madeBy: row.maker,
    madeAt: row.made_at,
  }));
}
