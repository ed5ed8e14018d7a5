import type { ClinicCard, ClinicSettingsVersion } from '#shared/protocol/clinic.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';

/** The clinic's settings: versions that never change. */
export type ClinicSettingsRecords = {
  /** Newest first. */
  readonly listClinicSettings: () => Promise<readonly ClinicSettingsVersion[]>;
  /** The newest; undefined if nobody has set anything yet. */
  readonly findClinicSettings: () => Promise<ClinicCard | undefined>;
  readonly writeClinicSettings: (settings: ClinicCard, by: ParticipantId, at: Date) => Promise<void>;
};
