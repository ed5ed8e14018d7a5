import { z } from 'zod';
import { PARTS, ROLES } from '#shared/domain/people.ts';
import type { CommandName } from '#shared/domain/permissions.ts';
import { RECORDED_TRACKS, RECORDING_PURPOSES } from '#shared/domain/recording/recordedTracks.ts';
import { SessionTime } from './factDraft.ts';
import { Fact } from './facts.ts';
import { CaregiverId, CodeId, FamilyId, NoteId, ParticipantId, PressId, PromptId, WindowId } from './ids.ts';
import { mediaCommands, mediaNotices } from './media.ts';
import { KnownName, optionalLabel } from './names.ts';
import type { Reply } from './reply.ts';
import { CallHelp, KeptSafetySheet, MAX_IN_ROOM_LETTERS } from './safetySheet.ts';
import { Capture } from './sightFacts.ts';
import { Sounding } from './soundFacts.ts';

/** The largest message that either side accepts, in bytes. */
export const MAX_MESSAGE_BYTES = 64_000;

const nothing = z.strictObject({});
const done = z.null();
const agoMs = z.number().nonnegative().max(86_400_000).nullable();
const reason = z.string().trim().min(3).max(200);

/** The seq of the last fact that the command wrote, or that its first sending had written. */
const written = z.object({ seq: z.int().nonnegative() });

/** Pages sent this before presses had their own ids. A page that is still open may send it; it is ignored. */
const numberedOnce = { clientId: z.uuid().optional(), clientSeq: z.int().positive().optional() };

/** The id of the press. Absent from older pages. */
const repeatable = { pressId: PressId.optional() };

/** The client's estimate of session time. Absent from older pages; required after the close. Rule LOG5. */
const pressedOnce = { pressedAt: z.number().nonnegative().optional() };

export const Self = z.object({
  participantId: ParticipantId,
  name: KnownName,
  role: z.enum(ROLES),
  part: z.enum(PARTS),
});
export type Self = z.infer<typeof Self>;

/** The quality of a connection, as its own end measures it. */
export const Quality = z.object({
  roundTripMs: z.number().nonnegative().max(60_000).nullable(),
  lossPercent: z.number().min(0).max(100).nullable(),
  playoutDelayMs: z.number().nonnegative().max(60_000).nullable(),
});
export type Quality = z.infer<typeof Quality>;

/** `upTo` is the log's last seq. `whole`: fold these from nothing, as what this person may see has changed. */
const someFacts = { facts: z.array(Fact), upTo: z.int().nonnegative(), whole: z.boolean() };

