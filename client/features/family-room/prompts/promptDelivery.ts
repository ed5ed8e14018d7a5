import type { Phase } from '#shared/domain/phase.ts';
import { isFresh, PROMPT_LIFETIME_MS, PROMPT_SHOWN_MS, promptOutlives } from '#shared/domain/prompts.ts';
import { type PromptEntry, type PromptOutcome, type SessionState, isEarChecked } from '#shared/session/sessionState.ts';
import type { ParticipantId, PromptId } from '#shared/protocol/ids.ts';
import type { LiveSession } from '#client/api/liveSession.ts';
import type { SeenPage } from '../wakeLock.ts';

/** The prompt on the screen, one at a time. */
export type PromptDelivery = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => PromptEntry | undefined;
  /** Nothing is spoken until `release`, because an earphone may have been pulled out. */
  readonly hold: () => void;
  readonly release: () => void;
  readonly close: () => void;
};

type PromptParts = {
  readonly live: Pick<LiveSession, 'ask' | 'now' | 'subscribe' | 'getSnapshot'>;
  /** Reads a text aloud. Undefined if others might hear it: browser speech uses the system's default output. */
  readonly speak: Speak | undefined;
  readonly page: SeenPage;
};

/** Reads a text aloud. Resolves when it was said; rejects if that failed or the signal aborted it. */
export type Speak = (text: string, signal: AbortSignal) => Promise<void>;

/**
 * Takes each prompt as it arrives, shows it while it is fresh (rule PRM1) and reports its outcome to the coach. A
 * prompt that arrives while the page is hidden may be spoken, and is shown later if still in time.
 */
