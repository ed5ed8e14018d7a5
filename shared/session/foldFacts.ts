import { finishWindow, pauseWindow, resumeWindow } from '#shared/domain/codingWindow.ts';
import { deviceName } from '#shared/domain/deviceName.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { Fact, FactOf } from '#shared/protocol/facts.ts';
import type { ParticipantId, WindowId } from '#shared/protocol/ids.ts';
import { changeContraindication } from './contraindications.ts';
import type { OwnCodes } from './codeList.ts';
import { openSession, withLead } from './openSession.ts';
import { trackStops } from './clockStops.ts';
import { trackSights } from './trackSights.ts';
import { foldCode } from './foldCode.ts';
import { foldPrompt } from './foldPrompt.ts';
import { foldRecording } from './recording/recordingState.ts';
import { foldReview } from './review/reviewState.ts';
import { trackRoomSight } from './sight/trackRoomSight.ts';
import {
  EMPTY_SESSION,
  findParticipant,
  type Participant,
  type SessionState,
  type SessionWindow,
} from './sessionState.ts';
import { trackVoices } from './voiceSpells.ts';

/**
 * Folds facts, oldest first, into a state. Facts that the state already contains change nothing. The list of codes is
 * copied once and then grows in place, because a copy for each fact would cost the square of their number. `look` sees
 * the state before each fact and must not keep it.
 */
export function foldFacts(
  facts: readonly Fact[],
  from: SessionState = EMPTY_SESSION,
  look?: (state: SessionState, fact: Fact) => void,
): SessionState {
  const own: OwnCodes = { list: undefined };
  return facts.reduce((state, fact) => {
    look?.(state, fact);
    return takeFact(state, fact, own);
  }, from);
}

/** The state after one more fact. Nothing else ever changes a session's state. */
export function applyFact(state: SessionState, fact: Fact): SessionState {
  return takeFact(state, fact, { list: undefined });
}

function takeFact(state: SessionState, fact: Fact, own: OwnCodes): SessionState {
  if (fact.seq <= state.seq) return state;
  const changed = trackRoomSight(state, { ...change(state, fact, own), seq: fact.seq }, fact);
  const seen = trackSights(changed, fact);
  return trackStops(state, trackVoices(state, seen, fact), fact);
}

function change(state: SessionState, fact: Fact, own: OwnCodes): SessionState {
  switch (fact.type) {
    case 'session.opened':
      return openSession(state, fact);

    case 'participant.joined': {
      const here = { ...arrival(state, fact), present: true, hasLeft: false, voiceOpen: false };
      return withParticipant(state, named(here, state));
    }
    case 'participant.left': {
      const hasLeft = fact.why === 'left';
      return editParticipant(state, fact.participantId, { present: false, hasLeft, voiceOpen: false });
    }
    case 'device.admitted':
      return editParticipant(state, fact.participantId, { admitted: true, turnedAway: false });
    case 'device.turned-away':
      return editParticipant(state, fact.participantId, { admitted: false, turnedAway: true, present: false });
    case 'device.kind-set':
      return editDevice(state, fact.participantId, { device: fact.device });
    case 'device.wearer-set':
      return editDevice(state, fact.participantId, { wearer: fact.wearer });

    case 'sight.lost':
    case 'sight.returned':
      return state; // what they change is tracked after each fact
    case 'capture.changed': {
      const { participantId, camera, microphone, at } = fact;
      const known = state.participants[participantId]?.capture;
      const since = {
        camera: known?.camera === camera ? known.since.camera : at,
        microphone: known?.microphone === microphone ? known.since.microphone : at,
      };
      return editParticipant(state, participantId, { capture: { camera, microphone, since } });
    }
    case 'sounding.changed':
      return editParticipant(state, fact.participantId, { sounding: fact.sounding });

    case 'ear-check.finished': {
      const { heardByCaregiver, leak } = fact;
      const earCheck = fact.passed ? ({ is: 'passed' } as const) : ({ is: 'failed', heardByCaregiver, leak } as const);
      return editParticipant(state, fact.participantId, { earCheck });
    }
    case 'ear-check.overridden':
      return editParticipant(state, fact.participantId, { earCheck: { is: 'overridden', reason: fact.reason } });
    case 'ear-check.voided':
      return editParticipant(state, fact.participantId, { earCheck: { is: 'needed' } });
    case 'waiting.opened':
      return enterPhase({ ...state, startedAt: fact.startedAt ?? state.startedAt }, 'waiting', fact.at);
    case 'check-in.started':
      return enterPhase(state, 'check-in', fact.at);
    case 'safety.confirmed':
      return { ...state, safety: { revision: fact.revision, inRoom: fact.inRoom ?? '', at: fact.at } };
    case 'emergency.raised':
      return fact.by === 'server' ? state : { ...state, emergency: fact.by };
    case 'emergency.ended':
      return { ...state, emergency: undefined };
    case 'contraindication.changed':
      return changeContraindication(state, fact);
    case 'coaching.started':
      return enterPhase(state, 'coaching', fact.at);
    case 'feedback.started':
      return enterPhase(state, 'feedback', fact.at);
    case 'session.closed':
      return enterPhase(state, 'closed', fact.at, finishWindow);

    case 'coding.started':
      return enterPhase(startCoding(state, fact), 'coding', fact.at);
    case 'coding.paused':
      return enterPhase(state, 'coding-paused', fact.at, (window, at) => {
        return { ...pauseWindow(window, at), pauseReason: fact.reason };
      });
    case 'coding.resumed':
      return enterPhase(state, 'coding', fact.at, (window, at) => {
        return { ...resumeWindow(window, at), pauseReason: undefined };
      });
    case 'coding.finished':
      return enterPhase(state, 'coaching', fact.at, finishWindow);

    case 'window.rated':
      return editWindowOf(state, fact.windowId, { ratings: fact.ratings });
    case 'window.voided':
      return editWindowOf(state, fact.windowId, { voided: fact.reason });

    case 'caregiver.chosen':
      return { ...state, inPlay: fact.caregiverId };
    case 'lead.changed':
      return editParticipant(withLead(closeVoices(state), fact.to, fact.at), fact.to, { blind: false });
    case 'observer.blinded':
      return editParticipant(state, fact.participantId, { blind: fact.blind });

    case 'voice.opened':
      return editParticipant(state, fact.participantId, { voiceOpen: true });
    case 'voice.closed':
      return editParticipant(state, fact.participantId, { voiceOpen: false });

    case 'code.recorded':
    case 'code.undone':
    case 'command.judged':
    case 'code.corrected':
    case 'code.added':
      return foldCode(state, fact, own);

    case 'prompt.sent':
    case 'prompt.withdrawn':
    case 'prompt.delivered':
      return { ...state, prompts: foldPrompt(state.prompts, fact) };

    case 'note.written': {
      const { noteId, text, at, by } = fact;
      return by === 'server' ? state : { ...state, notes: [...state.notes, { noteId, author: by, at, text }] };
    }

    case 'consent.given':
    case 'consent.withdrawn':
    case 'recording.held':
    case 'recording.released':
    case 'recording.started':
    case 'recording.stopped':
    case 'recording.prevented':
    case 'recording.possible':
      return { ...state, recording: foldRecording(state.recording, fact, state.phase === 'closed') };

    // A fact without a case above does not compile here.
    default:
      return { ...state, review: foldReview(state.review, fact) };
  }
}