/** The sender is known from the handshake, never from input. Compiles only with the commands of `permissions.ts`. */
export const commands = {
  /** Joins the session of this connection. Returns the facts that this person may see after `lastSeq`. */
  'session:join': {
    input: z.strictObject({ lastSeq: z.int().nonnegative() }),
    output: z.object({ self: Self, ...someFacts, now: SessionTime }),
  },
  /** Says that this person leaves on purpose. A connection that merely ends does not say this. */
  'session:leave': { input: nothing, output: done },
  'clock:read': { input: nothing, output: z.object({ now: z.number().nonnegative() }) },
  'quality:report': { input: Quality, output: done },

  /**
   * How long ago this page last presented a picture and played a sound of the room, in ms; null if it never did. Sent
   * repeatedly: a page that stops sending it no longer counts as seeing. Only the lead coach's page counts. Rule WIN4.
   */
  'sight:report': { input: z.strictObject({ pictureAgoMs: agoMs, soundAgoMs: agoMs }), output: done },
  'capture:report': { input: z.strictObject(Capture.shape), output: written },
  /** Whether a voice that reaches this page would sound there. Rule EAR3. */
  'sounding:report': { input: z.strictObject({ sounding: Sounding }), output: written },

  'device:admit': { input: z.strictObject({ participantId: ParticipantId }), output: written },
  'device:turn-away': { input: z.strictObject({ participantId: ParticipantId }), output: written },
  /** Says who wears a device's earphones. A family device can only report for itself. */
  'device:set-wearer': {
    input: z.strictObject({ participantId: ParticipantId, caregiverId: CaregiverId }),
    output: written,
  },
  'device:set-kind': { input: z.strictObject({ device: z.enum(['combined', 'room']) }), output: written },
  /** Creates a single-use link for a phone that becomes a caregiver's ear. */
  'device:pair-ear': {
    input: z.strictObject({ caregiverId: CaregiverId }),
    output: z.object({ url: z.url(), expiresAt: z.iso.datetime() }),
  },

  /** Starts an ear check on this device. The room microphones are asked to listen for the tone. */
  'ear-check:start': {
    input: nothing,
    output: z.object({ checkId: z.uuid(), toneHz: z.number(), toneMs: z.number() }),
  },
  /** How far the tone was above the room, in dB; null if nothing could be measured. */
  'ear-check:listened': {
    input: z.strictObject({ checkId: z.uuid(), toneAboveRoomDb: z.number().min(-200).max(200).nullable() }),
    output: done,
  },
  'ear-check:confirm': {
    input: z.strictObject({ checkId: z.uuid(), heardByCaregiver: z.boolean() }),
    output: z.object({ passed: z.boolean(), leak: z.enum(['none', 'heard', 'not-measured']) }),
  },
  /** Earphones were plugged in or pulled out, so the check is no longer valid. */
  'ear-check:devices-changed': { input: nothing, output: written },
  'ear-check:override': { input: z.strictObject({ participantId: ParticipantId, reason }), output: written },

  /** The family's safety sheet, or null if there is none yet. */
  'safety:read': {
    input: nothing,
    output: z.object({
      familyId: FamilyId,
      kept: KeptSafetySheet.nullable(),
      live: z.enum(['agreed', 'open', 'against']),
    }),
  },
  /** The family confirmed that this revision of the sheet is right today, and said who is in the room. */
  'safety:confirm': {
    input: z.strictObject({ revision: z.int().positive(), inRoom: optionalLabel(MAX_IN_ROOM_LETTERS) }),
    output: written,
  },

  /** What a parent reads to whoever they call. Empty address: not for this device. Null without a safety sheet. */
  'safety:help': { input: nothing, output: CallHelp.nullable() },
  /** Somebody needs help now: a running window is paused, and the family's supervisors are told. Rule SAF3. */
  'emergency:raise': { input: nothing, output: written },
  'emergency:end': { input: nothing, output: written },

  'phase:check-in': { input: nothing, output: written },
  'coding:start': {
    input: z.strictObject({ windowId: WindowId, kind: z.string().min(1).max(32), caregiverId: CaregiverId }),
    output: written,
  },
  'coding:pause': { input: z.strictObject({ reason: z.string().trim().max(200) }), output: written },
  'coding:resume': { input: nothing, output: written },
  'coding:stop': { input: nothing, output: written },
  'coaching:start': { input: nothing, output: written },
  'feedback:start': { input: nothing, output: written },
  /** `inSequence` confirms the end in the middle of a command sequence; without it the command is refused there. */
  'session:close': { input: z.strictObject({ inSequence: z.boolean().optional() }), output: written },
  /** The coach's ratings of the whole window after it ended. Ratings that are not named stay as they are. */
  'window:rate': {
    input: z.strictObject({ windowId: WindowId, ratings: z.record(z.string().max(40), z.string().max(40)) }),
    output: written,
  },
  'window:void': { input: z.strictObject({ windowId: WindowId, reason }), output: written },
  'caregiver:choose': { input: z.strictObject({ caregiverId: CaregiverId }), output: written },
  'lead:hand': { input: z.strictObject({ to: ParticipantId }), output: written },
  'lead:take': { input: nothing, output: written },

  /** A family device speaks for the family; a lead coach for their voice, and for caregivers who agreed aloud. */
  'consent:give': {
    input: z.strictObject({
      track: z.enum(RECORDED_TRACKS),
      saidBy: CaregiverId.nullable(),
      purposes: z.array(z.enum(RECORDING_PURPOSES)).min(1).max(4),
    }),
    output: written,
  },
  'consent:withdraw': {
    input: z.strictObject({ track: z.enum(RECORDED_TRACKS), saidBy: CaregiverId.nullable() }),
    output: written,
  },
  /** Pauses the recorders until they are released. Consents stay as they are. */
  'recording:hold': { input: nothing, output: written },
  'recording:release': { input: nothing, output: written },
  /** Starts or ends coding without seeing the codes of others. Rule REV2. */
  'observer:blind': { input: z.strictObject({ blind: z.boolean() }), output: written },

  'voice:open': { input: nothing, output: written },
  'voice:close': { input: nothing, output: written },

  /** A press, by its code's id. `pressedAt` estimates session time; `heardDelayMs` is the age of the sound in ms. */
  'code:record': {
    input: z.strictObject({
      ...numberedOnce,
      codeId: CodeId,
      code: z.string().min(1).max(8),
      caregiverId: CaregiverId,
      pressedAt: z.number().nonnegative(),
      heardDelayMs: z.number().nonnegative().max(60_000),
      /** The two codes that the coder considered for `code`. The server chooses again by the rule. */
      candidates: z.array(z.string().min(1).max(8)).min(2).max(4).optional(),
      mode: z.enum(['both', 'unsure']).optional(),
    }),
    output: written,
  },
  'command:judge': {
    input: z.strictObject({ ...numberedOnce, ...repeatable, ...pressedOnce, codeId: CodeId, effective: z.boolean() }),
    output: written,
  },
  'code:undo': {
    input: z.strictObject({ ...numberedOnce, ...repeatable, ...pressedOnce, codeId: CodeId }),
    output: written,
  },

  'prompt:send': {
    input: z.strictObject({
      promptId: PromptId,
      text: z.string().trim().min(1).max(200),
      skill: z.string().max(8).nullable(),
      coachCode: z.string().max(8).nullable().optional(),
      spoken: z.boolean(),
    }),
    output: written,
  },
  'prompt:delivered': {
    input: z.strictObject({ promptId: PromptId, outcome: z.enum(['shown', 'spoken', 'dropped']) }),
    output: written,
  },
  'note:write': {
    input: z.strictObject({ noteId: NoteId, text: z.string().trim().min(1).max(2_000) }),
    output: written,
  },

  ...mediaCommands,
} satisfies Record<CommandName, { input: z.ZodType; output: z.ZodType }>;

