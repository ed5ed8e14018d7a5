import type { JobKind } from './jobStore.ts';

/** Work that was asked for and is not done. */
export type JobsTable = {
  readonly kind: JobKind;
  /** What it is about, like the id of a session. */
  readonly key: string;
  /** As an ISO instant. */
  readonly asked_at: string;
  /** The server that does it. Null while it waits, and once it has failed. */
  readonly holder: string | null;
  /** How much of it is done, from 0 to 1. */
  readonly share: number;
  /** Why it failed, in words for staff that name nobody. Null unless it did. */
  readonly failed: string | null;
};
