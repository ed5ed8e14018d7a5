import { z } from 'zod';
import { LEAKS } from '#shared/domain/earCheck.ts';
import { DEVICE_KINDS, ROLES } from '#shared/domain/people.ts';
import { CaregiverId, CodeId, NoteId, ParticipantId, PromptId, SessionId, WindowId } from './ids.ts';

/** Whole ms of session time: since the session was opened, by the server's clock. */
export const SessionTime = z.int().nonnegative();

export const Caregiver = z.object({ caregiverId: CaregiverId, name: z.string().min(1).max(80) });
export type Caregiver = z.infer<typeof Caregiver>;

const participant = z.object({ participantId: ParticipantId });

const draft = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), by: z.union([ParticipantId, z.literal('server')]), ...shape });

/** What can happen in a session, before the log has given it a number and a time. */
export const FactDraft = z.discriminatedUnion('type', [
  draft('session.opened', {
    sessionId: SessionId,
    startedAt: z.iso.datetime(),
    programme: z.string(),
    programmeVersion: z.string(),
    familyName: z.string(),
    caregivers: z.array(Caregiver).min(1).max(2),
    lead: ParticipantId,
    leadName: z.string(),
  }),
  draft('participant.joined', {
    ...participant.shape,
    name: z.string(),
    role: z.enum(ROLES),
    device: z.enum(DEVICE_KINDS).nullable(),
    wearer: CaregiverId.nullable(),
  }),
  draft('participant.left', { ...participant.shape, why: z.enum(['left', 'connection', 'server-restart']) }),
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
  draft('waiting.opened', {}),
  draft('check-in.started', {}),
  draft('coding.started', {
    windowId: WindowId,
    kind: z.enum(['cdi', 'pdi']),
    caregiverId: CaregiverId,
    lengthMs: z.int().positive(),
  }),
  draft('coding.paused', { reason: z.string().max(200) }),
  draft('coding.resumed', {}),
  draft('coding.finished', { windowId: WindowId, complete: z.boolean() }),
  draft('coaching.started', {}),
  draft('feedback.started', {}),
  draft('session.closed', {}),
  draft('caregiver.chosen', { caregiverId: CaregiverId }),
  draft('lead.changed', { to: ParticipantId, how: z.enum(['handed', 'taken']) }),
  draft('voice.opened', {
    ...participant.shape,
    track: z.enum(['coach-voice', 'supervisor-voice']),
    hearers: z.array(ParticipantId),
  }),
  draft('voice.closed', {
    ...participant.shape,
    /** Absent in the logs of before, and taken for the coach's there. */
    track: z.enum(['coach-voice', 'supervisor-voice']).optional(),
    why: z.enum(['released', 'media']),
  }),
  draft('code.recorded', {
    codeId: CodeId,
    code: z.string(),
    caregiverId: CaregiverId,
    /** Session time at which the words were said: the press, less the delay of what the coder heard. */
    heardAt: SessionTime,
    pressedAt: SessionTime,
  }),
  draft('code.undone', { codeId: CodeId }),
  draft('prompt.sent', {
    promptId: PromptId,
    text: z.string().min(1).max(200),
    caregiverId: CaregiverId,
    skill: z.string().nullable(),
    spoken: z.boolean(),
  }),
  draft('prompt.delivered', {
    ...participant.shape,
    promptId: PromptId,
    outcome: z.enum(['shown', 'spoken', 'dropped']),
  }),
  draft('note.written', { noteId: NoteId, text: z.string().min(1).max(2_000) }),
]);
export type FactDraft = z.infer<typeof FactDraft>;

/** Where in the log a fact stands: `seq` counts from 1 without gaps, `at` is when the server accepted it. */
export const FactPosition = z.object({ seq: z.int().positive(), at: SessionTime });

/** A fact of a session's log. Nothing in the log is ever edited: a correction is a new fact. */
export const Fact = z.intersection(FactPosition, FactDraft);
export type Fact = z.infer<typeof Fact>;

export type FactType = Fact['type'];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;
