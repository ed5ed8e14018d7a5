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

/** Where a device's ear check stands. Only `passed` and `overridden` let a whisper through. */
export type EarCheck =
  | { readonly is: 'needed' }
  | { readonly is: 'failed'; readonly heardByCaregiver: boolean; readonly leak: Leak }
  | { readonly is: 'passed' }
  | { readonly is: 'overridden'; readonly reason: string };

export type Participant = {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly role: Role;
  /** A family's device, or null for a person at a screen of the clinic. */
  readonly device: DeviceKind | null;
  readonly wearer: CaregiverId | null;
  readonly present: boolean;
  /** Whether whoever is not here said that they leave; otherwise their connection was lost. Rule SES8. */
  readonly hasLeft: boolean;
  /** Session time at which they first came in. */
  readonly joinedAt: number;
  readonly admitted: boolean;
  readonly turnedAway: boolean;
  readonly earCheck: EarCheck;
  readonly voiceOpen: boolean;
  /** What a family's device last said of its camera and microphone, and since when each is so; undefined where it never did. */
  readonly capture: (Capture & { readonly since: Readonly<Record<keyof Capture, number>> }) | undefined;
  /** What their page last said of its own sound; undefined where it never did, as in logs of before. Rule EAR3. */
  readonly sounding: Sounding | undefined;
  /** An observer who codes without seeing the codes of others. Rule REV2. */
  readonly blind: boolean;
  /** The windows whose codes were in their sight while the session was live, and those while they were being coded. Rule REV1. */
  readonly saw: { readonly windows: readonly WindowId[]; readonly during: readonly WindowId[] };
};

export type SessionWindow = CodingWindow & {
  readonly windowId: WindowId;
  readonly caregiverId: CaregiverId;
  /** What the coach saw of it as a whole, by rating. */
  readonly ratings: Readonly<Record<string, string>>;
  /** Why it counts nowhere, where the lead coach said so. */
  readonly voided: string | undefined;
  /** Why its clock stands still, while it does. */
  readonly pauseReason: string | undefined;
};

export type CodeEntry = {
  readonly codeId: CodeId;
  readonly code: string;
  readonly caregiverId: CaregiverId;
  readonly coder: ParticipantId;
  /** Whether the coder was the lead coach when they pressed the key: those are the codes that count. Rule COD2. */
  readonly byLead: boolean;
  readonly heardAt: number;
  readonly pressedAt: number;
  /** It was pressed before the session was closed, and came in after it. Rule LOG5. */
  readonly cameLate: boolean;
  /** Its coder may have seen another's codes of the window before it, or its undo, came in. Rules REL9, REV2. */
  readonly sawOthers: boolean;
  readonly undone: boolean;
  /** Where the coder saw two. */
  readonly candidates: readonly string[] | undefined;
  readonly mode: 'both' | 'unsure' | undefined;
  /** On a direct command: false once somebody judged it so. Rule PDI3. */
  readonly effective: boolean;
  /** What a review made of it, last: another code, or null for one that was never said. Rule REV3. */
  readonly correction: CodeCorrection | undefined;
  /** Why a review added it, where nobody gave it live. Rule REV3. */
  readonly addedBecause: string | undefined;
};

/** A code as it was given, in time and before any review. */
export const UNREVIEWED = {
  cameLate: false,
  sawOthers: false,
  correction: undefined,
  addedBecause: undefined,
} as const;

export type CodeCorrection = {
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
  /** What it is as a coach's statement. */
  readonly coachCode: string | null;
  readonly sentAt: number;
  /** Whether what it was for is over. Rule PRM2. */
  readonly withdrawn: boolean;
  /** What became of it, by device. */
  readonly deliveries: Readonly<Record<ParticipantId, PromptOutcome>>;
};

export type NoteEntry = {
  readonly noteId: NoteId;
  readonly author: ParticipantId;
  readonly at: number;
  readonly text: string;
};

/** A time in which somebody's voice was open, and to whom. What somebody said in it, or whether, is not known. */
export type VoiceSpell = {
  readonly participantId: ParticipantId;
  readonly track: 'coach-voice' | 'supervisor-voice';
  readonly hearers: readonly ParticipantId[];
  readonly from: number;
  /** Undefined while it is open. */
  readonly to: number | undefined;
};

