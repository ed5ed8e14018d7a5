import type { Coder, CoderComparison } from '#shared/protocol/coders.ts';
import type { SeenBy } from './tiedFamilies.ts';

/** One page. `next` is the `after` of the next page; null on the last. */
type Page<T> = { readonly found: readonly T[]; readonly next: string | null };

/**
 * How coders agree in sessions of the families that a person is tied to. A window that the person could still code blind is left
 * out, because a comparison tells its counts. Rules PER9, REV1.
 */
export type CoderComparisons = {
  /** Everybody who was compared, or only this coder; whoever was compared last comes first. */
  readonly pageCoders: (
    seenBy: SeenBy,
    which: { readonly only?: string | undefined; readonly after?: string | undefined },
  ) => Promise<Page<Coder>>;
  /** One coder's, latest first. */
  readonly pageComparisons: (
    seenBy: SeenBy,
    which: { readonly coderId: string; readonly after?: string | undefined },
  ) => Promise<Page<CoderComparison>>;
};
