import { z } from 'zod';
import { ROLES } from '#shared/domain/people.ts';
import { EXPORTED } from '#shared/domain/exports/exportFormats.ts';
import { FIDELITY_MARKS } from '#shared/domain/supervision/fidelity.ts';
import { draft, SessionTime } from './factDraft.ts';
import { CaregiverId, CodeId, CodingId, ParticipantId, PartId, RemarkId, UtteranceId, WindowId } from './ids.ts';
import { MOST_IMPORTED_CODES } from './imports.ts';
import { KnownName, KnownNameOrNone } from './names.ts';

export const SPEAKERS = ['parent', 'child', 'coach'] as const;
const reason = z.string().min(3).max(300);
const code = z.string().min(1).max(8);
const doubt = { candidates: z.array(code).min(2).max(4).optional(), mode: z.enum(['both', 'unsure']).optional() };

/** What somebody may do to a session's record after it was closed, and while watching it. Nothing takes a fact back. */
export const reviewFacts = [
  /** Somebody who reviews is known by name from here on. */
  draft('reviewer.arrived', { participantId: ParticipantId, name: KnownName, role: z.enum(ROLES) }),
  /** They were shown the codes: whatever they code from now on is not independent. Rule REV1. */
  draft('review.opened', { what: z.enum(['review', 'report']) }),

  /** What a code should have been, or null for one that was never said. The original stays. Rule REV3. */
  draft('code.corrected', { codeId: CodeId, code: code.nullable(), reason }),
  /** A code that the coder missed. Rule REV3. */
  draft('code.added', { codeId: CodeId, code, caregiverId: CaregiverId, heardAt: SessionTime, reason }),

  /** What was said, as somebody typed it; again with the same id to word it anew, and empty to take it back. */
  draft('utterance.written', {
    utteranceId: UtteranceId,
    heardAt: SessionTime,
    speaker: z.enum(SPEAKERS),
    text: z.string().max(500),
    codeId: CodeId.nullable(),
  }),
  /** Where there was speech in a part of the recording, as stretches `[from, to)` of session time. */
  draft('speech.found', {
    partId: PartId,
    model: z.string().max(80),
    stretches: z.array(z.tuple([SessionTime, SessionTime])),
  }),
  draft('speech.transcribed', {
    partId: PartId,
    engine: z.string().max(80),
    lines: z.array(z.object({ from: SessionTime, to: SessionTime, text: z.string().max(1_000) })),
  }),

  /** A window is coded once more, from the recording. In older logs, `imported` began a coding that came code by code. Rule REV4. */
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
  /** A coding of a window that was made elsewhere, whole: `by` is who coded it. Rule REV4. */
  draft('second-coding.imported', {
    codingId: CodingId,
    windowId: WindowId,
    coderName: KnownName,
    /** Whether the coder had not seen the codes of others. */
    independent: z.boolean(),
    /** Who imported it, where that was somebody at a screen. */
    importedBy: ParticipantId.optional(),
    codes: z
      .array(z.object({ codeId: CodeId, code, heardAt: SessionTime, ...doubt, undone: z.boolean() }))
      .max(MOST_IMPORTED_CODES),
  }),

  /** At a moment of the session, or about the whole of it; an answer names what it answers. */
  draft('comment.written', {
    remarkId: RemarkId,
    about: SessionTime.nullable(),
    text: z.string().min(1).max(2_000),
    answers: RemarkId.nullable(),
  }),
  draft('bookmark.set', { remarkId: RemarkId, about: SessionTime, label: KnownNameOrNone }),
  draft('remark.removed', { remarkId: RemarkId }),

  /** How much of what this kind of session holds was done, as one rater saw it. The items stand with their words. */
  draft('fidelity.rated', {
    checklistId: z.string().max(40),
    items: z.array(z.object({ itemId: z.string().max(40), text: z.string().max(300), mark: z.enum(FIDELITY_MARKS) })),
  }),
  draft('session.signed-off', { note: z.string().max(2_000) }),
  draft('sign-off.withdrawn', { reason }),
  draft('session.exported', { format: z.enum(EXPORTED) }),
] as const;
