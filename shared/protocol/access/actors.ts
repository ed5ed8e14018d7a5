import type { Part } from '#shared/domain/people.ts';

/** How somebody takes part in a session: in a part of it, only in a session of their own, or not at all. */
type Attendance = Part | 'elsewhere' | 'refused';

export type ActorRow = { readonly says: string; readonly attends: Attendance };

/** Staff whose sign-in is valid, by what ties them to one family. */
const STAFF_ACTORS = {
  admin: { says: 'an admin', attends: 'refused' },
  therapist: { says: 'the family’s therapist, who leads the session', attends: 'lead' },
  covering: { says: 'a therapist who covers the family', attends: 'observer' },
  supervisor: { says: 'a supervisor who leads the therapist’s team', attends: 'observer' },
  colleague: { says: 'another therapist of the same team', attends: 'refused' },
  formerTherapist: { says: 'a therapist who handed the family over', attends: 'refused' },
  coverEnded: { says: 'a therapist whose cover ended yesterday', attends: 'refused' },
  otherTherapist: { says: 'a therapist of another team', attends: 'refused' },
  formerSupervisor: { says: 'a supervisor who led the team before', attends: 'refused' },
  otherSupervisor: { says: 'a supervisor of another team', attends: 'refused' },
  becameAdmin: { says: 'the family’s former therapist, now an admin', attends: 'refused' },
  becameTherapist: { says: 'a former supervisor, now a therapist', attends: 'refused' },
  unconfirmed: { says: 'the family’s therapist, who signed in an hour ago', attends: 'lead' },
  unconfirmedAdmin: { says: 'an admin who signed in an hour ago', attends: 'refused' },
} as const satisfies Record<string, ActorRow>;

/** Browsers without a valid sign-in. Each but the first was one of the family’s therapist. */
const STRANGERS = {
  nobody: { says: 'a browser without any cookie', attends: 'refused' },
  forged: { says: 'a cookie with a wrong signature', attends: 'refused' },
  signedOut: { says: 'a cookie from before the sign-out', attends: 'refused' },
  timedOut: { says: 'a sign-in whose time is over', attends: 'refused' },
  deactivated: { says: 'an account that was deactivated', attends: 'refused' },
  roleTaken: { says: 'a cookie from before the role was taken', attends: 'refused' },
  withoutFactor: { says: 'a sign-in without the second factor that the clinic requires', attends: 'refused' },
  factorNotGiven: { says: 'a sign-in that has not given its second factor', attends: 'refused' },
} as const satisfies Record<string, ActorRow>;

/** Devices of families in a session. */
const DEVICE_ACTORS = {
  combined: { says: 'the family’s phone', attends: 'combined' },
  room: { says: 'the family’s room device', attends: 'room' },
  ear: { says: 'the family’s ear', attends: 'ear' },
  knocking: { says: 'a device that is not let in yet', attends: 'knocking' },
  removedDevice: { says: 'a device that was turned away', attends: 'refused' },
  expiredDevice: { says: 'a device whose day is over', attends: 'refused' },
  closedDevice: { says: 'a device of an earlier, closed session of the family', attends: 'elsewhere' },
  neverLetIn: { says: 'a device that was never let into that closed session', attends: 'elsewhere' },
  otherDevice: { says: 'a device of another family', attends: 'elsewhere' },
} as const satisfies Record<string, ActorRow>;

/** Caregivers’ own pages. */
const PAGE_ACTORS = {
  diary: { says: 'the caregiver’s own page', attends: 'refused' },
  partnersDiary: { says: 'the page of the family’s other caregiver', attends: 'refused' },
  otherDiary: { says: 'a page of another family', attends: 'refused' },
  withdrawnDiary: { says: 'a page whose link was withdrawn', attends: 'refused' },
  expiredDiary: { says: 'a page whose time is over', attends: 'refused' },
} as const satisfies Record<string, ActorRow>;

export const ACTOR_KINDS = [
  { says: 'Staff', actors: STAFF_ACTORS },
  { says: 'Browsers without a valid sign-in', actors: STRANGERS },
  { says: 'Devices of families', actors: DEVICE_ACTORS },
  { says: 'Pages of caregivers', actors: PAGE_ACTORS },
] as const;

/** Everybody who may come, over HTTP or with a socket, as seen from one family. */
export const ACTORS = { ...STAFF_ACTORS, ...STRANGERS, ...DEVICE_ACTORS, ...PAGE_ACTORS } as const;

export type Actor = keyof typeof ACTORS;

export const EVERY_ACTOR = Object.keys(ACTORS) as readonly Actor[];
