import { z } from 'zod';
import { ROLES } from '#shared/domain/people.ts';
import { EXPORTED } from '#shared/domain/exports/exportFormats.ts';
import { FIDELITY_MARKS } from '#shared/domain/supervision/fidelity.ts';
import { draft, SessionTime } from './factDraft.ts';
import { CaregiverId, CodeId, CodingId, ParticipantId, TakeId, RemarkId, UtteranceId, WindowId } from './ids.ts';
import { MAX_IMPORTED_CODES } from './imports.ts';
import { KnownName, KnownNameOrNone } from './names.ts';

export const SPEAKERS = ['parent', 'child', 'coach'] as const;
const reason = z.string().min(3).max(300);
const code = z.string().min(1).max(8);
const doubt = { candidates: z.array(code).min(2).max(4).optional(), mode: z.enum(['both', 'unsure']).optional() };

/** What people may do to a session's record after the close, and while watching it. No fact can be removed. */
export const reviewFacts = [
  draft('reviewer.arrived', { participantId: ParticipantId, name: KnownName, role: z.enum(ROLES) }),
  /** They were shown the codes: anything they code from now on is not independent. Rule REV1. */
  draft('review.opened', { what: z.enum(['review', 'report']) }),

  /** What a code should have been, or null if it was never said. The original stays. Rule REV3. */
  draft('code.corrected', { codeId: CodeId, code: code.nullable(), reason }),
  draft('code.added', { codeId: CodeId, code, caregiverId: CaregiverId, heardAt: SessionTime, reason }),

  /** What was said, as somebody typed it. The same id again replaces the words; empty words remove them. */
  draft('utterance.written', {
    utteranceId: UtteranceId,
    heardAt: SessionTime,
    speaker: z.enum(SPEAKERS),
    text: z.string().max(500),
    codeId: CodeId.nullable(),
  }),
  /** Where there was speech in one file of the recording, as spans `[from, to)` of session time in ms. */
  draft('speech.found', {
    partId: TakeId,
    model: z.string().max(80),
    stretches: z.array(z.tuple([SessionTime, SessionTime])),
  }),
  draft('speech.transcribed', {
    partId: TakeId,
    engine: z.string().max(80),
    lines: z.array(z.object({ from: SessionTime, to: SessionTime, text: z.string().max(1_000) })),
  }),

  /** A second coding from the recording. In older logs `imported` started one that came code by code. Rule REV4. */
  draft('second-coding.started', {
    codingId: CodingId,
    windowId: WindowId,
    source: z.enum(['recording', 'imported']),
    coderName: KnownName,
    /** Whether the coder had not seen the codes of others. */
    independent: z.boolean(),
  }),
  draft('second-coding.coded', { codingId: CodingId, codeId: CodeId, code, heardAt: SessionTime, ...doubt }),
  draft('second-coding.undone', { codingId: CodingId, codeId: CodeId }),
  draft('second-coding.finished', { codingId: CodingId }),
  /** A complete coding of a window that was made elsewhere; `by` is its coder. Rule REV4. */
  draft('second-coding.imported', {
    codingId: CodingId,
    windowId: WindowId,
    coderName: KnownName,
    independent: z.boolean(),
    /** Who imported it, if that was a person at a screen. */
    importedBy: ParticipantId.optional(),
    codes: z
      .array(z.object({ codeId: CodeId, code, heardAt: SessionTime, ...doubt, undone: z.boolean() }))
      .max(MAX_IMPORTED_CODES),
  }),

  /** A comment at a moment of the session or on all of it; a reply names the comment that it answers. */
  draft('comment.written', {
    remarkId: RemarkId,
    about: SessionTime.nullable(),
    text: z.string().min(1).max(2_000),
    answers: RemarkId.nullable(),
  }),
  draft('bookmark.set', { remarkId: RemarkId, about: SessionTime, label: KnownNameOrNone }),
  draft('remark.removed', { remarkId: RemarkId }),

  /** How much of the planned content was done, by one rater. Items are kept with their text. */
  draft('fidelity.rated', {
    checklistId: z.string().max(40),
    items: z.array(z.object({ itemId: z.string().max(40), text: z.string().max(300), mark: z.enum(FIDELITY_MARKS) })),
  }),
  draft('session.signed-off', { note: z.string().max(2_000) }),
  draft('sign-off.withdrawn', { reason }),
  draft('session.exported', { format: z.enum(EXPORTED) }),
] as const;
