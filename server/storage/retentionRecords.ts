import type {
  KeepReason,
  Period,
  Retained,
  RetentionRules,
  UntilAge,
} from '#shared/domain/retention/retentionRules.ts';
import type { AnnouncedLine, AnnouncedThing, KeptThing } from '#shared/protocol/http/retention.ts';
import type { FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { EndedKind } from './endedRows.ts';

/** The recording of a session, or with no session the whole record of a family. */
export type RetainedThing = { readonly familyId: FamilyId; readonly sessionId: SessionId | null };

/** A thing as the database knows it, without opening anything that is encrypted. */
export type AgingRow = RetainedThing & {
  /** The moment from which its age counts. */
  readonly from: string;
  readonly keptUntil: string | null;
  readonly announced: { readonly on: string; readonly erasesOn: string } | null;
};

/** One rule as it is stored. `untilAge` is null for recordings. */
export type StoredRule = {
  readonly period: Period;
  readonly untilAge: UntilAge | null;
  readonly madeBy: ParticipantId;
  readonly madeAt: string;
};

/** How long things are kept, and what will be erased because of its age. Rules RET1 to RET5, RET8. */
export type RetentionRecords = {
  /** The rule of each kind that somebody set. */
  readonly readRetentionRules: () => Promise<{ readonly [R in Retained]: StoredRule | null }>;
  /** Writes the rules that are new, and withdraws every announcement of their kinds. False if none is. Rule RET3. */
  readonly changeRetentionRules: (rules: RetentionRules, by: ParticipantId, now: Date) => Promise<boolean>;
  /** One page of what is older than this day or was announced; `next` is the `after` of the next page. */
  readonly listAging: (
    kind: Retained,
    page: { readonly before: string; readonly after: string | null },
  ) => Promise<{ readonly rows: readonly AgingRow[]; readonly next: string | null }>;
  /** What was announced already stays as it is. */
  readonly announce: (
    things: readonly (RetainedThing & { readonly erasesOn: string })[],
    today: string,
  ) => Promise<void>;
  readonly withdrawAnnouncements: (things: readonly RetainedThing[]) => Promise<void>;
  readonly countAnnounced: () => Promise<{ readonly [R in Retained]: number }>;
  /** One page of everything that was announced, soonest first. */
  readonly listAnnounced: (query: {
    readonly kind?: Retained | undefined;
    readonly after?: string | undefined;
  }) => Promise<{ readonly lines: readonly Omit<AnnouncedLine, 'obstacles'>[]; readonly next: string | null }>;
  /** The soonest of a family, and how many there are. */
  readonly listAnnouncedOf: (
    familyId: FamilyId,
  ) => Promise<{ readonly announced: readonly AnnouncedThing[]; readonly total: number }>;
  /** What is kept for longer on this day. */
  readonly listKept: (familyId: FamilyId, today: string) => Promise<readonly KeptThing[]>;
  /** False if it was not announced. Rule RET4. */
  readonly keepLonger: (
    thing: RetainedThing,
    keep: { readonly reason: KeepReason; readonly by: ParticipantId; readonly today: string; readonly now: Date },
  ) => Promise<boolean>;
  /** Whether a second coding from the recording was begun and not finished. */
  readonly hasOpenCoding: (sessionId: SessionId) => Promise<boolean>;
  /** Removes some links, devices or open diaries that ended before a moment. False if there are no more. Rule RET8. */
  readonly removeEnded: (kind: EndedKind, before: Date) => Promise<boolean>;
  /** The newest of the clinic's days on which the server checked. */
  readonly findRetentionRun: () => Promise<string | undefined>;
  readonly noteRetentionRun: (today: string, now: Date) => Promise<void>;
};
