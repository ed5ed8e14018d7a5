import { z } from 'zod';
import { LEAKS } from '#shared/domain/earCheck.ts';
import { DEVICE_KINDS, ROLES } from '#shared/domain/people.ts';
import { PHASES } from '#shared/domain/phase.ts';
import { draft, SessionTime } from './factDraft.ts';
import { CaregiverId, CodeId, NoteId, ParticipantId, PromptId, SessionId, WindowId } from './ids.ts';
import { KEPT, KnownName, KnownNameOrNone, type Lines, TYPED } from './names.ts';
import { recordingFacts } from './recordingFacts.ts';
import { reviewFacts } from './reviewFacts.ts';
import { sightFacts } from './sightFacts.ts';
import { soundFacts } from './soundFacts.ts';

export const Caregiver = z.object({ caregiverId: CaregiverId, name: KnownName });
export type Caregiver = z.infer<typeof Caregiver>;

const promptPhase = z.enum(PHASES);

const edits = ({ needed }: Lines) =>
  z.object({
    goals: z.record(z.string(), z.number().nonnegative()),
    localGoals: z.array(
      z.object({
        rule: z.string().min(1).max(16),
        treatmentPhase: z.string().min(1).max(32),
        label: needed(80),
        codes: z.array(z.string().min(1).max(8)).min(1).max(20),
        bound: z.enum(['at least', 'at most']),
        goal: z.number().nonnegative().max(1_000),
      }),
    ),
    prompts: z
      .array(
        z.object({
          promptId: z.string().min(1).max(40),
          text: needed(200),
          skill: z.string().optional(),
          coachCode: z.string().optional(),
          phases: z.array(promptPhase).min(1),
          treatmentPhase: z.string().optional(),
          key: z.string().length(1).optional(),
        }),
      )
      .optional(),
    checklists: z
      .array(
        z.object({
          checklistId: z.string().min(1).max(40),
          stage: z.string().min(1).max(32),
          title: needed(80),
          items: z
            .array(z.object({ itemId: z.string().min(1).max(40), text: needed(300) }))
            .min(1)
            .max(60),
        }),
      )
      .max(40)
      .optional(),
  });

/** What a clinic changed in its copy of a program. */
export const Edits = edits(KEPT);
export type Edits = z.infer<typeof Edits>;

/** The same, as somebody types it. */
export const NewEdits = edits(TYPED);

/** Why a child must not be sent to time-out, who said so and when. Rule SEQ13. */
export const Contraindication = z.object({
  reason: z.string().min(3).max(300),
  by: KnownName,
  at: z.iso.datetime(),
});

/** What a family's therapist signed about time-outs. Rule SEQ9. */
export const TimeOut = z.object({
  backup: z.enum(['none', 'room', 'parent-leaves']),
  signedBy: KnownName.nullable(),
  houseRules: z.boolean(),
  roomWarningGiven: z.boolean(),
  /** Absent in older logs. */
  contraindicated: Contraindication.nullable().default(null),
});
export type TimeOut = z.infer<typeof TimeOut>;

const participant = z.object({ participantId: ParticipantId });

