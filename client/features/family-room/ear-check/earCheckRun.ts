import type { OutputOf } from '#shared/protocol/contract.ts';
import type { Ask } from '#client/api/ask.ts';

/** Silence before the tone, in ms, so that the microphone learns the room's noise without it. */
export const SILENCE_BEFORE_MS = 500;

/** Time for the room device to send its measurement before anyone can answer, in ms. */
const SILENCE_AFTER_MS = 1_000;

export type EarCheckOutcome = 'passed' | 'leaked' | 'not-heard' | 'not-measured';

/** State of an ear check for the person who wears the earphone. */
type EarCheckStep =
  | { readonly at: 'ready' }
  | { readonly at: 'playing' }
  | { readonly at: 'asking' }
  | { readonly at: 'judging' }
  | { readonly at: 'done'; readonly outcome: EarCheckOutcome }
  | { readonly at: 'stuck'; readonly why: 'no-answer' | 'no-sound' };

export type EarCheckRun = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => EarCheckStep;
  /** Plays the tone, also again, at any time. */
  readonly play: () => Promise<void>;
  readonly answer: (heard: boolean) => Promise<void>;
  /** Back to the start, because the earphones changed. */
  readonly reset: () => void;
};

export type EarCheckParts = {
  readonly ask: Ask;
  /** Plays a tone through the output that the coach's voice will use. Settles when it has ended. */
  readonly playTone: (toneHz: number, toneMs: number) => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
};

/**
 * Guides one wearer through the ear check: a tone, the question, the result. `answerToneListening` measures on the
 * device with the room microphone. Rule EAR1.
 */
export function openEarCheckRun({ ask, playTone, wait }: EarCheckParts): EarCheckRun {
  const listeners = new Set<() => void>();
  let step: EarCheckStep = { at: 'ready' };
  let checkId: string | undefined;
  let round = 0;

  function go(next: EarCheckStep) {
    step = next;
    for (const listener of listeners) listener();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => step,

    async play() {
      const mine = ++round;
      const isOld = () => mine !== round;
      go({ at: 'playing' });
      const reply = await ask('ear-check:start', {});
      if (isOld()) return;
      if (!reply.ok) {
        go({ at: 'stuck', why: 'no-answer' });
        return;
      }
      checkId = reply.value.checkId;
      try {
        await wait(SILENCE_BEFORE_MS);
        if (isOld()) return;
        await playTone(reply.value.toneHz, reply.value.toneMs);
        await wait(SILENCE_AFTER_MS);
        if (!isOld()) go({ at: 'asking' });
      } catch {
        // The browser blocked the tone: a tap starts it again.
        if (!isOld()) go({ at: 'stuck', why: 'no-sound' });
      }
    },

    async answer(heard) {
      if (step.at !== 'asking' || checkId === undefined) return;
      const mine = ++round;
      go({ at: 'judging' });
      const reply = await ask('ear-check:confirm', { checkId, heardByCaregiver: heard });
      if (mine !== round) return;
      go(reply.ok ? { at: 'done', outcome: outcomeOf(heard, reply.value) } : { at: 'stuck', why: 'no-answer' });
    },

    reset() {
      round += 1;
      go({ at: 'ready' });
    },
  };
}

/** What to tell the wearer. A leak has priority because the child would hear it. */
function outcomeOf(heard: boolean, { passed, leak }: OutputOf<'ear-check:confirm'>): EarCheckOutcome {
  if (passed) return 'passed';
  if (leak === 'heard') return 'leaked';
  return heard ? 'not-measured' : 'not-heard';
}
