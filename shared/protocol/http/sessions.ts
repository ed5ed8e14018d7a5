import { z } from 'zod';
import { PHASES } from '#shared/domain/phase.ts';
import { Caregiver } from '../facts.ts';
import { FamilyId, SessionId } from '../ids.ts';
import { FamilySearch, KnownName, KnownNameOrNone } from '../names.ts';
import { JoinLink, ListedLink } from './link.ts';
import { SessionReport } from './report.ts';
import { COACHES, type Routes } from './route.ts';

export const SessionSummary = z.object({
  sessionId: SessionId,
  familyId: FamilyId,
  familyName: KnownName,
  childInitials: KnownNameOrNone,
  caregivers: z.array(Caregiver),
  therapistName: KnownName,
  startsAt: z.iso.datetime(),
  phase: z.enum(PHASES),
  program: z.string(),
  programVersion: z.string(),
  /** The stage of the course and the treatment phase that it was planned for. */
  stage: z.string().nullable(),
  treatmentPhase: z.string().nullable(),
});
export type SessionSummary = z.infer<typeof SessionSummary>;

/** Today's with those that are live, in the order of the day; later ones, soonest first; earlier ones, latest first. */
export const SESSION_GROUPS = ['today', 'coming', 'earlier'] as const;
export type SessionGroup = (typeof SESSION_GROUPS)[number];

const SessionsQuery = z.strictObject({
  group: z.enum(SESSION_GROUPS).default('today'),
  /** Only of families whose name contains this. */
  family: FamilySearch.optional(),
  after: SessionId.optional(),
});

/** One page. `next` is the `after` of the next page; null on the last. */
export const Sessions = z.object({ sessions: z.array(SessionSummary), next: SessionId.nullable() });
export type Sessions = z.infer<typeof Sessions>;

/** What the asker should do soon. */
export const Needs = z.object({
  /** Planned sessions of the last weeks that never began, latest first. Not all, if there are many. */
  notHeld: z.array(SessionSummary),
  /** Families that came in the last weeks and have no next session. For therapists. */
  unplanned: z.array(z.object({ familyId: FamilyId, name: KnownName })),
  /** How many reviews wait to be signed off. For supervisors. */
  toSignOff: z.int().nonnegative(),
});
export type Needs = z.infer<typeof Needs>;

/** The stage of the course and what will be coded. Missing values come from the course. */
export const NewSession = z.strictObject({
  familyId: FamilyId,
  startsAt: z.iso.datetime(),
  stage: z.string().max(32).optional(),
  treatmentPhase: z.string().max(32).optional(),
});
export type NewSession = z.infer<typeof NewSession>;

export const sessionRoutes = {
  'sessions:list': {
    method: 'GET',
    path: '/api/sessions',
    does: 'Lists sessions of the families that the asker is tied to: today’s, coming or earlier ones. Rule PER9.',
    for: COACHES,
    audit: 'names.listed',
    limit: 'reading',
    isPolled: true,
    query: SessionsQuery,
    answer: Sessions,
  },
  'needs:list': {
    method: 'GET',
    path: '/api/needs',
    does: 'Lists what the asker should do soon about the families that they are tied to. Rule PER9.',
    for: COACHES,
    audit: 'names.listed',
    limit: 'reading',
    answer: Needs,
  },
  'sessions:make': {
    method: 'POST',
    path: '/api/sessions',
    does: 'Plans a session of a family whose record the therapist may change. Rule PER4.',
    for: ['therapist'],
    audit: 'session.planned',
    limit: 'writing',
    body: NewSession,
    answer: SessionSummary,
    refusals: {
      404: 'There is no such family, or it is not the asker’s.',
      409: 'The family said no to sessions by video.',
      422: 'The family’s program has no such stage, or the day is more than two years ahead or ten years ago.',
    },
  },
  'session:read': {
    method: 'GET',
    path: '/api/sessions/:sessionId',
    does: 'Reads one session as lists name it.',
    for: COACHES,
    audit: 'session.read',
    limit: 'reading',
    answer: SessionSummary,
  },
  'session-report:read': {
    method: 'GET',
    path: '/api/sessions/:sessionId/report',
    does: 'Reads what was coded in a session. Null for a reader who has not seen its codes, and opens its review first. Rule REV1.',
    for: COACHES,
    audit: 'session.read',
    limit: 'heavy',
    answer: SessionReport.nullable(),
    refusals: { 404: 'Nothing has happened in the session yet.', 409: 'The asker is coding the session blind.' },
  },
  'session-links:make': {
    method: 'POST',
    path: '/api/sessions/:sessionId/links',
    does: 'Makes a link for the family’s device. For the family’s therapists.',
    for: ['therapist'],
    audit: 'link.made',
    limit: 'writing',
    answer: JoinLink,
    refusals: { 409: 'The session is over.' },
  },
  'session-links:list': {
    method: 'GET',
    path: '/api/sessions/:sessionId/links',
    does: 'Lists the links of a session and what became of them, latest first.',
    for: ['therapist'],
    audit: 'links.listed',
    limit: 'reading',
    answer: z.array(ListedLink),
  },
  'session-links:withdraw': {
    method: 'POST',
    path: '/api/sessions/:sessionId/links/:linkId/withdraw',
    does: 'Makes a link useless and turns away the device that used it. Rule PER15.',
    for: ['therapist'],
    audit: 'link.withdrawn',
    limit: 'writing',
    answer: z.null(),
    refusals: { 404: 'The session has no such link.' },
  },
} as const satisfies Routes;
