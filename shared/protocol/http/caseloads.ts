import { z } from 'zod';
import { Day } from '../familyFacts.ts';
import { FamilyId, ParticipantId } from '../ids.ts';
import { KnownName } from '../names.ts';
import { COACHES, STAFF, type Routes } from './route.ts';

export const Colleague = z.object({ userId: ParticipantId, name: KnownName });
export type Colleague = z.infer<typeof Colleague>;

/** Who has a family: on their caseload, or as cover for a colleague until a day, which is the last. */
export const FamilyTherapist = Colleague.extend({
  cover: z.object({ for: KnownName, until: Day }).nullable(),
  isActive: z.boolean(),
});
export type FamilyTherapist = z.infer<typeof FamilyTherapist>;

/** All that an admin is told of a family: its name, and who has it. Rule PER9. */
export const AssignedFamily = z.object({
  familyId: FamilyId,
  name: KnownName,
  therapists: z.array(FamilyTherapist),
});
export type AssignedFamily = z.infer<typeof AssignedFamily>;

/** One page, by name. `next` asks for the page after it; null if there is none. */
export const AssignedFamilies = z.object({ families: z.array(AssignedFamily), next: FamilyId.nullable() });
export type AssignedFamilies = z.infer<typeof AssignedFamilies>;

const CaseloadQuery = z.strictObject({
  after: FamilyId.optional(),
  /** Only families that nobody treats, or only those of one therapist. */
  of: z.union([z.literal('nobody'), ParticipantId]).optional(),
});

/** One family, or every family that `from` treats. */
const Families = z.union([z.literal('all'), FamilyId]);

/** `from` is null if nobody gives the family up: it is not assigned yet, or `to` joins those who treat it. */
export const HandOver = z.strictObject({ families: Families, from: ParticipantId.nullable(), to: ParticipantId });
export type HandOver = z.infer<typeof HandOver>;

/** `to` also sees the families of `from`, until and including a day. */
export const Cover = z.strictObject({ families: Families, from: ParticipantId, to: ParticipantId, until: Day });
export type Cover = z.infer<typeof Cover>;

/** The families of notices that somebody saw. */
const SeenNotices = z.strictObject({ families: z.array(FamilyId).max(100) });

const EndOfCover = z.strictObject({ familyId: FamilyId, userId: ParticipantId });

/** A family that somebody else brought to one’s caseload, or that one covers. */
export const CaseloadNotice = z.object({
  familyId: FamilyId,
  familyName: KnownName,
  cover: FamilyTherapist.shape.cover,
  /** Who arranged it. Null for the upgrade to caseloads. */
  by: KnownName.nullable(),
});
export type CaseloadNotice = z.infer<typeof CaseloadNotice>;

const refusals = {
  404: 'There is no such family or person, or they are not the asker’s.',
  422: 'The family cannot go there, or the day is past.',
} as const;

export const caseloadRoutes = {
  'caseloads:list': {
    method: 'GET',
    path: '/api/caseloads',
    does: 'Lists families by name with who treats them, for assigning them. Rule PER9.',
    for: ['admin'],
    audit: 'names.listed',
    limit: 'heavy',
    query: CaseloadQuery,
    answer: AssignedFamilies,
  },
  'family-therapists:read': {
    method: 'GET',
    path: '/api/families/:familyId/therapists',
    does: 'Lists who treats a family, and who covers it.',
    for: COACHES,
    audit: 'record.read',
    limit: 'reading',
    isPolled: true,
    answer: z.array(FamilyTherapist),
  },
  'colleagues:list': {
    method: 'GET',
    path: '/api/colleagues',
    does: 'Lists the therapists among whom the asker may hand over and arrange cover. Rule PER9.',
    for: STAFF,
    audit: null,
    limit: 'reading',
    answer: z.array(Colleague),
  },
  'caseloads:hand-over': {
    method: 'POST',
    path: '/api/caseloads/hand-over',
    does: 'Brings a family, or a whole caseload, to another therapist. Rule PER9.',
    for: STAFF,
    audit: 'caseload.changed',
    limit: 'writing',
    body: HandOver,
    answer: z.object({ families: z.int().positive() }),
    refusals,
  },
  'caseloads:cover': {
    method: 'POST',
    path: '/api/caseloads/cover',
    does: 'Lets a colleague cover a family, or a whole caseload, until a day. Rule PER9.',
    for: STAFF,
    audit: 'caseload.changed',
    limit: 'writing',
    body: Cover,
    answer: z.object({ families: z.int().positive() }),
    refusals,
  },
  'caseloads:end-cover': {
    method: 'POST',
    path: '/api/caseloads/end-cover',
    does: 'Ends the cover of a family early. Rule PER9.',
    for: STAFF,
    audit: 'caseload.changed',
    limit: 'writing',
    body: EndOfCover,
    answer: z.null(),
    refusals: { 404: refusals[404] },
  },
  'caseload-notices:list': {
    method: 'GET',
    path: '/api/caseloads/notices',
    does: 'Lists families that were brought to the asker and not yet acknowledged, and those they cover.',
    for: ['therapist'],
    audit: 'names.listed',
    limit: 'heavy',
    answer: z.array(CaseloadNotice),
  },
  'caseload-notices:dismiss': {
    method: 'POST',
    path: '/api/caseloads/notices',
    does: 'Dismisses the notices of these families, which were brought to the asker. Covers stay listed.',
    for: ['therapist'],
    audit: null,
    limit: 'writing',
    body: SeenNotices,
    answer: z.null(),
  },
} as const satisfies Routes;
