import type { PublicPasskey } from './passkeyRecords.ts';
import type { DiaryOwner, OpenedDiary } from './diaryOwner.ts';

/** Passkeys with which caregivers open their diaries. Rule PER18. */
export type CaregiverPasskeyRecords = {
  readonly listCaregiverPasskeys: (owner: DiaryOwner) => Promise<readonly PublicPasskey[]>;
  readonly findCaregiverPasskey: (credentialId: string) => Promise<PublicPasskey | undefined>;
  /** For the caregiver of an open diary. It ends with the link that opened that diary. False if it is known already. */
  readonly addCaregiverPasskey: (credential: string, passkey: PublicPasskey, now: Date) => Promise<boolean>;
  readonly removeCaregiverPasskeys: (owner: DiaryOwner) => Promise<void>;
  /** Opens a diary in one more browser. Undefined if the passkey is gone. */
  readonly openDiaryByPasskey: (credentialId: string, counter: number, now: Date) => Promise<OpenedDiary | undefined>;
};
