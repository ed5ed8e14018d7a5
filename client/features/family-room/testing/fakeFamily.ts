import type { DeviceKind } from '#shared/domain/people.ts';
import type { NoticeName, NoticeOf } from '#shared/protocol/contract.ts';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import type { Device } from '#shared/protocol/http/devices.ts';
import type { PromptId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import {
  aFact,
  CAREGIVER_A,
  CAREGIVER_B,
  LEAD,
  PARENT,
  SESSION,
  sounds,
  SUPERVISOR,
} from '#shared/session/testing/aSession.ts';
import { applyFact, foldFacts } from '#shared/session/foldFacts.ts';
import type { Ask } from '#client/api/ask.ts';
import type { LiveSession } from '#client/api/liveSession.ts';
import type { LiveView } from '#client/api/liveView.ts';
import type { FamilyMedia, FamilyMediaView, Playing } from '../familyMedia.ts';

/** A family's device with a scripted session, for tests and pictures of screens. */
export type FakeLive = LiveSession & {
  readonly asked: { readonly name: string; readonly input: unknown }[];
  /** Sets the reply to a command. By default every command succeeds with no value. */
  readonly answer: (name: string, reply: (input: unknown) => Reply<unknown>) => void;
  readonly happen: (...drafts: FactDraft[]) => void;
  readonly show: (change: Partial<LiveView>) => void;
  readonly tell: <N extends NoticeName>(name: N, notice: NoticeOf<N>) => void;
  readonly rejoin: () => void;
  readonly setNow: (ms: number) => void;
};

export function fakeLive(...drafts: FactDraft[]): FakeLive {
  const listeners = new Set<() => void>();
  const joinListeners = new Set<() => void>();
  const hearers = new Map<string, Set<(notice: never) => void>>();
  const answers = new Map<string, (input: unknown) => Reply<unknown>>();
  const asked: { name: string; input: unknown }[] = [];
  let now = 0;
  let view: LiveView = {
    connection: 'live',
    ending: undefined,
    cutOffSince: undefined,
    isKept: true,
    isSendingStopped: false,
    isSlow: false,
    trouble: undefined,
    self: { participantId: PARENT, name: 'Rivera', role: 'caregiver', part: 'combined' },
    session: foldFacts([aFact.opened()]),
    unsent: [],
    refused: [],
    quality: {},
  };

  function show(change: Partial<LiveView>) {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  }

  function happen(...news: FactDraft[]) {
    const session = news.reduce((state, draft) => {
      const fact: Fact = { ...draft, seq: state.seq + 1, at: now };
      return applyFact(state, fact);
    }, view.session);
    show({ session });
  }

  const ask: Ask = async (name, input) => {
    // The device itself reads whom to call, without an action of the family.
    if (name !== 'safety:help') asked.push({ name, input });
    return (answers.get(name)?.(input) ?? ok(null)) as never;
  };

  happen(...drafts);
  return {
    asked,
    ask,
    happen,
    show,
    answer: (name, reply) => answers.set(name, reply),
    tell(name, notice) {
      for (const listener of hearers.get(name) ?? []) listener(notice as never);
    },
    rejoin() {
      for (const listener of joinListeners) listener();
    },
    setNow(ms) {
      now = ms;
    },
    listen(name, listener) {
      const known = hearers.get(name) ?? new Set();
      hearers.set(name, known.add(listener));
      return () => known.delete(listener);
    },
    now: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    press: () => undefined,
    judge: () => undefined,
    undo: () => undefined,
    onJoined(listener) {
      joinListeners.add(listener);
      return () => joinListeners.delete(listener);
    },
    leave: () => show({ ending: 'left', connection: 'over' }),
    close: () => undefined,
  };
}

/** Refuses a command as a lost connection does. */
export const noAnswer = (): Reply<never> => fail('timeout', 'No answer.');

type FakeMedia = FamilyMedia & {
  readonly show: (change: Partial<FamilyMediaView>) => void;
  readonly played: readonly { readonly track: MediaStreamTrack; isStopped: boolean; volume: number }[];
};

export function fakeMedia(over: Partial<FamilyMedia> = {}): FakeMedia {
  const listeners = new Set<() => void>();
  const played: { track: MediaStreamTrack; isStopped: boolean; volume: number }[] = [];
  let view: FamilyMediaView = {
    ownPicture: aTrack('own'),
    hasMicrophone: true,
    isOff: false,
    standing: 'connected',
    voiceStanding: 'connected',
    stopped: [],
    coachCamera: undefined,
    coachVoice: undefined,
  };
  return {
    played,
    show(change) {
      view = { ...view, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    level: () => 0.3,
    play(track, volume): Playing {
      const sound = { track, isStopped: false, volume };
      played.push(sound);
      return {
        setVolume: (louder) => (sound.volume = louder),
        stop: () => (sound.isStopped = true),
      };
    },
    playTone: () => Promise.resolve(),
    measureTone: () => Promise.resolve(0),
    playsOnUsualOutput: true,
    captureAgain: () => Promise.resolve(true),
    turnOff: () => undefined,
    close: () => undefined,
    ...over,
  };
}

/** A stand-in for a track, for tests that need only its identity. */
export function aTrack(id: string): MediaStreamTrack {
  return { id } as MediaStreamTrack;
}

export function aDevice(over: Partial<Device> = {}): Device {
  return {
    deviceId: PARENT,
    sessionId: SESSION,
    kind: 'combined',
    wearer: CAREGIVER_A,
    therapistName: null,
    isOver: false,
    ...over,
  };
}

/** Facts around a family's device, as drafts. */
export const happens = {
  leadJoins: {
    type: 'participant.joined',
    by: 'server',
    participantId: LEAD,
    name: 'Noor',
    role: 'therapist',
    device: null,
    wearer: null,
  },
  supervisorJoins: {
    type: 'participant.joined',
    by: 'server',
    participantId: SUPERVISOR,
    name: 'Sam',
    role: 'supervisor',
    device: null,
    wearer: null,
  },
  waitingOpens: { type: 'waiting.opened', by: LEAD },
  admitted: { type: 'device.admitted', by: LEAD, participantId: PARENT },
  sounds: sounds(PARENT),
  seen: { type: 'sight.returned', by: 'server', what: 'picture' },
  heard: { type: 'sight.returned', by: 'server', what: 'sound' },
  unseen: { type: 'sight.lost', by: 'server', what: 'picture', since: 0, why: 'not-shown' },
  checkIn: { type: 'check-in.started', by: LEAD },
  coaching: { type: 'coaching.started', by: LEAD },
  feedback: { type: 'feedback.started', by: LEAD },
  closes: { type: 'session.closed', by: LEAD },
  otherPlays: { type: 'caregiver.chosen', by: LEAD, caregiverId: CAREGIVER_B },
  passedEarCheck: {
    type: 'ear-check.finished',
    by: PARENT,
    participantId: PARENT,
    heardByCaregiver: true,
    leak: 'none',
    passed: true,
  },
  earCheckVoided: { type: 'ear-check.voided', by: PARENT, participantId: PARENT, why: 'devices-changed' },
  becomesRoom: { type: 'device.kind-set', by: PARENT, participantId: PARENT, device: 'room' },
  coachOpensVoice: { type: 'voice.opened', by: LEAD, participantId: LEAD, track: 'coach-voice', hearers: [] },
  coding: {
    type: 'coding.started',
    by: LEAD,
    windowId: aFact.windowId(1),
    kind: 'cdi',
    caregiverId: CAREGIVER_A,
    lengthMs: 300_000,
  },
  pauses: { type: 'coding.paused', by: LEAD, reason: '' },
} as const satisfies Record<string, FactDraft>;

export function joins(device: DeviceKind): FactDraft {
  return {
    type: 'participant.joined',
    by: 'server',
    participantId: PARENT,
    name: 'Rivera',
    role: 'caregiver',
    device,
    wearer: CAREGIVER_A,
  };
}

/** A device of this kind that was let in, with the coach present. */
export function letIn(device: DeviceKind): FactDraft[] {
  return [happens.leadJoins, happens.waitingOpens, joins(device), happens.admitted];
}

export function sendsPrompt(promptId: PromptId, text: string, spoken = false): FactDraft {
  return { type: 'prompt.sent', by: LEAD, promptId, text, caregiverId: CAREGIVER_A, skill: null, spoken };
}
