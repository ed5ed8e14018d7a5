import type { AuditActor, Audited, AuditKind, AuditOutcome } from '#shared/domain/audit/audited.ts';

/** One act, before it is in the audit. Ids only: no name, word or secret, so that an erased family can stay in it. */
export type AuditEntry = {
  readonly actor: AuditActor;
  readonly actorId: string | null;
  readonly what: Audited;
  readonly outcome: AuditOutcome;
  readonly familyId: string | null;
  readonly sessionId: string | null;
  /** Whom or what else it is about: a person, a team, a program. */
  readonly subjectId: string | null;
};

/** A row of the audit, without its hash. */
export type AuditRow = AuditEntry & {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly at: string;
  readonly kind: AuditKind;
};
