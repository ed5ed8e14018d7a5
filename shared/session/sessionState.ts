import type { GapCause } from '#shared/domain/gapCauses.ts';
import type { CodingWindow } from '#shared/domain/codingWindow.ts';
import type { Leak } from '#shared/domain/earCheck.ts';
import type { DeviceKind, Part, Role } from '#shared/domain/people.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { ProgramEdits } from '#shared/domain/programs/programEdits.ts';
import {
  type Contraindication,
  NO_TIME_OUT_SETTINGS,
  type TimeOutSettings,
} from '#shared/domain/sequence/commandSequence.ts';
import type { Caregiver } from '#shared/protocol/facts.ts';
import type { Capture } from '#shared/protocol/sightFacts.ts';
import type { Sounding } from '#shared/protocol/soundFacts.ts';
import type { CaregiverId, CodeId, NoteId, ParticipantId, PromptId, WindowId } from '#shared/protocol/ids.ts';
import { NOTHING_RECORDED, type RecordingState } from './recording/recordingState.ts';
import { NOT_REVIEWED, type ReviewState } from './review/reviewState.ts';
import { NOTHING_SEEN, type SightState } from './sight/sightState.ts';

/** The state of a device's ear check. Only `passed` and `overridden` let a whisper through. */
export type EarCheck =
  | { readonly is: 'needed' }
  | { readonly is: 'failed'; readonly heardByCaregiver: boolean; readonly leak: Leak }
  | { readonly is: 'passed' }
  | { readonly is: 'overridden'; readonly reason: string };

export type Participant = {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly role: Role;
  /** A family's device; null for a member of staff. */
  readonly device: DeviceKind | null;
  readonly wearer: CaregiverId | null;
  readonly present: boolean;
  /** Whether an absent person said that they were leaving. Otherwise their connection was lost. Rule SES8. */
  readonly hasLeft: boolean;
  readonly joinedAt: number;
  readonly admitted: boolean;
  readonly turnedAway: boolean;
  readonly earCheck: EarCheck;
  readonly voiceOpen: boolean;
  /** The latest report of a family's camera and microphone, with the time of each; undefined if there is none. */
  readonly capture: (Capture & { readonly since: Readonly<Record<keyof Capture, number>> }) | undefined;
  /** The latest report of their page's own sound; older logs have none. Rule EAR3. */
  readonly sounding: Sounding | undefined;
  /** An observer who codes without seeing the codes of others. Rule REV2. */
  readonly blind: boolean;
  /** Windows whose codes they could see live, and those while the window was coded. Rule REV1. */
  readonly saw: { readonly windows: readonly WindowId[]; readonly during: readonly WindowId[] };
};

export type SessionWindow = CodingWindow & {
  readonly windowId: WindowId;
  readonly caregiverId: CaregiverId;
  readonly ratings: Readonly<Record<string, string>>;
  /** Why the window is void, if the lead coach said so. */
  readonly voided: string | undefined;
  /** Why its clock is paused, while it is. */
  readonly pauseReason: string | undefined;
};

export type CodeEntry = {
  readonly codeId: CodeId;
  readonly code: string;
  readonly caregiverId: CaregiverId;
  readonly coder: ParticipantId;
  /** Whether the coder was the lead coach when they pressed the key. Only those codes count. Rule COD2. */
  readonly byLead: boolean;
  readonly heardAt: number;
  readonly pressedAt: number;
  /** It was pressed before the session was closed, and arrived after it. Rule LOG5. */
  readonly cameLate: boolean;
  /** Its coder may have seen another coder's codes of the window before it, or its undo, arrived. Rules REL9, REV2. */
  readonly sawOthers: boolean;
  readonly undone: boolean;
  readonly candidates: readonly string[] | undefined;
  readonly mode: 'both' | 'unsure' | undefined;
  /** On a direct command: false once somebody judged it not effective. Rule PDI3. */
  readonly effective: boolean;
  /** The latest correction by a review: another code, or null if it was never said. Rule REV3. */
  readonly correction: CodeCorrection | undefined;
  /** Why a review added it, if nobody gave it live. Rule REV3. */
  readonly addedBecause: string | undefined;
};

/** A code as it was given, in time and before any review. */
export const UNREVIEWED = {
  cameLate: false,
  sawOthers: false,
  correction: undefined,
  addedBecause: undefined,
} as const;

type CodeCorrection = {
  readonly code: string | null;
  readonly reason: string;
  readonly by: ParticipantId | 'server';
};

export type PromptOutcome = 'shown' | 'spoken' | 'dropped';

export type PromptEntry = {
  readonly promptId: PromptId;
  readonly text: string;
  readonly caregiverId: CaregiverId;
  readonly spoken: boolean;
  readonly skill: string | null;
  /** The coach's code that it counts as. */
  readonly coachCode: string | null;
  readonly sentAt: number;
  /** Whether the step that it was for is over. Rule PRM2. */
  readonly withdrawn: boolean;
  /** What happened to it, by device. */
  readonly deliveries: Readonly<Record<ParticipantId, PromptOutcome>>;
};

type NoteEntry = {
  readonly noteId: NoteId;
  readonly author: ParticipantId;
  readonly at: number;
  readonly text: string;
};

/** A span in which a person's voice was open, and to whom. The log does not know whether they spoke. */
export type VoiceSpell = {
  readonly participantId: ParticipantId;
  readonly track: 'coach-voice' | 'supervisor-voice';
  readonly hearers: readonly ParticipantId[];
  readonly from: number;
  readonly to: number | undefined;
};

