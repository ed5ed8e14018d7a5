import { sqlAccountLinkRecords } from './sqlAccountLinkRecords.ts';
import { sqlCaregiverPasskeyRecords } from './sqlCaregiverPasskeyRecords.ts';
import { sqlCaseloadRecords } from './sqlCaseloadRecords.ts';
import { sqlClinicProgramRecords } from './sqlClinicProgramRecords.ts';
import { sqlClinicSettingsRecords } from './sqlClinicSettingsRecords.ts';
import { sqlDeviceRecords } from './sqlDeviceRecords.ts';
import { sqlDiaryRecords } from './sqlDiaryRecords.ts';
import { sqlErasureRecords } from './sqlErasureRecords.ts';
import { sqlFamilyRecords } from './sqlFamilyRecords.ts';
import { sqlPeopleRecords } from './sqlPeopleRecords.ts';
import { sqlPracticeRecords } from './sqlPracticeRecords.ts';
import { sqlProviderRecords } from './sqlProviderRecords.ts';
import { sqlRetentionRecords } from './sqlRetentionRecords.ts';
import { sqlSafetyRecords } from './sqlSafetyRecords.ts';
import { sqlPasskeyRecords } from './sqlPasskeyRecords.ts';
import { sqlSecondFactorRecords } from './sqlSecondFactorRecords.ts';
import { sqlSessionRecords } from './sqlSessionRecords.ts';
import { sqlAuditRecords } from './sqlAuditRecords.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { sqlSignInRecords } from './sqlSignInRecords.ts';
import { sqlSignInPolicyRecords } from './sqlSignInPolicyRecords.ts';
import { sqlTeamRecords } from './sqlTeamRecords.ts';
import type { Db } from './db.ts';
import type { Records } from './records.ts';

export function createSqlRecords(db: Db, keys: FamilyKeys): Records {
  return {
    ...sqlPeopleRecords(db),
    ...sqlAccountLinkRecords(db),
    ...sqlSecondFactorRecords(db),
    ...sqlPasskeyRecords(db),
    ...sqlCaregiverPasskeyRecords(db),
    ...sqlProviderRecords(db),
    ...sqlSignInRecords(db),
    ...sqlSignInPolicyRecords(db),
    ...sqlFamilyRecords(db, keys),
    ...sqlSessionRecords(db, keys),
    ...sqlDeviceRecords(db, keys),
    ...sqlDiaryRecords(db),
    ...sqlClinicProgramRecords(db),
    ...sqlSafetyRecords(db, keys),
    ...sqlClinicSettingsRecords(db),
    ...sqlPracticeRecords(db),
    ...sqlCaseloadRecords(db, keys),
    ...sqlTeamRecords(db),
    ...sqlAuditRecords(db, keys),
    ...sqlErasureRecords(db, keys),
    ...sqlRetentionRecords(db, keys),
  };
}
