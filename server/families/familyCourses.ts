import { programInUse } from '#shared/domain/programs/findProgram.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { FamilyEntry, FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { ClinicProgram } from '#shared/protocol/http/programs.ts';
import type { Family, FamilyRecord } from '#shared/protocol/http/families.ts';
import type { ClinicProgramId, FamilyId } from '#shared/protocol/ids.ts';
import { checkEntry, type EntryRefusal } from '#shared/course/checkEntry.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import type { FamilyLog } from '#server/storage/familyLog.ts';
import type { SessionReports } from '#server/sessions/sessionReports.ts';
import type { Records } from '#server/storage/records.ts';

export type FamilyCoursesPorts = {
  readonly records: Pick<Records, 'findFamily' | 'listSessionsOf'>;
  readonly familyLog: Pick<FamilyLog, 'append'>;
  readonly factsOf: (familyId: FamilyId) => Promise<readonly FamilyFact[]>;
  readonly reports: SessionReports;
  /** A clinic's own copy of a program in one version, or in its newest. */
  readonly findClinicProgram: (id: ClinicProgramId, version?: number) => Promise<ClinicProgram | undefined>;
  /** Called after a change of the family's agreement, level or consents was saved. Rules SEQ9, SEQ13, LVL1, CNS4. */
  readonly agreementChanged: (familyId: FamilyId) => Promise<void>;
  readonly clinic: Clinic;
  readonly now: () => Date;
};

/** The records of families, each with the published program that it runs under. */
export type FamilyCourses = {
  readonly read: (familyId: FamilyId) => Promise<FamilyCourse | undefined>;
  /** All entries or, if the course does not allow one, none. Throws `LogConflict` if the record changed since read. */
  readonly enter: (course: FamilyCourse, by: FamilyFact['by'], entries: readonly FamilyEntry[]) => Promise<Entered>;
};

/** The course after the entries, or why nothing was entered. */
type Entered = { readonly course: FamilyCourse } | { readonly refused: EntryRefusal };

const CHANGES_AGREEMENT: ReadonlySet<FamilyEntry['type']> = new Set([
  'time-out.agree',
  'time-out.contraindicate',
  'time-out.allow',
  'level.set',
  'consent.answer',
]);

export type FamilyCourse = { readonly record: FamilyRecord; readonly program: Program };

export function createFamilyCourses(ports: FamilyCoursesPorts): FamilyCourses {
  const { records, familyLog, factsOf, clinic, now } = ports;

  async function read(familyId: FamilyId): Promise<FamilyCourse | undefined> {
    const family = await records.findFamily(familyId);
    if (family === undefined) return undefined;
    const sessions = await records.listSessionsOf(familyId);
    const reports = await ports.reports.of(sessions.map(({ sessionId }) => sessionId));
    return {
      program: publishedFor(family),
      record: {
        family,
        facts: [...(await factsOf(familyId))],
        sessions: [...reports],
        edits: await editsOf(family, ports),
        timeZone: (await clinic.card()).timeZone,
      },
    };
  }

  return {
    read,

    async enter(course, by, entries) {
      let { record } = course;
      const { familyId } = record.family;
      const before = record.facts.length;
      const today = await clinic.today();
      for (const entry of entries) {
        const refusal = checkEntry(record, course.program, { entry, by }, today);
        if (refusal !== undefined) return { refused: refusal };
        const fact = { seq: record.facts.length + 1, at: now().toISOString(), by, entry };
        record = { ...record, facts: [...record.facts, fact] };
      }
      await familyLog.append(familyId, record.facts.slice(before));
      if (entries.every(({ type }) => !CHANGES_AGREEMENT.has(type))) return { course: { ...course, record } };
      await ports.agreementChanged(familyId);
      // Running sessions of the family show the change.
      return { course: (await read(familyId)) ?? { ...course, record } };
    },
  };
}

/** A family always has a program, so a record without one is a fault. */
function publishedFor({ program, programVersion }: Family): Program {
  const published = programInUse(program, programVersion);
  if (published === undefined) throw new Error(`There is no program ${program} in version ${programVersion}.`);
  return published;
}

/** The clinic's changes, in the version of its copy that the family started with. Rule CRS11. */
async function editsOf(
  { clinicProgram }: Family,
  { findClinicProgram }: Pick<FamilyCoursesPorts, 'findClinicProgram'>,
): Promise<FamilyRecord['edits']> {
  if (clinicProgram === null) return null;
  return (await findClinicProgram(clinicProgram.id, clinicProgram.version))?.edits ?? null;
}
