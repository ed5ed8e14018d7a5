import type { Caregiver, Edits } from '#shared/protocol/facts.ts';
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

export type SessionRecords = {
  readonly findSession: (sessionId: SessionId) => Promise<SessionRecord | undefined>;
  /** Two at most, so that one knows whether there are more. */
  readonly findSessionsByStartOfId: (start: string) => Promise<readonly SessionRecord[]>;
  /** Latest first: all, or those of the families that a person is tied to. */
  readonly listSessions: (seenBy?: SeenBy) => Promise<readonly SessionRecord[]>;
  /** A family's sessions, earliest first. */
  readonly listSessionsOf: (familyId: FamilyId) => Promise<readonly SessionRecord[]>;
  readonly makeSession: (plan: SessionPlan) => Promise<SessionRecord | undefined>;
};
