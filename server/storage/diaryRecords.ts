import type { CaregiverId, FamilyId, LinkId } from '#shared/protocol/ids.ts';
import type { LinkRecord } from './deviceRecords.ts';
import type { DiaryOwner, OpenedDiary } from './diaryOwner.ts';
import type { Link } from './newLink.ts';

type DiaryLinkRecord = Pick<LinkRecord, 'linkId' | 'madeAt' | 'expiresAt' | 'usedAt' | 'withdrawnAt'> & {
  readonly caregiverId: CaregiverId;
};

export type DiaryRecords = {
  readonly makeDiaryLink: (owner: DiaryOwner, now: Date) => Promise<Link>;
  /** Turns a link into a diary in this browser, once. Undefined if the link is not valid. */
  readonly openDiary: (secret: string, now: Date) => Promise<OpenedDiary | undefined>;
  /** The latest links of a family, latest first. */
  readonly listDiaryLinks: (familyId: FamilyId) => Promise<readonly DiaryLinkRecord[]>;
  /** Makes a link useless and closes the diary that it opened. False if the family has no such link. */
  readonly withdrawDiaryLink: (familyId: FamilyId, linkId: LinkId, now: Date) => Promise<boolean>;
  /** In one browser. */
  readonly closeDiary: (credential: string, now: Date) => Promise<void>;
  readonly findDiary: (credential: string, now: Date) => Promise<DiaryOwner | undefined>;
};
