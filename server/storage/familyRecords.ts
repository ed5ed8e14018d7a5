import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { Family } from '#shared/protocol/http/families.ts';
import type { FamilyId, ParticipantId } from '#shared/protocol/ids.ts';
import type { SeenBy } from './tiedFamilies.ts';

export type FamilyPlan = Pick<Family, 'name' | 'childInitials'> &
  Partial<Pick<Family, 'childBirthMonth' | 'program' | 'programVersion' | 'clinicProgram'>> & {
    readonly caregiverNames: readonly string[];
    /** On whose caseload it begins. */
    readonly therapist?: ParticipantId;
  };

export type FamilyRecords = {
  /** By name: all, or those that a person is tied to. */
  readonly listFamilies: (seenBy?: SeenBy) => Promise<readonly Family[]>;
  /** A page of the families that a person is tied to, by name: all, or those whose name contains something. */
  readonly pageFamilies: (
    seenBy: SeenBy,
    page: { readonly family?: string | undefined; readonly after?: FamilyId | undefined },
  ) => Promise<{ readonly families: readonly Family[]; readonly next: FamilyId | null }>;
  readonly findFamily: (familyId: FamilyId) => Promise<Family | undefined>;
  /** Its record begins with the fact that the course was opened. */
  readonly makeFamily: (family: FamilyPlan, by: FamilyFact['by'], now: Date) => Promise<Family>;
};