/** The commands that a client keeps until they are acknowledged, and may send again. Each is one press. */
export const PRESSES = ['code:record', 'code:undo', 'command:judge'] as const satisfies readonly CommandName[];

export const notices = {
  /** Facts that were appended to the log, if this person may see them. `upTo` is the log's last seq in any case. */
  'session:facts': z.object(someFacts),
  /** The server now knows this connection as somebody else: let in, or given the lead. */
  'session:self': Self,
  /** The same person opened the session elsewhere, so this connection is over. */
  'session:taken-over': z.object({}),
  /** This device was turned away, or this person is no longer tied to the family. They receive nothing more. */
  'session:ended': z.object({ why: z.enum(['turned-away', 'revoked']) }),
  /** Each participant's report about their own connection. */
  'quality:changed': z.object({ participantId: ParticipantId, quality: Quality }),
  /** Asks the page to listen for a tone on the room microphone and answer with `ear-check:listened`. */
  'ear-check:listen': z.object({ checkId: z.uuid(), toneHz: z.number(), toneMs: z.number() }),
  ...mediaNotices,
} satisfies Record<string, z.ZodType>;

type Commands = typeof commands;
export type InputOf<N extends CommandName> = z.input<Commands[N]['input']>;
export type ParsedInputOf<N extends CommandName> = z.output<Commands[N]['input']>;
export type OutputOf<N extends CommandName> = z.output<Commands[N]['output']>;

type Notices = typeof notices;
export type NoticeName = keyof Notices;
export type NoticeOf<N extends NoticeName> = z.output<Notices[N]>;

export type ClientToServer = {
  [N in CommandName]: (input: InputOf<N>, ack: (reply: Reply<OutputOf<N>>) => void) => void;
};
export type ServerToClient = { [N in NoticeName]: (notice: NoticeOf<N>) => void };

/** A browser on a shared computer can hold both cookies: `as` says which. A device's cookie is bound to its session. */
export const Handshake = z.discriminatedUnion('as', [
  z.object({
    as: z.literal('staff'),
    sessionId: z.uuid(),
    /** A window that another one replaced. It only sends the presses that were made in it, and replaces nothing. */
    handsIn: z.literal(true).optional(),
  }),
  z.object({ as: z.literal('device') }),
]);
export type Handshake = z.infer<typeof Handshake>;
