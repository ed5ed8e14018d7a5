import { useEffect, useRef, useState } from 'react';
import type { Doubt } from '#client/api/livePresses.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { type CandidateMode, resolveCandidates } from '#shared/domain/scoring/resolveCandidates.ts';

/** How long the pad waits for the two codes, in ms. */
const ARMED_MS = 5_000;

/** What the pad waits for: two codes of one utterance, perhaps with the first already given. */
export type Armed = { readonly mode: CandidateMode; readonly first: string | undefined; readonly timeStamp: number };

/** One code, chosen from two by the program's order. */
type Settled = { readonly code: string; readonly doubt: Doubt | undefined; readonly timeStamp: number };

/** The modifier before two codes of which one will count. It expires, so that it never waits unnoticed. */
export function useDoubt(program: Program) {
  const [armed, setArmed] = useState<Armed>();
  const last = useRef<Armed>(undefined);

  const set = (next: Armed | undefined) => {
    last.current = next;
    setArmed(next);
  };

  useEffect(() => {
    if (armed === undefined) return;
    const forgetting = setTimeout(() => {
      last.current = undefined;
      setArmed(undefined);
    }, ARMED_MS);
    return () => clearTimeout(forgetting);
  }, [armed]);

  return {
    armed,
    isArmed: () => last.current !== undefined,
    arm: (mode: CandidateMode, timeStamp: number) => set({ mode, first: undefined, timeStamp }),
    disarm: () => set(undefined),
    /** Takes a code while armed. Returns the code to give once both are there. */
    take(code: string): Settled | undefined {
      const now = last.current;
      if (now === undefined || !program.priority.includes(code)) return undefined;
      const { mode, first, timeStamp } = now;
      if (first === undefined) {
        set({ ...now, first: code });
        return undefined;
      }
      set(undefined);
      const candidates = [first, code];
      const chosen = resolveCandidates(program, candidates, mode) ?? code;
      // The same code twice is no choice.
      return { code: chosen, doubt: first === code ? undefined : { candidates, mode }, timeStamp };
    },
  };
}
