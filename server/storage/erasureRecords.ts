import type { ErasureReason, HoldEnd, HoldReason } from '#shared/domain/retention/erasure.ts';
import type { ErasureLine, ErasureRequest, FamilyCounts, LegalHold } from '#shared/protocol/http/erasures.ts';
import type { FamilyId, ParticipantId } from '#shared/protocol/ids.ts';

type Step = { readonly by: ParticipantId; readonly now: Date };

/** One page; `next` is the `before` of the next. */
type Listed = {
  readonly lines: readonly Omit<ErasureLine, 'obstacles'>[];
  readonly next: number | null;
};

/** Requests to erase families, what stays of erased ones, and legal holds. */
export type ErasureRecords = {
  /** False if there is no such family, or it was asked for already. */
  readonly askErasure: (familyId: FamilyId, asked: Step & { readonly reason: ErasureReason }) => Promise<boolean>;
  /** False if nobody asks for it, or it has begun. */
  readonly withdrawErasure: (familyId: FamilyId) => Promise<boolean>;
  /** The request of a family that still has its key. */
  readonly findErasureRequest: (familyId: FamilyId) => Promise<ErasureRequest | undefined>;
  readonly listErasures: (query: {
    readonly show: 'requested' | 'erased';
    readonly before?: number | undefined;
  }) => Promise<Listed>;
  readonly countFamily: (familyId: FamilyId) => Promise<FamilyCounts>;
  readonly findHold: (familyId: FamilyId) => Promise<LegalHold | undefined>;
  /** False if there is no such family, or one is set already. */
  readonly setHold: (familyId: FamilyId, hold: Step & { readonly reason: HoldReason }) => Promise<boolean>;
  /** False if none is set. */
  readonly liftHold: (familyId: FamilyId, end: Step & { readonly reason: HoldEnd }) => Promise<boolean>;
  readonly listHolds: () => Promise<
    readonly (LegalHold & { readonly familyId: FamilyId; readonly familyName: string })[]
  >;
};