export function openPromptDelivery({ live, speak, page }: PromptParts): PromptDelivery {
  const listeners = new Set<() => void>();
  const met = new Set<PromptId>();
  let isFirstLook = true;
  let phase: Phase | undefined;
  let shown: PromptEntry | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  let spoken: { readonly prompt: PromptEntry; readonly breakOff: () => void } | undefined;
  let isHeld = false;
  /** The prompt waiting for the page to be visible, and whether it was read aloud meanwhile. */
  let unseen: { readonly prompt: PromptEntry; isSaid: boolean } | undefined;
  let missing: ReturnType<typeof setTimeout> | undefined;

  function show(prompt: PromptEntry | undefined) {
    clearTimeout(hiding);
    if (shown === prompt) return;
    shown = prompt;
    if (prompt) hiding = setTimeout(() => show(undefined), PROMPT_SHOWN_MS);
    for (const listener of listeners) listener();
  }

  function report(prompt: PromptEntry, outcome: PromptOutcome) {
    // If no answer comes, the coach sees what the log says; nothing here depends on it.
    void live.ask('prompt:delivered', { promptId: prompt.promptId, outcome });
  }

  const isSeen = () => page.visibilityState === 'visible';

  function present(prompt: PromptEntry) {
    miss();
    show(isSeen() ? prompt : undefined);
    if (isSeen()) {
      report(prompt, 'shown');
      return;
    }
    unseen = { prompt, isSaid: false };
    missing = setTimeout(giveUp, PROMPT_LIFETIME_MS - (live.now() - prompt.sentAt));
  }

  function miss() {
    clearTimeout(missing);
    if (unseen?.isSaid === false) report(unseen.prompt, 'dropped');
    unseen = undefined;
  }

  /** It is too late to show it. If it is being read aloud, that decides the outcome. */
  function giveUp() {
    if (unseen !== undefined && spoken?.prompt === unseen.prompt) return;
    miss();
  }

  function presentUnseen() {
    if (unseen === undefined || !isSeen()) return;
    const { prompt, isSaid } = unseen;
    if (!isFresh(prompt.sentAt, live.now())) {
      giveUp();
      return;
    }
    clearTimeout(missing);
    unseen = undefined;
    show(prompt);
    if (!isSaid) report(prompt, 'shown');
  }

  async function deliver(prompt: PromptEntry, isSpoken: boolean) {
    breakOff();
    present(prompt);
    if (!isSpoken || isHeld || speak === undefined) return;
    const breaking = new AbortController();
    const mine = { prompt, breakOff: () => breaking.abort() };
    spoken = mine;
    try {
      await speak(prompt.text, breaking.signal);
      if (breaking.signal.aborted) return;
      if (unseen?.prompt === prompt) unseen.isSaid = true;
      report(prompt, 'spoken');
    } catch {
      // Speaking failed: the outcome on the screen is reported anyway.
    } finally {
      if (spoken === mine) spoken = undefined;
      if (unseen?.prompt === prompt && !isFresh(prompt.sentAt, live.now())) miss();
    }
  }

  function breakOff() {
    spoken?.breakOff();
    spoken = undefined;
  }

  function look() {
    const { session, self, connection } = live.getSnapshot();
    const isIn = self !== undefined && session.participants[self.participantId]?.admitted === true;
    // Without a connection it is unknown whether it may still be spoken.
    if (connection !== 'live' || !isIn) {
      breakOff();
      return;
    }
    const isOver = phase !== undefined && !promptOutlives(phase, session.phase);
    if (isOver || (shown && isWithdrawn(shown, session))) show(undefined);
    if (isOver || (unseen && isWithdrawn(unseen.prompt, session))) miss();
    if (
      isOver ||
      startsCoding(phase, session.phase) ||
      (spoken && isUnsayable(spoken.prompt, self.participantId, session))
    )
      breakOff();
    phase = session.phase;

    const arrived = session.prompts.filter(({ promptId }) => !met.has(promptId));
    for (const { promptId } of arrived) met.add(promptId);
    const wanted = arrived.filter((prompt) => concerns(prompt, self.participantId, session));
    const fresh = wanted.filter(({ sentAt, withdrawn }) => !withdrawn && isFresh(sentAt, live.now()));
    const newest = fresh.at(-1);

    // Prompts sent before this page opened were never delivered to it.
    const late = wanted.filter((prompt) => prompt !== newest && !(isFirstLook && !fresh.includes(prompt)));
    isFirstLook = false;
    for (const prompt of late) report(prompt, 'dropped');
    if (newest) void deliver(newest, maySpeak(newest, self.participantId, session));
  }

  const stopLooking = live.subscribe(look);
  page.addEventListener('visibilitychange', presentUnseen);
  look();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => shown,
    hold() {
      isHeld = true;
      breakOff();
    },
    release() {
      isHeld = false;
    },
    close() {
      stopLooking();
      page.removeEventListener('visibilitychange', presentUnseen);
      breakOff();
      clearTimeout(hiding);
      clearTimeout(missing);
      listeners.clear();
    },
  };
}

/** A screen in the room shows every prompt once; an ear shows its wearer's. */
function concerns(prompt: PromptEntry, selfId: ParticipantId, { participants }: SessionState): boolean {
  if (prompt.deliveries[selfId] !== undefined) return false;
  const me = participants[selfId];
  return me?.device !== 'ear' || me.wearer === prompt.caregiverId;
}

/** Whether the log says that the prompt's purpose is over. Rule PRM2. */
function isWithdrawn({ promptId }: PromptEntry, { prompts }: SessionState): boolean {
  return prompts.some((prompt) => prompt.promptId === promptId && prompt.withdrawn);
}

/** Coding starts in silence, also when it resumes after a pause with a prompt still shown. Rule AUD3. */
function startsCoding(from: Phase | undefined, to: Phase): boolean {
  return from !== to && to === 'coding';
}

/** Whether a prompt that is being spoken must be cut short. */
function isUnsayable(prompt: PromptEntry, selfId: ParticipantId, session: SessionState): boolean {
  return isWithdrawn(prompt, session) || !maySpeak(prompt, selfId, session);
}

/** Only a checked earphone of the right caregiver speaks; a room device never does. */
function maySpeak(prompt: PromptEntry, selfId: ParticipantId, { participants }: SessionState): boolean {
  const me = participants[selfId];
  if (me?.device !== 'ear' && me?.device !== 'combined') return false;
  return prompt.spoken && me.wearer === prompt.caregiverId && isEarChecked(me);
}
