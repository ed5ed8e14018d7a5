import type { FamilyId } from '#shared/protocol/ids.ts';
import type { KeptSafetySheet, SafetySheet } from '#shared/protocol/safetySheet.ts';

export type SafetyRecords = {
  readonly findSafetySheet: (familyId: FamilyId) => Promise<KeptSafetySheet | undefined>;
  readonly writeSafetySheet: (
    familyId: FamilyId,
    sheet: SafetySheet,
    by: string,
    now: Date,
  ) => Promise<KeptSafetySheet>;
};