/** Everything that can happen in a session, before the log adds a number and a time. */
export const FactDraft = z.discriminatedUnion('type', [
  draft('session.opened', {
    sessionId: SessionId,
    startedAt: z.iso.datetime(),
    program: z.string(),
    programVersion: z.string(),
    familyName: KnownName,
    caregivers: z.array(Caregiver).min(1).max(2),
    lead: ParticipantId,
    leadName: KnownName,
    /** The clinic's own copy of the program with its changes, if it has one. Absent in older logs. */
    edits: Edits.nullable().optional(),
    /** The treatment phase and the stage of the course that the session was planned for. */
    treatmentPhase: z.string().nullable().optional(),
    stage: z.string().nullable().optional(),
    /** The family's level. Rule LVL1. */
    level: z.string().nullable().optional(),
    plannedMs: z.int().positive().optional(),
    timeOut: TimeOut.optional(),
  }),
  draft('participant.joined', {
    ...participant.shape,
    name: KnownName,
    role: z.enum(ROLES),
    device: z.enum(DEVICE_KINDS).nullable(),
    wearer: CaregiverId.nullable(),
  }),
  draft('participant.left', {
    ...participant.shape,
    /** `left`: they said so. A closed page is `connection`, because nobody can know more. Rule SES8. */
    why: z.enum(['left', 'connection', 'server-restart']),
    /** When they were last known to be here, if the server was down in between or could not write. */
    lastSeenAt: SessionTime.optional(),
  }),
  draft('device.admitted', participant.shape),
  draft('device.turned-away', participant.shape),
  draft('device.kind-set', { ...participant.shape, device: z.enum(DEVICE_KINDS) }),
  draft('device.wearer-set', { ...participant.shape, wearer: CaregiverId }),
  draft('ear-check.finished', {
    ...participant.shape,
    heardByCaregiver: z.boolean(),
    leak: z.enum(LEAKS),
    passed: z.boolean(),
  }),
  draft('ear-check.overridden', { ...participant.shape, reason: z.string().min(3).max(200) }),
  draft('ear-check.voided', { ...participant.shape, why: z.literal('devices-changed') }),
  draft('waiting.opened', {
    /** The moment of session time 0. Absent in older logs, where it is the time of the first fact. Rule SES9. */
    startedAt: z.iso.datetime().optional(),
  }),
  draft('check-in.started', {}),
  /** The family confirmed its safety sheet today. Only the revision is kept, nothing of the sheet. Rule SAF1. */
  /** `inRoom`: who is in the room. Absent in older logs. */
  draft('safety.confirmed', { revision: z.int().positive(), inRoom: KnownNameOrNone.optional() }),
  /** Somebody in the session needs help now. Rule SAF3. */
  draft('emergency.raised', {}),
  draft('emergency.ended', {}),
  /**
   * The agreement on time-outs changed while the session was open. This carries more than its name says: until
   * something was coded, also the whole agreement and the family's level. Rules SEQ9, SEQ13, LVL1.
   */
  draft('contraindication.changed', {
    contraindicated: Contraindication.nullable(),
    /** Absent if only the contraindication changed, as in older logs. */
    agreed: TimeOut.omit({ contraindicated: true }).extend({ level: z.string().nullable() }).optional(),
  }),
  draft('coding.started', {
    windowId: WindowId,
    /** A treatment phase of the program. */
    kind: z.string().min(1).max(32),
    caregiverId: CaregiverId,
    lengthMs: z.int().positive(),
  }),
  draft('coding.paused', { reason: z.string().max(200) }),
  draft('coding.resumed', {}),
  draft('coding.finished', { windowId: WindowId, complete: z.boolean() }),
  draft('window.rated', { windowId: WindowId, ratings: z.record(z.string().max(40), z.string().max(40)) }),
  draft('window.voided', { windowId: WindowId, reason: z.string().min(3).max(200) }),
  draft('coaching.started', {}),
  draft('feedback.started', {}),
  /** `inSequence`: the lead coach confirmed the end in the middle of a command sequence. Rule SEQ11. */
  draft('session.closed', { inSequence: z.boolean().optional() }),
  draft('caregiver.chosen', { caregiverId: CaregiverId }),
  draft('lead.changed', { to: ParticipantId, how: z.enum(['handed', 'taken']) }),
  draft('voice.opened', {
    ...participant.shape,
    track: z.enum(['coach-voice', 'supervisor-voice']),
    hearers: z.array(ParticipantId),
  }),
  draft('voice.closed', {
    ...participant.shape,
    /** Absent in older logs, where it means the coach. */
    track: z.enum(['coach-voice', 'supervisor-voice']).optional(),
    why: z.enum(['released', 'media']),
  }),
  draft('code.recorded', {
    codeId: CodeId,
    code: z.string(),
    caregiverId: CaregiverId,
    heardAt: SessionTime,
    pressedAt: SessionTime,
    /** The two codes that the coder considered, and why `code` was chosen. Rules COD3, COD4. */
    candidates: z.array(z.string()).min(2).max(4).optional(),
    mode: z.enum(['both', 'unsure']).optional(),
  }),
  draft('code.undone', { codeId: CodeId }),
  /** Whether a direct command was positive, single, specific and right for the child. Rule PDI3. */
  draft('command.judged', { codeId: CodeId, effective: z.boolean() }),
  draft('prompt.sent', {
    promptId: PromptId,
    text: z.string().min(1).max(200),
    caregiverId: CaregiverId,
    skill: z.string().nullable(),
    /** The coach's code that the prompt counts as. Absent in older logs. */
    coachCode: z.string().nullable().optional(),
    spoken: z.boolean(),
  }),
  /** The step that a prompt was for is over, so no screen shows the prompt anymore. */
  draft('prompt.withdrawn', { promptId: PromptId }),
  draft('prompt.delivered', {
    ...participant.shape,
    promptId: PromptId,
    outcome: z.enum(['shown', 'spoken', 'dropped']),
  }),
  /** An observer codes without seeing the codes of others, or sees them again. Rule REV2. */
  draft('observer.blinded', { ...participant.shape, blind: z.boolean() }),
  draft('note.written', { noteId: NoteId, text: z.string().min(1).max(2_000) }),
  ...recordingFacts,
  ...reviewFacts,
  ...sightFacts,
  ...soundFacts,
]);
export type FactDraft = z.infer<typeof FactDraft>;

/** `seq` counts from 1 without gaps; `at` is when the server accepted it, in ms of session time. */
const FactPosition = z.object({ seq: z.int().positive(), at: SessionTime });

/** A fact in a session's log. Nothing in the log is ever edited; a correction is a new fact. */
export const Fact = z.intersection(FactPosition, FactDraft);
export type Fact = z.infer<typeof Fact>;

export type FactType = Fact['type'];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;
