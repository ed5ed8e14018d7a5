import type { AccountLinkRecords } from './accountLinkRecords.ts';
import type { AuditRecords } from './auditRecords.ts';
import type { CaregiverPasskeyRecords } from './caregiverPasskeyRecords.ts';
import type { CaseloadRecords } from './caseloadRecords.ts';
import type { ClinicProgramRecords } from './clinicProgramRecords.ts';
import type { ClinicSettingsRecords } from './clinicSettingsRecords.ts';
import type { DeviceRecords } from './deviceRecords.ts';
import type { DiaryRecords } from './diaryRecords.ts';
import type { ErasureRecords } from './erasureRecords.ts';
import type { FamilyRecords } from './familyRecords.ts';
import type { PasskeyRecords } from './passkeyRecords.ts';
import type { PeopleRecords } from './peopleRecords.ts';
import type { PracticeRecords } from './practiceRecords.ts';
import type { ProviderRecords } from './providerRecords.ts';
import type { RetentionRecords } from './retentionRecords.ts';
import type { SafetyRecords } from './safetyRecords.ts';
import type { SecondFactorRecords } from './secondFactorRecords.ts';
import type { SessionRecords } from './sessionRecords.ts';
import type { SignInPolicyRecords } from './signInPolicyRecords.ts';
import type { SignInRecords } from './signInRecords.ts';
import type { TeamRecords } from './teamRecords.ts';

/** What the clinic stores besides the logs of its sessions. */
export type Records = PeopleRecords &
  AccountLinkRecords &
  SecondFactorRecords &
  PasskeyRecords &
  ProviderRecords &
  SignInRecords &
  SignInPolicyRecords &
  FamilyRecords &
  SessionRecords &
  DeviceRecords &
  DiaryRecords &
  CaregiverPasskeyRecords &
  ClinicProgramRecords &
  SafetyRecords &
  ClinicSettingsRecords &
  PracticeRecords &
  CaseloadRecords &
  TeamRecords &
  AuditRecords &
  ErasureRecords &
  RetentionRecords;
