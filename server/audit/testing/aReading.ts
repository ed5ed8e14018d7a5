import type { AuditEntry } from '../auditEntry.ts';
import type { DatedEntry } from '../auditLog.ts';

/** A therapist read a family's record. For tests. */
export const READING: AuditEntry = {
  actor: 'therapist',
  actorId: 'ida',
  what: 'record.read',
  outcome: 'done',
  familyId: 'lark',
  sessionId: null,
  subjectId: null,
};

export const DATED_READING: DatedEntry = { ...READING, at: '2026-03-02T09:00:00.000Z' };