/** Computed from a session's log by `foldFacts` alone, on the server and on every screen. */
export type SessionState = {
  readonly seq: number;
  readonly phase: Phase;
  /** The phases so far, with their start in session time; oldest first. */
  readonly phases: readonly { readonly phase: Phase; readonly since: number }[];
  readonly startedAt: string;
  readonly program: string;
  readonly programVersion: string;
  /** What the clinic changed in its copy of the program. */
  readonly edits: ProgramEdits | undefined;
  /** The treatment phase and the stage of the course that it was planned for. */
  readonly treatmentPhase: string | undefined;
  readonly stage: string | undefined;
  /** The family's level when the session opened, if it had one. Rule LVL1. */
  readonly level: string | undefined;
  readonly plannedMs: number;
  readonly timeOut: TimeOutSettings;
  /** When time-out was contraindicated or allowed again, oldest first; empty if it never changed. Rule SEQ13. */
  readonly contraindications: readonly { readonly since: number; readonly is: Contraindication | null }[];
  /** The last confirmed revision of the family's safety sheet, and who is in the room. Rule SAF1. */
  readonly safety: { readonly revision: number; readonly inRoom: string; readonly at: number } | undefined;
  /** Who raised the emergency that nobody has ended yet. Rule SAF3. */
  readonly emergency: ParticipantId | undefined;
  readonly familyName: string;
  readonly caregivers: readonly Caregiver[];
  readonly lead: ParticipantId | undefined;
  /** Who led, and from when in session time; oldest first. */
  readonly leads: readonly { readonly lead: ParticipantId; readonly since: number }[];
  /** The caregiver who plays with the child now. */
  readonly inPlay: CaregiverId | undefined;
  readonly participants: Readonly<Record<ParticipantId, Participant>>;
  /** What the lead coach receives of the room's picture and sound. Rule WIN4. */
  readonly sight: SightState;
  /** When the lead coach or every room camera was gone, and why. Oldest first; the last may be open. */
  readonly absences: readonly {
    readonly from: number;
    readonly to: number | undefined;
    readonly causes: readonly GapCause[];
  }[];
  /** When the room or the lead coach was cut off, or a sense lost. Oldest first; the last may be open. Rule WIN4. */
  readonly gaps: readonly { readonly from: number; readonly to: number | undefined }[];
  /** Whose voice was open when, and to whom; oldest first. */
  readonly voices: readonly VoiceSpell[];
  readonly windows: readonly SessionWindow[];
  readonly codes: readonly CodeEntry[];
  readonly prompts: readonly PromptEntry[];
  readonly notes: readonly NoteEntry[];
  readonly recording: RecordingState;
  readonly review: ReviewState;
};

export const EMPTY_SESSION: SessionState = {
  seq: 0,
  phase: 'preparing',
  phases: [{ phase: 'preparing', since: 0 }],
  startedAt: '',
  program: '',
  programVersion: '',
  edits: undefined,
  treatmentPhase: undefined,
  stage: undefined,
  level: undefined,
  plannedMs: 3_600_000,
  timeOut: NO_TIME_OUT_SETTINGS,
  contraindications: [],
  safety: undefined,
  emergency: undefined,
  familyName: '',
  caregivers: [],
  lead: undefined,
  leads: [],
  inPlay: undefined,
  participants: {},
  sight: NOTHING_SEEN,
  absences: [],
  gaps: [],
  voices: [],
  windows: [],
  codes: [],
  prompts: [],
  notes: [],
  recording: NOTHING_RECORDED,
  review: NOT_REVIEWED,
};

/** An id from outside may be invented. `constructor`, which every object has, finds nobody. */
export function findParticipant(
  { participants }: Pick<SessionState, 'participants'>,
  id: ParticipantId,
): Participant | undefined {
  return Object.hasOwn(participants, id) ? participants[id] : undefined;
}

/** A person's part in this session now; undefined if they never joined it. */
export function partOf(
  state: Pick<SessionState, 'participants' | 'lead'>,
  participantId: ParticipantId,
): Part | undefined {
  const participant = findParticipant(state, participantId);
  if (participant === undefined) return undefined;
  if (participant.device === null) return state.lead === participantId ? 'lead' : 'observer';
  return participant.admitted ? participant.device : 'knocking';
}

/** Who led the session at a moment of session time. */
export function leadAt({ leads }: Pick<SessionState, 'leads'>, at: number): ParticipantId | undefined {
  return leads.findLast(({ since }) => since <= at)?.lead;
}

/** Whether the ear check lets the whisper reach this device. */
export function isEarChecked(participant: Participant): boolean {
  return participant.earCheck.is === 'passed' || participant.earCheck.is === 'overridden';
}

/** The current window, running or paused. */
export function currentWindow(state: Pick<SessionState, 'windows'>): SessionWindow | undefined {
  return state.windows.find(({ finished }) => !finished);
}

/** The standing codes: all except undone ones, each as a review left it. Rule REV3. */
export function standingCodes(state: Pick<SessionState, 'codes'>): readonly CodeEntry[] {
  return state.codes.filter(({ undone }) => !undone).flatMap(asCorrected);
}

/** A code as a review left it: with the corrected code, or undefined if it was never said. Rule REV3. */
export function asCorrected(entry: CodeEntry): readonly CodeEntry[] {
  const { correction } = entry;
  if (correction === undefined) return [entry];
  if (correction.code === null) return [];
  return [{ ...entry, code: correction.code, candidates: undefined, mode: undefined }];
}

/** When a window's clock started; undefined if it never ran. */
export function startOf({ spans, runningSince }: Pick<SessionWindow, 'spans' | 'runningSince'>): number | undefined {
  return spans[0]?.[0] ?? runningSince;
}
