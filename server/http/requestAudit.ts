import { z } from 'zod';
import { type AuditActor, type Audited, isReading } from '#shared/domain/audit/audited.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { Route } from '#shared/protocol/http/route.ts';
import type { AuditEntry } from '#server/audit/auditEntry.ts';
import type { AuditWriter } from '#server/audit/auditWriter.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';

/** What an answer knows and its request does not say: who a browser without an account is, or what exactly was done. */
export type ToldToAudit = {
  readonly actor?: AuditActor;
  readonly actorId?: string;
  readonly what?: Audited;
  readonly familyId?: string;
  /** A row for each of them. */
  readonly families?: readonly string[];
  readonly sessionId?: string;
  readonly subjectId?: string;
};

type Asked = {
  readonly account?: Account | undefined;
  readonly session?: SessionRecord | undefined;
  readonly params: unknown;
  readonly body?: unknown;
};

export type RequestAudit = {
  /** Resolves when the row is written that a change needs before it is answered. */
  readonly answered: (route: Route, asked: Asked, answer: unknown, told: ToldToAudit) => Promise<void>;
  readonly refused: (route: Route, asked: Asked, status: number, told?: ToldToAudit) => void;
};

const ids = {
  sessionId: z.uuid().optional().catch(undefined),
  familyId: z.uuid().optional().catch(undefined),
};
const subject = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .optional()
  .catch(undefined);

/** The ids in a path, in what was sent or in an answer. Everything else in them stays out of the audit. */
const Ids = z
  .object({
    ...ids,
    /** The families of a hand-over, if it is one. */
    families: ids.familyId,
    ...{ userId: subject, teamId: subject, clinicProgramId: subject, linkId: subject, signInId: subject, to: subject },
  })
  .catch({});

/** These refusals are about who asks, not about what was sent. */
const DENIALS = new Set([401, 403, 404, 410, 429]);

/** For these actions, a wrong password or code is a denial too. */
const WRONG: Partial<Readonly<Record<Audited, number>>> = { 'identity.confirmed': 422, 'password.set': 409 };

/** Writes a row for each request whose route says so. Rule ADT1. */
export function createRequestAudit({ write, note }: Pick<AuditWriter, 'write' | 'note'>): RequestAudit {
  return {
    async answered(route, asked, answer, told) {
      const entry = entryOf(route, asked, 'done', told, answer);
      if (entry === undefined) return;
      if (isReading(entry.what)) note(entry);
      else await Promise.all(entriesOfEach(entry, told).map(write));
    },

    refused(route, asked, status, told = {}) {
      const isDenial = DENIALS.has(status) || (route.audit !== null && WRONG[route.audit] === status);
      const entry = isDenial ? entryOf(route, asked, 'refused', told, undefined) : undefined;
      if (entry !== undefined) note(entry);
    },
  };
}

function entriesOfEach(entry: AuditEntry, { families }: ToldToAudit): readonly AuditEntry[] {
  return families?.map((familyId) => ({ ...entry, familyId })) ?? [entry];
}

function entryOf(
  { audit }: Route,
  { account, session, params, body }: Asked,
  outcome: AuditEntry['outcome'],
  told: ToldToAudit,
  answer: unknown,
): AuditEntry | undefined {
  if (audit === null) return undefined;
  const [named, sent, answered] = [Ids.parse(params), Ids.parse(body), Ids.parse(answer)];
  const all = { ...answered, ...sent, ...named };
  const actorId = told.actorId ?? account?.userId ?? null;
  const subjectId =
    told.subjectId ?? all.userId ?? all.teamId ?? all.clinicProgramId ?? all.linkId ?? all.signInId ?? all.to ?? null;
  const actor = told.actor ?? account?.role ?? 'nobody';
  // It says nothing that somebody unknown did something to nothing, and anybody could fill the audit with it.
  if (actor === 'nobody' && subjectId === null && outcome === 'done') return undefined;
  return {
    actor,
    actorId,
    what: told.what ?? audit,
    outcome,
    familyId: told.familyId ?? session?.familyId ?? all.familyId ?? all.families ?? null,
    sessionId: told.sessionId ?? session?.sessionId ?? all.sessionId ?? null,
    subjectId: subjectId === actorId ? null : subjectId,
  };
}
