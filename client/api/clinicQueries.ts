import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  Account,
  ClinicProgram,
  ClinicState,
  Family,
  FamilyRecord,
  ROUTES,
  SessionReport,
  SessionSummary,
} from '#shared/protocol/http.ts';
import { CLINIC_ROUTES, ClinicSettingsVersion } from '#shared/protocol/clinic.ts';
import { CoderHistory, CODERS_ROUTE } from '#shared/protocol/coders.ts';
import { EXPORT_ROUTES, UnshownNames } from '#shared/protocol/exports.ts';
import { REVIEW_ROUTES, ReviewCase } from '#shared/protocol/review.ts';
import type { ClinicProgramId, FamilyId, SessionId } from '#shared/protocol/ids.ts';
import { KeptSafetySheet } from '#shared/protocol/safetySheet.ts';
import { getJson } from './http.ts';

/** The clinic's resources over HTTP, each with the key that it is cached under. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => getJson(ROUTES.me, Account),
  staleTime: Infinity,
});

/** What anybody is told of the clinic: its name, its number and its zone. */
export const clinicQuery = queryOptions({
  queryKey: ['clinic'],
  queryFn: () => getJson(ROUTES.clinic, ClinicState),
  staleTime: 60_000,
});

/** Every version of what the clinic says of itself, the newest first. */
export const clinicSettingsQuery = queryOptions({
  queryKey: ['clinic-settings'],
  queryFn: () => getJson(CLINIC_ROUTES.settings, z.array(ClinicSettingsVersion)),
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => getJson(ROUTES.sessions, z.array(SessionSummary)),
  refetchInterval: 15_000,
});

/** One session, as it stands when its page is opened: from then on the live session tells. */
export const sessionQuery = (sessionId: SessionId) =>
  queryOptions({
    queryKey: ['session', sessionId],
    queryFn: () => getJson(ROUTES.session(sessionId), SessionSummary),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export const familiesQuery = queryOptions({
  queryKey: ['families'],
  queryFn: () => getJson(ROUTES.families, z.array(Family)),
});

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: () => getJson(ROUTES.people, z.array(Account)),
});

export const reportQuery = (sessionId: SessionId) =>
  queryOptions({
    queryKey: ['report', sessionId],
    queryFn: () => getJson(ROUTES.sessionReport(sessionId), SessionReport),
  });

/** The names in a session that its PDF would show with a letter missing. */
export const unshownNamesQuery = (sessionId: SessionId) =>
  queryOptions({
    queryKey: ['unshown-names', sessionId],
    queryFn: () => getJson(EXPORT_ROUTES.unshown(sessionId), UnshownNames),
  });

/** Closed sessions for review, those that wait first. */
export const reviewsQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: () => getJson(REVIEW_ROUTES.reviews, z.array(ReviewCase)),
});

/** How coders agree over sessions. */
export const codersQuery = queryOptions({
  queryKey: ['coders'],
  queryFn: () => getJson(CODERS_ROUTE, z.array(CoderHistory)),
});

export const clinicProgramsQuery = queryOptions({
  queryKey: ['programs'],
  queryFn: () => getJson(ROUTES.clinicPrograms, z.array(ClinicProgram)),
});

/** Every version of the clinic's own copy of a program, the newest first. */
export const programVersionsQuery = (id: ClinicProgramId) =>
  queryOptions({
    queryKey: ['programs', id],
    queryFn: () => getJson(ROUTES.clinicProgram(id), z.array(ClinicProgram)),
  });

/** A family's record with its sessions, which `courseOf` folds. */
export const familyQuery = (familyId: FamilyId) =>
  queryOptions({
    queryKey: ['family', familyId],
    queryFn: () => getJson(ROUTES.family(familyId), FamilyRecord),
  });

/** How to reach a family; null where nothing is noted. */
export const safetySheetQuery = (familyId: FamilyId) =>
  queryOptions({
    queryKey: ['safety-sheet', familyId],
    queryFn: () => getJson(ROUTES.safetySheet(familyId), KeptSafetySheet.nullable()),
  });
