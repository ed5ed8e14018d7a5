import type { Caregiver, Edits } from '#shared/protocol/facts.ts';
import type { ReviewStanding } from '#shared/protocol/http/reviewLists.ts';
import type { SessionGroup } from '#shared/protocol/http/sessions.ts';
import type { FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { SeenBy } from './tiedFamilies.ts';

/** A planned session, before anything happened in it. */
export type SessionRecord = {
  readonly sessionId: SessionId;
  readonly familyId: FamilyId;
  readonly familyName: string;
  readonly childInitials: string;
  readonly caregivers: readonly Caregiver[];
  readonly lead: ParticipantId;
  readonly leadName: string;
  readonly startsAt: Date;
  readonly program: string;
  readonly programVersion: string;
  /** The clinic's changes to its copy of the program when the session was planned. */
  readonly edits: Edits | null;
  /** The stage of the course that it is for, and what is to be coded in it. */
  readonly stage: string | null;
  readonly treatmentPhase: string | null;
};

export type SessionPlan = Pick<SessionRecord, 'familyId' | 'lead' | 'startsAt' | 'program' | 'programVersion'> & {
  readonly madeBy: ParticipantId;
  readonly edits?: Edits | null;
  readonly stage?: string | null;
  readonly treatmentPhase?: string | null;
};

/** One page of a list of sessions. */
type SessionPage = {
  readonly group: SessionGroup;
  /** When the clinic's current day begins, and when it is over. */
  readonly day: DaySpan;
  /** Only families whose name contains this. */
  readonly family?: string | undefined;
  readonly after?: SessionId | undefined;
};

type ReviewPage = Pick<SessionPage, 'family' | 'after'> & { readonly standing: ReviewStanding };

type PageOfSessions = { readonly sessions: readonly SessionRecord[]; readonly next: SessionId | null };

type FamilyName = { readonly familyId: FamilyId; readonly name: string };

export type DaySpan = { readonly begins: Date; readonly ends: Date };

export type SessionRecords = {
  readonly findSession: (sessionId: SessionId) => Promise<SessionRecord | undefined>;
  /** Two at most, so that one knows whether there are more. */
  readonly findSessionsByStartOfId: (start: string) => Promise<readonly SessionRecord[]>;
  /** Latest first: all, or those of the families that a person is tied to. */
  readonly listSessions: (seenBy?: SeenBy) => Promise<readonly SessionRecord[]>;
  /** A page of the sessions of families that a person is tied to. */
  readonly pageSessions: (seenBy: SeenBy, page: SessionPage) => Promise<PageOfSessions>;
  /** Planned for this span, and never begun: the latest of them. */
  readonly listNotHeld: (seenBy: SeenBy, span: DaySpan) => Promise<readonly SessionRecord[]>;
  /** By name: families of which a session of this span is closed, and none waits to be held or goes on. */
  readonly listUnplanned: (seenBy: SeenBy, span: DaySpan) => Promise<readonly FamilyName[]>;
  /** A page of closed sessions: those that wait for a sign-off, oldest first, or those that have one, latest first. */
  readonly pageReviews: (seenBy: SeenBy, page: ReviewPage) => Promise<PageOfSessions>;
  readonly countReviews: (seenBy: SeenBy) => Promise<Readonly<Record<ReviewStanding, number>>>;
  /** A family's sessions, earliest first. */
  readonly listSessionsOf: (familyId: FamilyId) => Promise<readonly SessionRecord[]>;
  readonly makeSession: (plan: SessionPlan) => Promise<SessionRecord | undefined>;
};
