import type { Ask } from '#client/api/ask.ts';
import type { LiveSession } from '#client/api/liveSession.ts';
import { HttpError } from '#client/api/http.ts';
import type { LiveView } from '#client/api/liveView.ts';
import type { SignInState, SignInWatch } from '#client/api/signInWatch.ts';
import type { VoiceHealth } from '#client/media/voiceHealth.ts';
import { lastOwnCode } from '#client/api/shownCodes.ts';
import type { CommandName } from '#shared/domain/permissions.ts';
import type { MissingFactor } from '#shared/domain/secondFactor.ts';
import type { Self } from '#shared/protocol/contract.ts';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { CodeId, PressId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { aFact, LEAD, numbered, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { EMPTY_SESSION } from '#shared/session/sessionState.ts';
import { whileCutOff } from '#client/api/whileCutOff.ts';
import { createMessages } from '../messages.ts';
import type { LiveParts } from '../LiveContext.tsx';
import type { LiveTrack } from '../liveMedia.ts';
import { createVoiceControl } from '../voiceControl.ts';

type Asked = { readonly name: CommandName; readonly input: unknown };

/** A live session for tests and pictures of screens. Its state is folded from hand-written facts. */
export type ScriptedSession = LiveSession & {
  readonly asked: readonly Asked[];
  /** Adds facts to the session, now or at a time. */
  readonly happen: (...drafts: readonly FactDraft[]) => void;
  /** Changes the rest of the view: the connection, the participant, the connection quality. */
  readonly set: (change: Partial<LiveView>) => void;
  readonly refuse: (name: CommandName, message: string) => void;
  readonly accept: (name: CommandName) => void;
  readonly setNow: (now: number) => void;
};

export const NOOR: Self = { participantId: LEAD, name: 'Noor', role: 'therapist', part: 'lead' };

/** A session of the Rivera family with Noor as its lead coach, in check-in unless the drafts say otherwise. */
export function aLiveSession(drafts: readonly FactDraft[] = UNTIL_CHECK_IN, self: Self = NOOR): ScriptedSession {
  const listeners = new Set<() => void>();
  const asked: Asked[] = [];
  const refusals = new Map<CommandName, string>();
  let now = 60_000;
  let made = 0;
  let view: LiveView = {
    connection: 'live',
    ending: undefined,
    self,
    cutOffSince: undefined,
    session: foldFacts([aFact.opened(), ...numbered(drafts)], EMPTY_SESSION),
    unsent: [],
    isKept: true,
    isSendingStopped: false,
    isSlow: false,
    trouble: undefined,
    refused: [],
    quality: {},
  };

  let logged = view.session;
  const set = (change: Partial<LiveView>) => {
    logged = change.session ?? logged;
    const next = { ...view, ...change };
    const cutOffSince = next.connection === 'lost' ? (next.cutOffSince ?? now) : undefined;
    const isAsBefore = cutOffSince === view.cutOffSince && change.session === undefined;
    const session = cutOffSince === undefined ? logged : whileCutOff(logged, next.self?.participantId, cutOffSince);
    view = { ...next, cutOffSince, session: isAsBefore ? view.session : session };
    for (const listener of listeners) listener();
  };
  const happen = (...news: readonly FactDraft[]) => {
    const facts = news.map((draft, index): Fact => ({ ...draft, seq: view.session.seq + 1 + index, at: now }));
    set({ session: foldFacts(facts, logged) });
  };
  const ask: Ask = async (name, input) => {
    // The screen itself reads the safety sheet, without a user action.
    if (name !== 'safety:read') asked.push({ name, input });
    const refusal = refusals.get(name);
    const reply: Reply<unknown> =
      refusal === undefined ? ok({ seq: view.session.seq, ...ANSWERS[name] }) : fail('not-now', refusal);
    return reply as Awaited<ReturnType<Ask>> as never;
  };
  const nextPress = () => {
    made += 1;
    return { pressId: PressId.parse(`00000000-0000-4000-a000-${String(made).padStart(12, '0')}`), place: made };
  };

  return {
    asked,
    happen,
    set,
    ask,
    refuse: (name, message) => refusals.set(name, message),
    accept: (name) => refusals.delete(name),
    setNow: (time) => {
      now = time;
    },
    now: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    listen: () => () => undefined,
    press(code, caregiverId, _pressedAt, doubt) {
      const next = nextPress();
      const codeId = CodeId.parse(next.pressId);
      const press = { kind: 'code', ...next, codeId, code, caregiverId, pressedAt: now, heardDelayMs: 0 } as const;
      const seen = doubt && { candidates: [...doubt.candidates], mode: doubt.mode };
      set({ unsent: [...view.unsent, { ...press, ...seen }] });
    },
    judge(codeId, effective) {
      set({ unsent: [...view.unsent, { kind: 'judge', ...nextPress(), codeId, effective }] });
    },
    undo(among) {
      const codeId = lastOwnCode(view, among);
      if (codeId) set({ unsent: [...view.unsent, { kind: 'undo', ...nextPress(), codeId }] });
    },
    onJoined: () => () => undefined,
    leave: () => undefined,
    close: () => undefined,
  };
}

const ANSWERS: Partial<Record<CommandName, object>> = {
  'safety:read': {
    familyId: '00000000-0000-4000-8000-0000000000f1',
    live: 'agreed',
    kept: {
      sheet: {
        telephone: '+49 30 1234567',
        address: 'Lindenweg 4, 12345 Musterstadt',
        atHome: 'Grandmother, upstairs',
        emergencyName: 'Jon Rivera',
        emergencyTelephone: '+49 170 7654321',
        emergencyService: '112',
      },
      revision: 2,
      changedBy: 'Noor',
      changedAt: '2026-11-02T09:00:00.000Z',
    },
  },
  'device:pair-ear': { url: 'https://earshot.example/join#one-time-link', expiresAt: '2026-11-21T10:15:00.000Z' },
};

/** Noor's sign-in. The test sets its state. The password `right` renews it, up to the second step that it lacks. */
export function aSignInWatch(missing: MissingFactor = 'none') {
  const listeners = new Set<() => void>();
  let stands: SignInState = { is: 'good' };
  let failure: HttpError | undefined;
  const set = (next: SignInState) => {
    stands = next;
    for (const listener of listeners) listener();
  };
  const watch: SignInWatch = {
    email: 'noor@clinic.example',
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => stands,
    async renew(password) {
      if (failure) throw failure;
      if (password !== 'right') throw new HttpError('signed-out');
      if (missing === 'none') set({ is: 'good' });
      return {
        missing,
        isRequired: true,
        hasAuthenticator: true,
        passkeys: 0,
        recoveryCodesLeft: 10,
        hasPassword: true,
      };
    },
    complete: async () => set({ is: 'good' }),
    close: () => undefined,
  };
  const failWith = (next: HttpError) => {
    failure = next;
  };
  return { ...watch, set, failWith };
}

/** The parts of a live screen around a session: its tracks, and whether its microphone is open. */
export function liveParts(live: LiveSession, tracks: readonly LiveTrack[] = []) {
  const microphone = { enabled: false, health: 'sound' as VoiceHealth, chosen: '' };
  const ownListeners = new Set<() => void>();
  const setHealth = (health: VoiceHealth) => {
    microphone.health = health;
    for (const listener of ownListeners) listener();
  };
  const output = { isGone: false, chosen: '' };
  const outputListeners = new Set<() => void>();
  const setOutputGone = (isGone: boolean) => {
    output.isGone = isGone;
    for (const listener of outputListeners) listener();
  };
  const media: LiveParts['media'] = {
    subscribe: () => () => undefined,
    getSnapshot: () => tracks,
    ownVoice: {
      subscribe(listener) {
        ownListeners.add(listener);
        return () => ownListeners.delete(listener);
      },
      getSnapshot: () => microphone.health,
      level: () => (microphone.enabled ? 0.6 : 0.2),
      microphones: () => Promise.resolve([{ id: 'headset', label: 'Headset' }]),
      choose: (id) => {
        microphone.chosen = id;
        setHealth('sound');
        return Promise.resolve(true);
      },
    },
    output: {
      subscribe(listener) {
        outputListeners.add(listener);
        return () => {
          outputListeners.delete(listener);
        };
      },
      getSnapshot: () => output.isGone,
      list: () => Promise.resolve([{ id: 'loudspeaker', label: 'Loudspeaker' }]),
      choose: (id) => {
        output.chosen = id;
        setOutputGone(false);
      },
    },
    standing: { subscribe: () => () => undefined, getSnapshot: () => 'connected' },
    ownVoiceStanding: { subscribe: () => () => undefined, getSnapshot: () => 'connected' },
    setVoiceEnabled: (enabled) => {
      microphone.enabled = enabled;
    },
  };
  const voice = createVoiceControl({ ask: live.ask, setVoiceEnabled: media.setVoiceEnabled });
  const parts: LiveParts = { live, media, voice, messages: createMessages(), signIn: aSignInWatch() };
  return { parts, microphone, setHealth, output, setOutputGone };
}
