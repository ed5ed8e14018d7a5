import type { ClinicProgram, ClinicProgramChange, NewClinicProgram } from '#shared/protocol/http/programs.ts';
import type { ClinicProgramId, ParticipantId } from '#shared/protocol/ids.ts';

/** The clinic's own copies of programs: versions that never change. Rule PRO2. */
export type ClinicProgramRecords = {
  /** The newest version of each. */
  readonly listClinicPrograms: () => Promise<readonly ClinicProgram[]>;
  /** Newest first; none if there is no such copy. */
  readonly listClinicProgramVersions: (id: ClinicProgramId) => Promise<readonly ClinicProgram[]>;
  /** That version, or the newest. */
  readonly findClinicProgram: (id: ClinicProgramId, version?: number) => Promise<ClinicProgram | undefined>;
  readonly makeClinicProgram: (plan: NewClinicProgram, by: ParticipantId, at: Date) => Promise<ClinicProgram>;
  /** Adds the next version. Undefined if there is no such copy. */
  readonly changeClinicProgram: (
    id: ClinicProgramId,
    change: ClinicProgramChange,
    by: ParticipantId,
    at: Date,
  ) => Promise<ClinicProgram | undefined>;
};
