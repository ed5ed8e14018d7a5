import type { z } from 'zod';
import { accountLinkRoutes } from './accountLinks.ts';
import { apiDescriptionRoutes } from './apiDescription.ts';
import { auditRoutes } from './audit.ts';
import { caseloadRoutes } from './caseloads.ts';
import { clinicRoutes } from './clinic.ts';
import { deviceRoutes } from './devices.ts';
import { diaryRoutes } from './diary.ts';
import { diaryPasskeyRoutes } from './diaryPasskeys.ts';
import { ownConsentRoutes } from './ownConsents.ts';
import { erasureRoutes } from './erasures.ts';
import { exportRoutes } from './exports.ts';
import { familyCopyRoutes } from './familyCopies.ts';
import { familyRoutes } from './families.ts';
import { myAccountRoutes } from './myAccount.ts';
import { peopleRoutes } from './people.ts';
import { practiceRoutes } from './practice.ts';
import { programRoutes } from './programs.ts';
import { recordingExportRoutes } from './recordingExports.ts';
import { recordingRoutes } from './recordings.ts';
import { retentionRoutes } from './retention.ts';
import { reviewListRoutes } from './reviewLists.ts';
import { reviewRoutes } from './reviews.ts';
import { passkeyRoutes } from './passkeys.ts';
import { providerRoutes } from './provider.ts';
import { secondFactorRoutes } from './secondFactor.ts';
import { signInPolicyRoutes } from './signInPolicy.ts';
import { addressOf, type Params, type Route } from './route.ts';
import { serverRoutes } from './servers.ts';
import { sessionRoutes } from './sessions.ts';
import { signInRoutes } from './signIn.ts';
import { teamRoutes } from './teams.ts';

/**
 * Every route of plain HTTP: people, families, sessions and links. Everything live goes over the socket (contract.ts).
 * The server only compiles if it answers exactly these.
 */
export const ROUTES = {
  ...clinicRoutes,
  ...signInRoutes,
  ...signInPolicyRoutes,
  ...secondFactorRoutes,
  ...passkeyRoutes,
  ...providerRoutes,
  ...myAccountRoutes,
  ...peopleRoutes,
  ...accountLinkRoutes,
  ...teamRoutes,
  ...familyRoutes,
  ...caseloadRoutes,
  ...erasureRoutes,
  ...retentionRoutes,
  ...familyCopyRoutes,
  ...sessionRoutes,
  ...reviewListRoutes,
  ...reviewRoutes,
  ...recordingRoutes,
  ...recordingExportRoutes,
  ...exportRoutes,
  ...practiceRoutes,
  ...programRoutes,
  ...deviceRoutes,
  ...diaryRoutes,
  ...diaryPasskeyRoutes,
  ...ownConsentRoutes,
  ...auditRoutes,
  ...serverRoutes,
  ...apiDescriptionRoutes,
} as const;

type Table = typeof ROUTES;
export type RouteName = keyof Table;

type Schema<N extends RouteName, K extends keyof Route> =
  Table[N] extends Readonly<Record<K, infer S extends z.ZodType>> ? S : never;

type Named<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Named<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

/** The names in the path of a route. */
export type ParamOf<N extends RouteName> = Named<Table[N]['path']> & keyof Params;

export type BodyOf<N extends RouteName> = z.output<Schema<N, 'body'>>;
export type QueryOf<N extends RouteName> = z.output<Schema<N, 'query'>>;
export type AnswerOf<N extends RouteName> = z.output<Schema<N, 'answer'>>;

/** The query of a route as it is asked. */
export type AskedOf<N extends RouteName> = z.input<Schema<N, 'query'>>;

/** The routes that answer with a file, and those that answer with a value. */
export type FileRoute = { [N in RouteName]: Table[N]['answer'] extends z.ZodType ? never : N }[RouteName];
export type ValueRoute = Exclude<RouteName, FileRoute>;

/** The routes that pages may ask by themselves, again and again. */
export type PolledRoute = {
  [N in ValueRoute]: Table[N] extends { readonly isPolled: true } ? N : never;
}[ValueRoute];

/** The routes that answer with a page of a list, and go on after its last row. */
export type PagedRoute = {
  [N in ValueRoute]: AnswerOf<N> extends { readonly next: string | null } ? N : never;
}[ValueRoute];

/** Makes a type deeply read-only, because input is only read. */
type Unchanged<T> = T extends object ? { readonly [K in keyof T]: Unchanged<T[K]> } : T;

/** What a request gives: the names in the path as they are, then `query` and `body` as far as the route takes them. */
type Given<N extends RouteName> = Readonly<Record<ParamOf<N>, string>> &
  (Table[N] extends { readonly body: infer B extends z.ZodType } ? { readonly body: Unchanged<z.input<B>> } : unknown) &
  (Table[N] extends { readonly query: infer Q extends z.ZodType } ? { readonly query?: z.input<Q> } : unknown);

/** No argument at all for a route that takes nothing. */
export type GivenArguments<N extends RouteName> = object extends Given<N> ? [given?: Given<N>] : [given: Given<N>];

type AddressArguments<N extends RouteName> =
  object extends Omit<Given<N>, 'body'> ? [given?: Omit<Given<N>, 'body'>] : [given: Omit<Given<N>, 'body'>];

/** The address of a route below the origin, with what its path names, and its query. */
export function pathOf<N extends RouteName>(name: N, ...[given]: AddressArguments<N>): string {
  return addressOf(ROUTES[name], given ?? {});
}
