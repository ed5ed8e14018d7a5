import type { RouteName } from '../http/routes.ts';
import { ACTOR_GROUPS, type ActorGroup } from './actorGroups.ts';
import type { Actor } from './actors.ts';

export type RouteAccess = {
  readonly who: ActorGroup;
  /** Only those who have shown within the last minutes who they are. Rule PER13. */
  readonly confirmed?: true;
  /** Whose sign-in is not complete, and who is let in to complete it. Rule PER11. */
  readonly also?: readonly Actor[];
};

/**
 * Whom each route lets in, as a reader may check it, when it is asked about one family: its record, sessions and pages.
 * The rows of `protocol/http` and the rule of ties say the same in other words; a test tries every cell.
 */
export const ROUTE_ACCESS = {
  'clinic:health': { who: 'anybody' },
  'clinic:read': { who: 'anybody' },
  'clinic-contact:read': { who: 'anybody' },
  'clinic-settings:read': { who: 'admins' },
  'clinic-settings:change': { who: 'admins' },
  'first-admin:make': { who: 'secret' },

  'account:sign-in': { who: 'secret' },
  'account:sign-out': { who: 'anybody' },
  'account:standing': { who: 'anybody' },
  'account:read': { who: 'staff' },
  'demo:sign-in': { who: 'secret' },

  'sign-in-policy:read': { who: 'admins' },
  'sign-in-policy:change': { who: 'admins', confirmed: true },

  'second-factor:read': { who: 'staff', also: ['factorNotGiven', 'withoutFactor'] },
  'second-factor:give': { who: 'staff', also: ['factorNotGiven'] },
  'confirmation:give': { who: 'staff' },
  'authenticator:begin': { who: 'staff', confirmed: true, also: ['withoutFactor'] },
  'authenticator:remove': { who: 'staff', confirmed: true },
  'recovery-codes:renew': { who: 'staff', confirmed: true },
  'authenticator:confirm': { who: 'staff', also: ['withoutFactor'] },

  'passkey-sign-in:begin': { who: 'anybody' },
  'passkey-sign-in:give': { who: 'secret' },
  'passkey:ask': { who: 'staff', also: ['factorNotGiven'] },
  'passkeys:list': { who: 'staff' },
  'passkey:begin': { who: 'staff', confirmed: true, also: ['withoutFactor'] },
  'passkey:add': { who: 'staff', also: ['withoutFactor'] },
  'passkey:rename': { who: 'themselves' },
  'passkey:remove': { who: 'themselves', confirmed: true },

  'provider-sign-in:begin': { who: 'anybody' },
  'provider-sign-in:finish': { who: 'secret' },

  'account:rename': { who: 'staff' },
  'account:set-password': { who: 'staff', confirmed: true },
  'sign-ins:list': { who: 'staff' },
  'sign-ins:end': { who: 'themselves', confirmed: true },
  'sign-ins:end-others': { who: 'staff', confirmed: true },

  'people:list': { who: 'admins' },
  'people:invite': { who: 'admins', confirmed: true },
  'people:change': { who: 'admins', confirmed: true },
  'people:remove-second-factor': { who: 'admins', confirmed: true },
  'people:withdraw': { who: 'admins' },
  'people:send-link': { who: 'admins', confirmed: true },

  'account-link:read': { who: 'secret' },
  'account-link:use': { who: 'secret' },
  'account-link:ask': { who: 'anybody' },

  'teams:list': { who: 'admins' },
  'teams:make': { who: 'admins' },
  'team:change': { who: 'admins' },

  'families:list': { who: 'coaches' },
  'families:make': { who: 'therapistsAndAdmins' },
  'family:read': { who: 'sees' },
  'family:enter': { who: 'changes' },
  'safety-sheet:read': { who: 'sees' },
  'safety-sheet:write': { who: 'changes' },
  'diary-links:make': { who: 'changes' },
  'diary-links:list': { who: 'changes' },
  'diary-links:withdraw': { who: 'changes' },

  'erasure:read': { who: 'sees' },
  'erasure:request': { who: 'asksErasure' },
  'erasure:withdraw': { who: 'assigns' },
  'erasures:list': { who: 'admins' },
  'erasure:confirm': { who: 'admins', confirmed: true },
  'holds:list': { who: 'admins' },
  'hold:set': { who: 'holds' },
  'hold:lift': { who: 'holds' },
  'retention:read': { who: 'admins' },
  'retention:preview': { who: 'admins' },
  'retention:change': { who: 'admins', confirmed: true },
  'retention:list': { who: 'admins' },
  'family-retention:read': { who: 'sees' },
  'retention:keep': { who: 'asksErasure' },
  'family-copy:prepare': { who: 'sees', confirmed: true },
  'family-copy:download': { who: 'sees' },

  'caseloads:list': { who: 'admins' },
  'family-therapists:read': { who: 'sees' },
  'colleagues:list': { who: 'staff' },
  'caseloads:hand-over': { who: 'assigns' },
  'caseloads:cover': { who: 'assigns' },
  'caseloads:end-cover': { who: 'endsCover' },
  'caseload-notices:list': { who: 'therapists' },
  'caseload-notices:dismiss': { who: 'therapists' },

  'sessions:list': { who: 'coaches' },
  'needs:list': { who: 'coaches' },
  'sessions:make': { who: 'changes' },
  'session:read': { who: 'sees' },
  'session-report:read': { who: 'sees' },
  'session-links:make': { who: 'changes' },
  'session-links:list': { who: 'changes' },
  'session-links:withdraw': { who: 'changes' },

  'reviews:list': { who: 'coaches' },
  'coders:list': { who: 'coaches' },
  'coder-comparisons:list': { who: 'coaches' },

  'review:read': { who: 'sees' },
  'review:write': { who: 'sees' },
  'codings:import': { who: 'sees' },

  'recording:read': { who: 'sees' },
  'recording:play': { who: 'sees' },
  'speech:read': { who: 'sees' },
  'speech:ask': { who: 'sees' },

  'recording-export:read': { who: 'sees' },
  'recording-export:begin': { who: 'sees', confirmed: true },
  'recording-export:end': { who: 'sees' },
  'recording-export:download': { who: 'sees' },
  'recording-export:map': { who: 'sees' },

  'exports:make': { who: 'sees', confirmed: true },
  'unshown-names:read': { who: 'sees' },

  'clips:list': { who: 'coaches' },
  'clip:film': { who: 'coaches' },
  'clip:captions': { who: 'coaches' },
  'attempts:list': { who: 'themselvesOrSupervisor' },
  'attempt:open': { who: 'coaches' },
  'attempt:submit': { who: 'themselves' },
  'practice-coders:list': { who: 'supervisors' },

  'programs:list': { who: 'staff' },
  'programs:make': { who: 'admins' },
  'program:read': { who: 'staff' },
  'program:change': { who: 'admins' },

  'device:join': { who: 'secret' },
  'device:read': { who: 'devices' },
  'device-cards:read': { who: 'cards' },

  'diary:open': { who: 'secret' },
  'diary:read': { who: 'pages' },
  'diary:close': { who: 'pages' },
  'diary-audit:read': { who: 'pages' },
  'diary:write': { who: 'ownPage' },

  'diary-passkey:begin': { who: 'pages' },
  'diary-passkey:add': { who: 'pages' },
  'diary-passkey:remove': { who: 'pages' },
  'diary-sign-in:begin': { who: 'anybody' },
  'diary-sign-in:give': { who: 'secret' },

  'own-consents:read': { who: 'pages' },
  'own-consents:answer': { who: 'ownPage' },

  'audit:list': { who: 'admins' },
  'servers:list': { who: 'admins' },
  'family-audit:read': { who: 'sees' },

  'api-description:read': { who: 'staff' },
} as const satisfies Record<RouteName, RouteAccess>;

/** Whether a route lets somebody in. */
export function isLetIn(actor: Actor, route: RouteName): boolean {
  const { who, confirmed, also = [] }: RouteAccess = ROUTE_ACCESS[route];
  if (confirmed === true && (actor === 'unconfirmed' || actor === 'unconfirmedAdmin')) return false;
  const actors: readonly Actor[] = ACTOR_GROUPS[who].actors;
  return actors.includes(actor) || also.includes(actor);
}
