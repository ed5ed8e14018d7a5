import { sqlClinicProgramRecords } from './sqlClinicProgramRecords.ts';
import { sqlClinicSettingsRecords } from './sqlClinicSettingsRecords.ts';
import { sqlDeviceRecords } from './sqlDeviceRecords.ts';
import { sqlDiaryRecords } from './sqlDiaryRecords.ts';
import { sqlFamilyRecords } from './sqlFamilyRecords.ts';
import { sqlPeopleRecords } from './sqlPeopleRecords.ts';
import { sqlPracticeRecords } from './sqlPracticeRecords.ts';
import { sqlSafetyRecords } from './sqlSafetyRecords.ts';
import { sqlSessionRecords } from './sqlSessionRecords.ts';
import type { Db } from './openDatabase.ts';
import type { Records } from './records.ts';

export function createSqlRecords(db: Db): Records {
  return {
    ...sqlPeopleRecords(db),
    ...sqlFamilyRecords(db),
    ...sqlSessionRecords(db),
    ...sqlDeviceRecords(db),
    ...sqlDiaryRecords(db),
    ...sqlClinicProgramRecords(db),
    ...sqlSafetyRecords(db),
    ...sqlClinicSettingsRecords(db),
    ...sqlPracticeRecords(db),
  };
}
