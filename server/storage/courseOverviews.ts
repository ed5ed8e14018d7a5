import type { CourseOverview } from '#shared/protocol/http/families.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';

/** An overview of a course with what it was derived from. */
export type KeptOverview = { readonly asOf: string; readonly basis: string; readonly overview: CourseOverview };

/** What lists say of families' courses. */
export type CourseOverviews = {
  readonly list: (families: readonly FamilyId[]) => Promise<ReadonlyMap<FamilyId, KeptOverview>>;
  /** What an overview would be derived from now: it changes with the family's record and its closed sessions. */
  readonly bases: (families: readonly FamilyId[]) => Promise<ReadonlyMap<FamilyId, string>>;
  readonly keep: (familyId: FamilyId, kept: KeptOverview) => Promise<void>;
  /** Some families without an overview of this day, after a family, in the order of their ids. */
  readonly notOf: (day: string, after: FamilyId | undefined) => Promise<readonly FamilyId[]>;
};
