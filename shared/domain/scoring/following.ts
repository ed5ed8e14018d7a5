/** How an effective command was followed through, with what a screen needs to explain it. Rule PDI4. */
export type FollowThrough =
  | { readonly is: 'correct' }
  /** Praised without saying what for: not correct, but near. Rule PDI7. */
  | { readonly is: 'near'; readonly due: string; readonly said: string }
  /** `said` decided it instead of `due`: it came instead or too late, or somebody talked or released too soon. */
  | {
      readonly is: 'incorrect';
      readonly due: string;
      readonly said: string;
      readonly why: 'instead' | 'late' | 'talk' | 'early';
    }
  | { readonly is: 'not-due'; readonly why: 'stopped' | 'unfinished' | 'watched' };

/** What must come next for the follow-through to be correct. Plain data, so that a screen can follow it live. */
export type Awaited =
  /** `since` is the last compliance; `near` is unlabeled praise that came since the first one. */
  | { readonly next: 'praise'; readonly since: number; readonly near?: string }
  /** The child is on the chair. Its time last began at `since`. */
  | { readonly next: 'release'; readonly since: number }
  | { readonly next: 'warn' | 'warned-response' | 'chair' | 'redo' | 'redo-response' | 'acknowledge' };

export type Following = Awaited | FollowThrough;
