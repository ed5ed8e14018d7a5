import { z } from 'zod';
import { AUDIT_ACTORS, AUDIT_KINDS, AUDITED } from '#shared/domain/audit/audited.ts';
import { FamilyId, ParticipantId } from '../ids.ts';
import { KnownName } from '../names.ts';
import { COACHES, type Routes } from './route.ts';

/** A row of the audit as people read it: names as they are today. Null where there is nobody, or nobody anymore. */
export const AuditLine = z.object({
  seq: z.int().positive(),
  at: z.iso.datetime(),
  actor: z.enum(AUDIT_ACTORS),
  actorName: KnownName.nullable(),
  what: z.enum(AUDITED),
  kind: z.enum(AUDIT_KINDS),
  familyId: FamilyId.nullable(),
  familyName: KnownName.nullable(),
  /** The person whom it is about. */
  subjectName: KnownName.nullable(),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** Newest first. `next` is the `before` of the next page; null on the last. */
export const AuditPage = z.object({ lines: z.array(AuditLine), next: z.int().positive().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;

const before = z.coerce.number().pipe(z.int().positive()).optional();

export const AuditQuery = z.strictObject({
  before,
  familyId: FamilyId.optional(),
  actorId: ParticipantId.optional(),
  kind: z.enum(AUDIT_KINDS).optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const auditRoutes = {
  'audit:list': {
    method: 'GET',
    path: '/api/audit',
    does: 'Lists who read, changed, exported or was refused what, newest first. Rule ADT4.',
    for: ['admin'],
    audit: 'audit.read',
    limit: 'heavy',
    query: AuditQuery,
    answer: AuditPage,
  },
  'family-audit:read': {
    method: 'GET',
    path: '/api/families/:familyId/audit',
    does: 'Lists the same about one family. Rule ADT4.',
    for: COACHES,
    audit: 'audit.read',
    limit: 'heavy',
    query: z.strictObject({ before }),
    answer: AuditPage,
  },
} as const satisfies Routes;
