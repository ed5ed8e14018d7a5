import type { Phase } from '#shared/domain/phase.ts';
import { isFresh, PROMPT_SHOWN_MS, promptOutlives } from '#shared/domain/prompts.ts';
import { type PromptEntry, type PromptOutcome, type SessionState, isEarChecked } from '#shared/session/sessionState.ts';
import type { ParticipantId, PromptId } from '#shared/protocol/ids.ts';
import type { LiveSession } from '#client/api/liveSession.ts';

/** The prompt on the screen, and nothing else: one thing at a time. */
export type PromptDelivery = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => PromptEntry | undefined;
  readonly close: () => void;
};

export type PromptParts = {
  readonly live: Pick<LiveSession, 'ask' | 'now' | 'subscribe' | 'getSnapshot'>;
  /**
   * Reads a text out where only the wearer hears it, or is undefined where that is not certain: a browser's speech
   * goes to the machine's usual output, whatever was chosen here.
   */
  readonly speak: ((text: string) => Promise<void>) | undefined;
};

/** Takes each prompt as it arrives, shows it while it is fresh (rule PRM1), and tells the coach what became of it. */
export function openPromptDelivery({ live, speak }: PromptParts): PromptDelivery {
  const listeners = new Set<() => void>();
  const met = new Set<PromptId>();
  let isFirstLook = true;
  let phase: Phase | undefined;
  let shown: PromptEntry | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;

  function show(prompt: PromptEntry | undefined) {
    clearTimeout(hiding);
    if (shown === prompt) return;
    shown = prompt;
    if (prompt) hiding = setTimeout(() => show(undefined), PROMPT_SHOWN_MS);
    for (const listener of listeners) listener();
  }

  function report(prompt: PromptEntry, outcome: PromptOutcome) {
    // An answer that does not come leaves the coach with what the log says; nothing here depends on it.
    void live.ask('prompt:delivered', { promptId: prompt.promptId, outcome });
  }

  async function deliver(prompt: PromptEntry, isSpoken: boolean) {
    show(prompt);
    report(prompt, 'shown');
    if (!isSpoken || speak === undefined) return;
    try {
      await speak(prompt.text);
      report(prompt, 'spoken');
    } catch {
      // It could not be spoken, and it was shown, which is what the coach has been told.
    }
  }

  function look() {
    const { session, self, connection } = live.getSnapshot();
    if (connection !== 'live' || self === undefined || session.participants[self.participantId]?.admitted !== true)
      return;
    if (phase !== undefined && !promptOutlives(phase, session.phase)) show(undefined);
    if (shown && isWithdrawn(shown, session)) show(undefined);
    phase = session.phase;

    const arrived = session.prompts.filter(({ promptId }) => !met.has(promptId));
    for (const { promptId } of arrived) met.add(promptId);
    const wanted = arrived.filter((prompt) => concerns(prompt, self.participantId, session));
    const fresh = wanted.filter(({ sentAt, withdrawn }) => !withdrawn && isFresh(sentAt, live.now()));
    const newest = fresh.at(-1);

    // What was sent before this page was open was never on its way here.
    const late = wanted.filter((prompt) => prompt !== newest && !(isFirstLook && !fresh.includes(prompt)));
    isFirstLook = false;
    for (const prompt of late) report(prompt, 'dropped');
    if (newest) void deliver(newest, maySpeak(newest, self.participantId, session));
  }

  const stopLooking = live.subscribe(look);
  look();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => shown,
    close() {
      stopLooking();
      clearTimeout(hiding);
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

/** Whether what the prompt was for is over by the log. Rule PRM2. */
function isWithdrawn({ promptId }: PromptEntry, { prompts }: SessionState): boolean {
  return prompts.some((prompt) => prompt.promptId === promptId && prompt.withdrawn);
}

/** Only a checked earphone on the right caregiver speaks; a room device never does. */
function maySpeak(prompt: PromptEntry, selfId: ParticipantId, { participants }: SessionState): boolean {
  const me = participants[selfId];
  if (me?.device !== 'ear' && me?.device !== 'combined') return false;
  return prompt.spoken && me.wearer === prompt.caregiverId && isEarChecked(me);
}
