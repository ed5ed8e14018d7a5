import type { GapCause } from '#shared/domain/gapCauses.ts';
import type { DeviceKind } from '#shared/domain/people.ts';
import type { NamedPhase } from '../observing.ts';
import type { Stream } from '#shared/domain/programs/program.ts';
import type { SequenceStep } from '#shared/domain/sequence/commandSequence.ts';
import type { CodeId, NoteId, ParticipantId, PromptId, RemarkId, UtteranceId, WindowId } from '#shared/protocol/ids.ts';
import type { SequenceOutcome } from '../sequence/sequenceContext.ts';
import type { PromptOutcome } from '../sessionState.ts';

/** A person by the name that they had in the session or its review. */
export type Person = { readonly participantId: ParticipantId | 'server'; readonly name: string };

/** What was said, in words. `utteranceId` and `by` are set if a person typed it. */
export type Words =
  | { readonly source: 'typed'; readonly text: string; readonly utteranceId: UtteranceId; readonly by: Person }
  | { readonly source: 'transcribed'; readonly text: string };

/** Whether a code stands as given, was undone by its coder, or was changed or struck out by a review. Rule REV3. */
export type CodeStanding =
  | { readonly is: 'given' | 'undone' }
  | { readonly is: 'added'; readonly why: string }
  | { readonly is: 'corrected'; readonly to: string; readonly why: string; readonly by: Person }
  | { readonly is: 'struck'; readonly why: string; readonly by: Person };

type Line<T extends string, Shape> = {
  readonly type: T;
  /** Unique among the lines of the session. */
  readonly key: string;
  readonly at: number;
} & Readonly<Shape>;

/** One line of a session's transcript. Times and lengths are ms of session time. */
export type TranscriptLine =
  | Line<
      'code',
      {
        codeId: CodeId;
        /** The code as its coder gave it. */
        code: string;
        /** Undefined for a code that the program does not have. */
        stream: Stream | undefined;
        /** The treatment phase that it was given in; it decides whether the code is to do or to avoid. */
        treatmentPhase: string;
        caregiverName: string;
        coder: Person;
        /** Whether it was given for the record. Rule COD2. */
        byLead: boolean;
        standing: CodeStanding;
        candidates: readonly string[] | undefined;
        mode: 'both' | 'unsure' | undefined;
        effective: boolean;
        /** When it was pressed, if it arrived after the close. Rule LOG5. */
        latePress: number | undefined;
        /** A command that counts and has no coded response. Rule PDI2. */
        isOpen: boolean;
        /** Outside the figures of any window. Rule WIN2. */
        isOutside: boolean;
        words: Words | undefined;
      }
    >
  /** Words that belong to no code. `speaker` is unknown for a machine transcript. */
  | Line<'words', { to: number; speaker: 'parent' | 'child' | 'coach' | undefined; words: Words }>
  | Line<'uncoded', { to: number }>
  | Line<
      'prompt',
      {
        promptId: PromptId;
        text: string;
        caregiverName: string;
        spoken: boolean;
        skill: string | undefined;
        coachCode: string | undefined;
        deliveries: readonly {
          readonly device: Person;
          readonly kind: DeviceKind | undefined;
          readonly outcome: PromptOutcome;
        }[];
      }
    >
  /** A voice was open: the coach's to the family's devices, or an observer's to the lead coach. */
  | Line<
      'voice',
      { to: number | undefined; track: 'coach-voice' | 'supervisor-voice'; speaker: Person; hearers: readonly Person[] }
    >
  | Line<'phase', { phase: NamedPhase }>
  | Line<
      'window',
      { is: 'began' | 'ended'; windowId: WindowId; kind: string; caregiverName: string; voided: string | undefined }
    >
  | Line<'gap', { to: number | undefined; causes: readonly GapCause[] }>
  /** A command sequence reached another step; `outcome` says how one ended. */
  | Line<'step', { step: SequenceStep; outcome: SequenceOutcome | undefined }>
  | Line<'note', { noteId: NoteId; by: Person; text: string }>
  | Line<'bookmark', { remarkId: RemarkId; by: Person; label: string }>
  | Line<'comment', { remarkId: RemarkId; by: Person; text: string; answers: RemarkId | undefined }>;

export type TranscriptLineType = TranscriptLine['type'];
export type TranscriptLineOf<T extends TranscriptLineType> = Extract<TranscriptLine, { type: T }>;
