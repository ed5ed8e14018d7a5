import { z } from 'zod';
import type { Audited } from '#shared/domain/audit/audited.ts';
import type { Role } from '#shared/domain/people.ts';
import type { MissingFactor } from '#shared/domain/secondFactor.ts';
import {
  ClinicProgramId,
  FamilyId,
  LinkId,
  ParticipantId,
  PasskeyId,
  SessionId,
  SignInId,
  TakeId,
  TeamId,
} from '../ids.ts';
import { AttemptId, ClipId } from '../practice.ts';
import type { RouteLimitName } from './routeLimits.ts';

/** A person with an account, or nobody: a stranger, or a family's device, which has a cookie of its own. */
export type Visitor = Role | 'nobody';

export const EVERYONE = ['nobody', 'therapist', 'supervisor', 'admin'] as const satisfies readonly Visitor[];
export const STAFF = ['therapist', 'supervisor', 'admin'] as const satisfies readonly Visitor[];
export const COACHES = ['therapist', 'supervisor'] as const satisfies readonly Visitor[];

/** The possible parameters of a path, by name. */
export const Params = z.object({
  sessionId: SessionId,
  familyId: FamilyId,
  teamId: TeamId,
  userId: ParticipantId,
  signInId: SignInId,
  passkeyId: PasskeyId,
  partId: TakeId,
  clipId: ClipId,
  attemptId: AttemptId,
  clinicProgramId: ClinicProgramId,
  linkId: LinkId,
});

export type Params = z.infer<typeof Params>;

/** A file as an answer. `ranges`: a player may ask for parts of it, or only for its headers. */
type FileAnswer = { readonly file: string; readonly ranges: boolean };

/** The status codes that a route may refuse with by itself. Others follow from its row: see `statusesOf`. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429;

/**
 * One route. A path with `:sessionId` is only for those who may open that session (rule PER2). One with `:familyId` is
 * only for those who may read that family's record, or change it unless the method is GET (rule PER4). Rule PER9.
 */
export type Route = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: `/api/${string}`;
  /** What it does, in a few words. */
  readonly does: string;
  /** Who may ask. Rule PER3. */
  readonly for: readonly Visitor[];
  /** Answers a sign-in that lacks this of its second factor. All other routes refuse it. Rule PER11. */
  readonly whileMissing?: readonly Exclude<MissingFactor, 'none'>[];
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** In bytes, if a body may be larger than a message of the socket. */
  readonly largestBody?: number;
  readonly answer: z.ZodType | FileAnswer;
  /** When it refuses, by status. */
  readonly refusals?: { readonly [S in RefusalStatus]?: string };
  /** Pages ask it by themselves, so it does not show that anybody is there. Rule PER14. */
  readonly isPolled?: true;
  /** Whether the person must have shown within the last minutes who they are. Rule PER13. */
  readonly asksAgain?: true;
  /** Whoever was right goes on under a new token, and the former one is worth nothing. Rule PER13. */
  readonly renewsToken?: true;
  /** What the audit says of it; null if it says nothing. Rule ADT1. */
  readonly audit: Audited | null;
  /** How often, and how many at once. Rule WIR6. */
  readonly limit: RouteLimitName;
};

export type Routes = Readonly<Record<string, Route>>;

/** The schema of what a route's path names. */
export function paramsOf({ path }: Pick<Route, 'path'>): z.ZodObject {
  return Params.pick(Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, true])));
}

/** The input of a request, for any route. */
export type Sent = Readonly<Record<string, unknown>> & {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, unknown>>;
};

/** The address of a route below the origin. */
export function addressOf({ path }: Pick<Route, 'path'>, { query = {}, ...given }: Sent): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(textOf(given[name])));
  const asked = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, textOf(value)]]));
  return asked.length === 0 ? filled : `${filled}?${new URLSearchParams(asked).toString()}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
