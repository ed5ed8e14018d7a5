import { z } from 'zod';

const anId = () => z.string().regex(/^[\w-]{1,64}$/);

export const SessionId = z.uuid().brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;

/** A member of staff by their account, or a family device by the id that came with its link. */
export const ParticipantId = anId().brand<'ParticipantId'>();
export type ParticipantId = z.infer<typeof ParticipantId>;

/** One sign-in of one person in one browser. Not its credential. */
export const SignInId = anId().brand<'SignInId'>();
export type SignInId = z.infer<typeof SignInId>;

export const FamilyId = z.uuid().brand<'FamilyId'>();
export type FamilyId = z.infer<typeof FamilyId>;

export const CaregiverId = z.uuid().brand<'CaregiverId'>();
export type CaregiverId = z.infer<typeof CaregiverId>;

export const WindowId = z.uuid().brand<'WindowId'>();
export type WindowId = z.infer<typeof WindowId>;

export const CodeId = z.uuid().brand<'CodeId'>();
export type CodeId = z.infer<typeof CodeId>;

export const PromptId = z.uuid().brand<'PromptId'>();
export type PromptId = z.infer<typeof PromptId>;

export const NoteId = z.uuid().brand<'NoteId'>();
export type NoteId = z.infer<typeof NoteId>;

export const EntryId = z.uuid().brand<'EntryId'>();
export type EntryId = z.infer<typeof EntryId>;

/** A link that opens the family room, an ear or a diary. It tells nothing about the link's secret. */
export const LinkId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'LinkId'>();
export type LinkId = z.infer<typeof LinkId>;

export const TeamId = z.uuid().brand<'TeamId'>();
export type TeamId = z.infer<typeof TeamId>;

/** A passkey of a member of staff. */
export const PasskeyId = z.uuid().brand<'PasskeyId'>();
export type PasskeyId = z.infer<typeof PasskeyId>;

/** A clinic's own copy of a program. */
export const ClinicProgramId = z.uuid().brand<'ClinicProgramId'>();
export type ClinicProgramId = z.infer<typeof ClinicProgramId>;

/** One file of a recording. */
export const TakeId = z.uuid().brand<'TakeId'>();
export type TakeId = z.infer<typeof TakeId>;

export const CodingId = z.uuid().brand<'CodingId'>();
export type CodingId = z.infer<typeof CodingId>;

/** A comment, a reply or a bookmark in a review. */
export const RemarkId = z.uuid().brand<'RemarkId'>();
export type RemarkId = z.infer<typeof RemarkId>;

export const UtteranceId = z.uuid().brand<'UtteranceId'>();
export type UtteranceId = z.infer<typeof UtteranceId>;

/** One press of one key, made by its page: a press that arrives twice, from any window, is recognized. Rule LOG2. */
export const PressId = z.uuid().brand<'PressId'>();
export type PressId = z.infer<typeof PressId>;

export const TransportId = anId().brand<'TransportId'>();
export type TransportId = z.infer<typeof TransportId>;

export const ConsumerId = anId().brand<'ConsumerId'>();
export type ConsumerId = z.infer<typeof ConsumerId>;
