import { z } from 'zod';
import { TimeZone } from '../clinic.ts';
import { Caregiver, Edits } from '../facts.ts';
import { FamilyEntry, FamilyFact } from '../familyFacts.ts';
import { CaregiverId, ClinicProgramId, FamilyId, LinkId } from '../ids.ts';
import { FamilySearch, Initials, KnownName, KnownNameOrNone, Name } from '../names.ts';
import { KeptSafetySheet, SafetySheet } from '../safetySheet.ts';
import { ListedDiaryLink } from './link.ts';
import { SessionReport } from './report.ts';
import { COACHES, type Routes } from './route.ts';

export const Family = z.object({
  familyId: FamilyId,
  name: KnownName,
  childInitials: KnownNameOrNone,
  /** YYYY-MM. Null if unknown. */
  childBirthMonth: z.string().nullable(),
  caregivers: z.array(Caregiver).min(1).max(2),
  program: z.string(),
  programVersion: z.string(),
  clinicProgram: z.object({ id: ClinicProgramId, name: KnownName, version: z.int().positive() }).nullable(),
});
export type Family = z.infer<typeof Family>;

/** What a list says of a family's course. */
export const CourseOverview = z.object({
  program: z.string(),
  stage: z.string(),
  /** The stage of the suggested next session. */
  next: z.string().nullable(),
  standing: z.enum(['running', 'paused', 'dropped', 'graduated']),
  /** How many things a supervisor should look at. */
  alerts: z.int().nonnegative(),
  /** That nobody was in contact with the family, in words. Rule STA5. */
  silence: z.string().nullable(),
});
export type CourseOverview = z.infer<typeof CourseOverview>;

export const FamilyOverview = Family.extend({ course: CourseOverview });
export type FamilyOverview = z.infer<typeof FamilyOverview>;

const OverviewsQuery = z.strictObject({ family: FamilySearch.optional(), after: FamilyId.optional() });

/** One page, by name. `next` is the `after` of the next page; null on the last. */
export const FamilyOverviews = z.object({ families: z.array(FamilyOverview), next: FamilyId.nullable() });
export type FamilyOverviews = z.infer<typeof FamilyOverviews>;

export const NewFamily = z.strictObject({
  name: Name,
  childInitials: Initials,
  childBirthMonth: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable()
    .optional(),
  caregiverNames: z.array(Name).min(1).max(2),
  /** Default: the default program. Always the newest version, unless the clinic's own copy is named. */
  program: z.string().optional(),
  clinicProgramId: ClinicProgramId.optional(),
});
export type NewFamily = z.infer<typeof NewFamily>;

/** A family's record with its sessions: what `courseOf` folds. */
export const FamilyRecord = z.object({
  family: Family,
  facts: z.array(FamilyFact),
  sessions: z.array(SessionReport),
  /** What the clinic changed in its copy of the program, in the version that the course runs under. */
  edits: Edits.nullable(),
  /** The clinic's time zone, which defines the days of its sessions. */
  timeZone: TimeZone,
});
export type FamilyRecord = z.infer<typeof FamilyRecord>;

/** Opens a caregiver's own diary on their phone, for as long as the course runs. */
export const DiaryLink = z.object({ linkId: LinkId, url: z.url(), expiresAt: z.iso.datetime() });

const NewDiaryLink = z.strictObject({ caregiverId: CaregiverId });

export const familyRoutes = {
  'families:list': {
    method: 'GET',
    path: '/api/families',
    does: 'Lists the families that the asker is tied to by name, each with the state of its course. Rule PER9.',
    for: COACHES,
    audit: 'names.listed',
    limit: 'reading',
    query: OverviewsQuery,
    answer: FamilyOverviews,
  },
  'families:make': {
    method: 'POST',
    path: '/api/families',
    does: 'Makes a family. A therapist has it on their caseload; an admin assigns it.',
    for: ['therapist', 'admin'],
    audit: 'family.made',
    limit: 'writing',
    body: NewFamily,
    answer: Family,
    refusals: { 404: 'There is no such program.' },
  },
  'family:read': {
    method: 'GET',
    path: '/api/families/:familyId',
    does: 'Reads a family’s record with its sessions.',
    for: COACHES,
    audit: 'record.read',
    limit: 'heavy',
    answer: FamilyRecord,
    refusals: { 404: 'There is no such family.' },
  },
  'family:enter': {
    method: 'POST',
    path: '/api/families/:familyId/entries',
    does: 'Enters something into a family’s record.',
    for: ['therapist'],
    audit: 'record.changed',
    limit: 'writing',
    body: FamilyEntry,
    answer: FamilyRecord,
    refusals: {
      404: 'There is no such family.',
      409: 'The entry is not possible now.',
      422: 'The entry does not fit the family or its program.',
    },
  },
  'safety-sheet:read': {
    method: 'GET',
    path: '/api/families/:familyId/safety-sheet',
    does: 'Reads how to reach a family; null where nothing is noted. Rule SAF2.',
    for: COACHES,
    audit: 'safety-sheet.read',
    limit: 'reading',
    answer: KeptSafetySheet.nullable(),
  },
  'safety-sheet:write': {
    method: 'POST',
    path: '/api/families/:familyId/safety-sheet',
    does: 'Writes the next revision of how to reach a family.',
    for: ['therapist'],
    audit: 'safety-sheet.changed',
    limit: 'writing',
    body: SafetySheet,
    answer: KeptSafetySheet,
  },
  'diary-links:make': {
    method: 'POST',
    path: '/api/families/:familyId/diary-links',
    does: 'Makes a link that opens a caregiver’s diary.',
    for: ['therapist'],
    audit: 'link.made',
    limit: 'writing',
    body: NewDiaryLink,
    answer: DiaryLink,
    refusals: { 422: 'The caregiver does not belong to the family.' },
  },
  'diary-links:list': {
    method: 'GET',
    path: '/api/families/:familyId/diary-links',
    does: 'Lists the links to the family’s diaries and what became of them, latest first.',
    for: ['therapist'],
    audit: 'links.listed',
    limit: 'reading',
    answer: z.array(ListedDiaryLink),
  },
  'diary-links:withdraw': {
    method: 'POST',
    path: '/api/families/:familyId/diary-links/:linkId/withdraw',
    does: 'Makes a link useless and closes the diary that it opened. Rule PER15.',
    for: ['therapist'],
    audit: 'link.withdrawn',
    limit: 'writing',
    answer: z.null(),
    refusals: { 404: 'The family has no such link.' },
  },
} as const satisfies Routes;
