import type { Assignment, Team as TeamOfTie } from '#shared/domain/tie.ts';
import type { AssignedFamilies, CaseloadNotice, FamilyTherapist } from '#shared/protocol/http/caseloads.ts';
import type { FamilyId, ParticipantId } from '#shared/protocol/ids.ts';

/** A family that comes to `to`: from the caseload of `from`, or in addition to those who treat it. */
export type Move = { readonly from: ParticipantId | null; readonly to: ParticipantId };

type Supervisor = { readonly userId: ParticipantId; readonly name: string; readonly email: string };

type Arranged = { readonly by: ParticipantId; readonly now: Date };

export type CaseloadRecords = {
  /** The family's therapists, and the teams of them that the person leads: what `tieOf` needs. Rule PER9. */
  readonly findTieFacts: (
    familyId: FamilyId,
    person: ParticipantId,
  ) => Promise<{ readonly assignments: readonly Assignment[]; readonly teams: readonly TeamOfTie[] }>;
  /** The families on a therapist's caseload, without those they cover. */
  readonly listCaseload: (therapist: ParticipantId) => Promise<readonly FamilyId[]>;
  /** The supervisors who lead a team of the family’s therapists. Rule PER9. */
  readonly listSupervisorsOf: (familyId: FamilyId, today: string) => Promise<readonly Supervisor[]>;
  readonly listTherapistsOf: (familyId: FamilyId, today: string) => Promise<readonly FamilyTherapist[]>;
  readonly listAssignments: (page: {
    readonly today: string;
    readonly after?: FamilyId | undefined;
    readonly of?: ParticipantId | 'nobody' | undefined;
  }) => Promise<AssignedFamilies>;
  /**
   * Moves those of the families that are still on the caseload of `from`; without `from`, those that `to` does not treat
   * yet. Resolves to the families that it moved.
   */
  readonly handOver: (families: readonly FamilyId[], move: Move, how: Arranged) => Promise<readonly FamilyId[]>;
  /**
   * Until and including a day, which ends at a moment: the sessions planned before it are led by `to`. Whoever treats a
   * family needs no cover for it. Resolves to the families that are covered by this.
   */
  readonly cover: (
    families: readonly FamilyId[],
    move: Move & { readonly from: ParticipantId; readonly until: string; readonly ends: Date },
    how: Arranged,
  ) => Promise<readonly FamilyId[]>;
  /** False if this person does not cover the family. */
  readonly endCover: (familyId: FamilyId, coveredBy: ParticipantId, how: Arranged) => Promise<boolean>;
  readonly listNotices: (therapist: ParticipantId, today: string) => Promise<readonly CaseloadNotice[]>;
  readonly dismissNotices: (therapist: ParticipantId, families: readonly FamilyId[], now: Date) => Promise<void>;
};
