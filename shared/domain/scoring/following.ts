/** How an effective command was followed through, with what a screen needs to say why. Rule PDI4. */
export type FollowThrough =
  | { readonly is: 'correct' }
  /** Praised, yet without saying what for: not correct, and nearly so. Rule PDI7. */
  | { readonly is: 'near'; readonly due: string; readonly said: string }
  /**
   * `due` was the code to come and `said` the one that decided it: it came instead, or after the time for `due` was over;
   * or the chair was not well held, by talk or by a release too soon.
   */
  | {
      readonly is: 'incorrect';
      readonly due: string;
      readonly said: string;
      readonly why: 'instead' | 'late' | 'talk' | 'early';
    }
  | { readonly is: 'not-due'; readonly why: 'stopped' | 'unfinished' | 'watched' };

/** What has to come next for a follow-through to be correct. Plain data: a screen follows it while it goes on. */
export type Awaited =
  /** `since` the child complied last; `near` is praise without a label that came since the first time. */
  | { readonly next: 'praise'; readonly since: number; readonly near?: string }
  /** The child is on the chair; its time began at `since`, for the last time. */
  | { readonly next: 'release'; readonly since: number }
  | { readonly next: 'warn' | 'warned-response' | 'chair' | 'redo' | 'redo-response' | 'acknowledge' };

/** A follow-through on its way, or decided. */
export type Following = Awaited | FollowThrough;
