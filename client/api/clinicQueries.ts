import { queryOptions } from '@tanstack/react-query';
import type { ClinicProgramId, FamilyId, SessionId } from '#shared/protocol/ids.ts';
import { call } from './http.ts';

/** The clinic's resources over HTTP, each with the key that it is cached under. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => call('account:read'),
  staleTime: Infinity,
});

/** What anybody is told of the clinic: its name, its number and its zone. */
export const clinicQuery = queryOptions({
  queryKey: ['clinic'],
  queryFn: () => call('clinic:read'),
  staleTime: 60_000,
});

/** Every version of what the clinic says of itself, the newest first. */
export const clinicSettingsQuery = queryOptions({
  queryKey: ['clinic-settings'],
  queryFn: () => call('clinic-settings:read'),
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => call('sessions:list'),
  refetchInterval: 15_000,
});

/** One session, as it stands when its page is opened: from then on the live session tells. */
export const sessionQuery = (sessionId: SessionId) =>
  queryOptions({
    queryKey: ['session', sessionId],
    queryFn: () => call('session:read', { sessionId }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export const familiesQuery = queryOptions({
  queryKey: ['families'],
  queryFn: () => call('families:list'),
});

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: () => call('people:list'),
});

export const reportQuery = (sessionId: SessionId) =>
  queryOptions({
    queryKey: ['report', sessionId],
    queryFn: () => call('session-report:read', { sessionId }),
  });

/** The names in a session that its PDF would show with a letter missing. */
export const unshownNamesQuery = (sessionId: SessionId) =>
  queryOptions({
    queryKey: ['unshown-names', sessionId],
    queryFn: () => call('unshown-names:read', { sessionId }),
  });

/** Closed sessions for review, those that wait first. */
export const reviewsQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: () => call('reviews:list'),
});

/** How coders agree over sessions. */
export const codersQuery = queryOptions({
  queryKey: ['coders'],
  queryFn: () => call('coders:list'),
});

export const clinicProgramsQuery = queryOptions({
  queryKey: ['programs'],
  queryFn: () => call('programs:list'),
});

/** Every version of the clinic's own copy of a program, the newest first. */
export const programVersionsQuery = (id: ClinicProgramId) =>
  queryOptions({
    queryKey: ['programs', id],
    queryFn: () => call('program:read', { clinicProgramId: id }),
  });

/** A family's record with its sessions, which `courseOf` folds. */
export const familyQuery = (familyId: FamilyId) =>
  queryOptions({
    queryKey: ['family', familyId],
    queryFn: () => call('family:read', { familyId }),
  });

/** How to reach a family; null where nothing is noted. */
export const safetySheetQuery = (familyId: FamilyId) =>
  queryOptions({
    queryKey: ['safety-sheet', familyId],
    queryFn: () => call('safety-sheet:read', { familyId }),
  });