/** All that follows from a session's log. Built by `foldFacts` and by nothing else, on the server and on every screen. */
export type SessionState = {
  readonly seq: number;
  readonly phase: Phase;
  /** The phases so far, and since when in session time; oldest first. */
  readonly phases: readonly { readonly phase: Phase; readonly since: number }[];
  readonly startedAt: string;
  readonly program: string;
  readonly programVersion: string;
  /** What the clinic changed in its copy of the program. */
  readonly edits: ProgramEdits | undefined;
  /** The treatment phase and the stage of the course that it was planned for. */
  readonly treatmentPhase: string | undefined;
  readonly stage: string | undefined;
  /** The level that the family was at when it opened, where it was at one. Rule LVL1. */
  readonly level: string | undefined;
  readonly plannedMs: number;
  readonly timeOut: TimeOutSettings;
  /** Since when in session time time-out was contraindicated or allowed again, oldest first; empty where it always was. Rule SEQ13. */
  readonly contraindications: readonly { readonly since: number; readonly is: Contraindication | null }[];
  /** The revision of the family's safety sheet that was confirmed last, and when; undefined until it was. Rule SAF1. */
  readonly safety: { readonly revision: number; readonly at: number } | undefined;
  readonly familyName: string;
  readonly caregivers: readonly Caregiver[];
  readonly lead: ParticipantId | undefined;
  /** Who led, and since when in session time; oldest first. */
  readonly leads: readonly { readonly lead: ParticipantId; readonly since: number }[];
  /** The caregiver who plays with the child now. */
  readonly inPlay: CaregiverId | undefined;
  readonly participants: Readonly<Record<ParticipantId, Participant>>;
  /** What the lead coach has of the room's picture and sound. Rule WIN4. */
  readonly sight: SightState;
  /** When the lead coach was gone, or every device with the room's camera, and why; oldest first, and the last is open while that is so. */
  readonly absences: readonly {
    readonly from: number;
    readonly to: number | undefined;
    readonly causes: readonly GapCause[];
  }[];
  /**
   * When the family's room or the lead coach was cut off, or the coach had no picture or no sound of the room; oldest first,
   * and the last is open while that is so. Rule WIN4.
   */
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

/** A participant by an id that anyone may have made up: `constructor` is in every object, and nobody's id. */
export function findParticipant(
  { participants }: Pick<SessionState, 'participants'>,
  id: ParticipantId,
): Participant | undefined {
  return Object.hasOwn(participants, id) ? participants[id] : undefined;
}

/** What somebody is to this session now, or undefined for one who never joined it. */
export function partOf(
  state: Pick<SessionState, 'participants' | 'lead'>,
  participantId: ParticipantId,
): Part | undefined {
  const participant = findParticipant(state, participantId);
  if (participant === undefined) return undefined;
  if (participant.device === null) return state.lead === participantId ? 'lead' : 'observer';
  return participant.admitted ? participant.device : 'knocking';
}

/** Who led the session at a moment of its time. */
export function leadAt({ leads }: Pick<SessionState, 'leads'>, at: number): ParticipantId | undefined {
  return leads.findLast(({ since }) => since <= at)?.lead;
}

/** Whether the whisper may reach this device as far as its ear check goes. */
export function isEarChecked(participant: Participant): boolean {
  return participant.earCheck.is === 'passed' || participant.earCheck.is === 'overridden';
}

/** The window being coded, running or paused. */
export function currentWindow(state: Pick<SessionState, 'windows'>): SessionWindow | undefined {
  return state.windows.find(({ finished }) => !finished);
}

/** The codes that stand: all but the undone, each as a review left it. Rule REV3. */
export function standingCodes(state: Pick<SessionState, 'codes'>): readonly CodeEntry[] {
  return state.codes.filter(({ undone }) => !undone).flatMap(asCorrected);
}

/** A code as a review left it: with the code it should have been, or none where it was never said. Rule REV3. */
export function asCorrected(entry: CodeEntry): readonly CodeEntry[] {
  const { correction } = entry;
  if (correction === undefined) return [entry];
  if (correction.code === null) return [];
  return [{ ...entry, code: correction.code, candidates: undefined, mode: undefined }];
}

/** When a window's clock began, or undefined for one that never ran. */
export function startOf({ spans, runningSince }: Pick<SessionWindow, 'spans' | 'runningSince'>): number | undefined {
  return spans[0]?.[0] ?? runningSince;
}
