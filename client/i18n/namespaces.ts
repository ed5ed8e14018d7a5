import type { words as common } from './en/common.ts';

/** The texts of each feature, in a file that loads with the feature. A new feature adds one line. */
export const namespaces = {
  signIn: () => import('./en/signIn.ts'),
  account: () => import('./en/account.ts'),
  secondFactor: () => import('./en/secondFactor.ts'),
  setPassword: () => import('./en/setPassword.ts'),
  firstAdmin: () => import('./en/firstAdmin.ts'),
  clinic: () => import('./en/clinic.ts'),
  teams: () => import('./en/teams.ts'),
  audit: () => import('./en/audit.ts'),
  servers: () => import('./en/servers.ts'),
  erasures: () => import('./en/erasures.ts'),
  retention: () => import('./en/retention.ts'),
  caseloads: () => import('./en/caseloads.ts'),
  start: () => import('./en/start.ts'),
  planning: () => import('./en/planning.ts'),
  families: () => import('./en/families.ts'),
  consents: () => import('./en/consents.ts'),
  ownConsents: () => import('./en/ownConsents.ts'),
  safety: () => import('./en/safety.ts'),
  join: () => import('./en/join.ts'),
  deviceCheck: () => import('./en/deviceCheck.ts'),
  report: () => import('./en/report.ts'),
  review: () => import('./en/review.ts'),
  transcript: () => import('./en/transcript.ts'),
  reliability: () => import('./en/reliability.ts'),
  family: () => import('./en/family.ts'),
  familyCard: () => import('./en/familyCard.ts'),
  diary: () => import('./en/diary.ts'),
  pad: () => import('./en/pad.ts'),
  blindCoding: () => import('./en/blindCoding.ts'),
  remarks: () => import('./en/remarks.ts'),
  fidelity: () => import('./en/fidelity.ts'),
  reviews: () => import('./en/reviews.ts'),
  practice: () => import('./en/practice.ts'),
  console: () => import('./en/console.ts'),
  programs: () => import('./en/programs.ts'),
  imports: () => import('./en/imports.ts'),
  exports: () => import('./en/exports.ts'),
  why: () => import('./en/why.ts'),
  supervision: () => import('./en/supervision.ts'),
  coaching: () => import('./en/coaching.ts'),
  recording: () => import('./en/recording.ts'),
};

export type Namespace = keyof typeof namespaces;

export type Words = { readonly common: typeof common } & {
  [N in Namespace]: Awaited<ReturnType<(typeof namespaces)[N]>>['words'];
};