/** Every phase begins with the lead coach's voice closed. Observers' voices reach only the lead coach and stay open. */
function enterPhase(
  state: SessionState,
  phase: Phase,
  since: number,
  edit?: (unfinished: SessionWindow, at: number) => SessionWindow,
): SessionState {
  const lead = phase === 'closed' ? undefined : state.lead;
  const windows = edit
    ? state.windows.map((window) => (window.finished ? window : edit(window, since)))
    : state.windows;
  return { ...closeVoices(state, lead), windows, phase, phases: [...state.phases, { phase, since }] };
}

/** Closes the voice of one participant, or of everyone. */
function closeVoices(state: SessionState, only?: ParticipantId): SessionState {
  return Object.values(state.participants)
    .filter(({ participantId, voiceOpen }) => voiceOpen && (only === undefined || only === participantId))
    .reduce((closed, { participantId }) => editParticipant(closed, participantId, { voiceOpen: false }), state);
}

function startCoding(state: SessionState, fact: FactOf<'coding.started'>): SessionState {
  const { windowId, kind, caregiverId, lengthMs, at } = fact;
  const window: SessionWindow = {
    windowId,
    kind,
    caregiverId,
    lengthMs,
    spans: [],
    runningSince: at,
    finished: false,
    pauseReason: undefined,
    stops: [],
    ratings: {},
    voided: undefined,
  };
  return { ...state, inPlay: caregiverId, windows: [...state.windows, window] };
}

/** A person who comes back keeps what the log knows of them. A device keeps its admission. The voice starts closed. */
function arrival(state: SessionState, fact: FactOf<'participant.joined'>): Participant {
  const { participantId, name, role, device, wearer } = fact;
  const known = findParticipant(state, participantId);
  // Its earlier reports about its camera and its sound no longer hold; it reports again.
  if (known !== undefined) return { ...known, name, capture: undefined, sounding: undefined };
  const isStaff = device === null;
  return {
    participantId,
    name,
    role,
    device,
    wearer,
    present: true,
    hasLeft: false,
    joinedAt: fact.at,
    admitted: isStaff,
    turnedAway: false,
    earCheck: { is: 'needed' },
    voiceOpen: false,
    capture: undefined,
    sounding: undefined,
    blind: false,
    saw: { windows: [], during: [] },
  };
}

/** The device has another kind or another wearer now, so its ear check must be repeated. */
function editDevice(
  state: SessionState,
  participantId: ParticipantId,
  edit: Partial<Pick<Participant, 'device' | 'wearer'>>,
): SessionState {
  const known = findParticipant(state, participantId);
  return known === undefined
    ? state
    : withParticipant(state, named({ ...known, ...edit, earCheck: { is: 'needed' } }, state));
}

/** A family's device is named by what it is now; a person by their own name. */
function named(participant: Participant, { caregivers }: SessionState): Participant {
  const { device, wearer } = participant;
  return device === null ? participant : { ...participant, name: deviceName({ device, wearer }, caregivers) };
}

function withParticipant(state: SessionState, participant: Participant): SessionState {
  return { ...state, participants: { ...state.participants, [participant.participantId]: participant } };
}

function editParticipant(state: SessionState, id: ParticipantId, edit: Partial<Participant>): SessionState {
  const participant = findParticipant(state, id);
  return participant === undefined ? state : withParticipant(state, { ...participant, ...edit });
}

function editWindowOf(state: SessionState, windowId: WindowId, edit: Partial<SessionWindow>): SessionState {
  return {
    ...state,
    windows: state.windows.map((window) => (window.windowId === windowId ? { ...window, ...edit } : window)),
  };
}
