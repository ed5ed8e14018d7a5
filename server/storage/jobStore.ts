/** A kind of work that waits for its turn. */
export const JOB_KINDS = ['speech', 'retention'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** A piece of work that was asked for and is not done. `share` is how much of it is, from 0 to 1. */
export type StoredJob =
  | { readonly is: 'waiting' }
  | { readonly is: 'running'; readonly share: number }
  | { readonly is: 'failed'; readonly words: string };

/** The work that the clinic's servers have to do, for one of them. Each piece is of a kind and has a key. */
export type JobStore = {
  /** Adds a piece of work, unless it waits or runs. One that failed waits again. */
  readonly add: (kind: JobKind, key: string, now: Date) => Promise<void>;
  /** Undefined if it is done, or nobody asked for it. */
  readonly find: (kind: JobKind, key: string) => Promise<StoredJob | undefined>;
  /** Takes what has waited longest, or was of a server that is gone. Undefined if nothing waits. */
  readonly take: (kind: JobKind) => Promise<string | undefined>;
  readonly tell: (kind: JobKind, key: string, share: number) => Promise<void>;
  readonly fail: (kind: JobKind, key: string, words: string) => Promise<void>;
  readonly remove: (kind: JobKind, key: string) => Promise<void>;
  /** What this server has taken waits again, for any. */
  readonly giveBack: () => Promise<void>;
};
