import { z } from 'zod';
import { ERASURE_OBSTACLES, ERASURE_REASONS, HOLD_ENDS, HOLD_REASONS } from '#shared/domain/retention/erasure.ts';
import { FamilyId } from '../ids.ts';
import { KnownName } from '../names.ts';
import { COACHES, STAFF, type Routes } from './route.ts';

/** How much there is of a family. It names nobody, so it stays when the family is erased. */
export const FamilyCounts = z.object({
  sessions: z.int().nonnegative(),
  /** Facts of its sessions, and entries of its record and diaries. */
  facts: z.int().nonnegative(),
  entries: z.int().nonnegative(),
  recordings: z.int().nonnegative(),
});
export type FamilyCounts = z.infer<typeof FamilyCounts>;

/** A request to erase a family. `askedBy` is null for an account that is gone. */
export const ErasureRequest = z.object({
  reason: z.enum(ERASURE_REASONS),
  askedBy: KnownName.nullable(),
  askedAt: z.iso.datetime(),
});
export type ErasureRequest = z.infer<typeof ErasureRequest>;

export const LegalHold = z.object({
  reason: z.enum(HOLD_REASONS),
  setBy: KnownName.nullable(),
  setAt: z.iso.datetime(),
});
export type LegalHold = z.infer<typeof LegalHold>;

/** What those who are tied to a family are told about its erasure. */
export const FamilyErasure = z.object({
  request: ErasureRequest.nullable(),
  hold: LegalHold.nullable(),
  counts: FamilyCounts,
});
export type FamilyErasure = z.infer<typeof FamilyErasure>;

/** A family that an admin is asked to erase, or that was erased. Then it has no name. */
export const ErasureLine = ErasureRequest.extend({
  place: z.int().positive(),
  familyId: FamilyId,
  familyName: KnownName.nullable(),
  counts: FamilyCounts,
  obstacles: z.array(z.enum(ERASURE_OBSTACLES)),
  confirmedBy: KnownName.nullable(),
  /** Whether the clinic’s rule erased it, which `askedBy` set. Rule RET6. */
  isByRule: z.boolean(),
  /** When its key was destroyed, and when the last of its rows and files was gone. */
  begunAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ErasureLine = z.infer<typeof ErasureLine>;

/** One page, latest first. `next` is the `before` of the next page; null on the last. */
export const ErasurePage = z.object({ lines: z.array(ErasureLine), next: z.int().positive().nullable() });
export type ErasurePage = z.infer<typeof ErasurePage>;

const ErasureQuery = z.strictObject({
  show: z.enum(['requested', 'erased']),
  before: z.coerce.number().pipe(z.int().positive()).optional(),
});

const HeldFamily = LegalHold.extend({ familyId: FamilyId, familyName: KnownName });

const OfFamily = z.strictObject({ familyId: FamilyId });
const NewErasure = OfFamily.extend({ reason: z.enum(ERASURE_REASONS) });
const NewHold = OfFamily.extend({ reason: z.enum(HOLD_REASONS) });
const EndOfHold = OfFamily.extend({ reason: z.enum(HOLD_ENDS) });

const NO_FAMILY = 'There is no such family, or it is not the asker’s.';

export const erasureRoutes = {
  'erasure:read': {
    method: 'GET',
    path: '/api/families/:familyId/erasure',
    does: 'Says whether the erasure of a family was asked for, and whether a legal hold is set. Rules ERA1, ERA4.',
    for: COACHES,
    audit: 'record.read',
    limit: 'reading',
    answer: FamilyErasure,
  },
  'erasure:request': {
    method: 'POST',
    path: '/api/erasures',
    does: 'Asks an admin to erase a family. Rule ERA1.',
    for: COACHES,
    audit: 'erasure.requested',
    limit: 'writing',
    body: NewErasure,
    answer: z.null(),
    refusals: { 404: NO_FAMILY, 409: 'It was asked for already.' },
  },
  'erasure:withdraw': {
    method: 'POST',
    path: '/api/erasures/withdraw',
    does: 'Withdraws or declines a request to erase a family. Rule ERA1.',
    for: STAFF,
    audit: 'erasure.withdrawn',
    limit: 'writing',
    body: OfFamily,
    answer: z.null(),
    refusals: { 404: NO_FAMILY, 409: 'Nobody asks for it, or it was confirmed already.' },
  },
  'erasures:list': {
    method: 'GET',
    path: '/api/erasures',
    does: 'Lists families that are to be erased or were erased, with what prevents it. Rules ERA1, ERA2.',
    for: ['admin'],
    audit: 'names.listed',
    limit: 'heavy',
    query: ErasureQuery,
    answer: ErasurePage,
  },
  'erasure:confirm': {
    method: 'POST',
    path: '/api/erasures/confirm',
    does: 'Erases a family for good. Rules ERA1, ERA3.',
    for: ['admin'],
    asksAgain: true,
    audit: 'erasure.confirmed',
    limit: 'making',
    body: OfFamily,
    answer: z.null(),
    refusals: { 404: 'Nobody asks for this family to be erased.', 409: 'Something prevents it now. Rule ERA2.' },
  },
  'holds:list': {
    method: 'GET',
    path: '/api/holds',
    does: 'Lists the families with a legal hold. Rule ERA4.',
    for: ['admin'],
    audit: 'names.listed',
    limit: 'heavy',
    answer: z.array(HeldFamily),
  },
  'hold:set': {
    method: 'POST',
    path: '/api/holds',
    does: 'Sets a legal hold, so that nothing of the family is erased. Rule ERA4.',
    for: ['supervisor', 'admin'],
    audit: 'hold.set',
    limit: 'writing',
    body: NewHold,
    answer: z.null(),
    refusals: { 404: NO_FAMILY, 409: 'It is set already.' },
  },
  'hold:lift': {
    method: 'POST',
    path: '/api/holds/lift',
    does: 'Lifts a legal hold. Rule ERA4.',
    for: ['supervisor', 'admin'],
    audit: 'hold.lifted',
    limit: 'writing',
    body: EndOfHold,
    answer: z.null(),
    refusals: { 404: NO_FAMILY, 409: 'None is set.' },
  },
} as const satisfies Routes;
