/** Why a family is to be erased. A closed list: what stays of an erasure must name nobody. */
export const ERASURE_REASONS = ['family-asked', 'time-over', 'mistake'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** Why nothing of a family may be erased for now. */
export const HOLD_REASONS = ['court', 'complaint', 'authority'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why a legal hold is lifted. */
export const HOLD_ENDS = ['settled', 'mistake'] as const;
export type HoldEnd = (typeof HOLD_ENDS)[number];

/** What prevents that a family is erased now. */
export const ERASURE_OBSTACLES = ['legal-hold', 'session-open', 'export-running'] as const;
export type ErasureObstacle = (typeof ERASURE_OBSTACLES)[number];

/** What there is of a family at this moment. */
type Standing = {
  readonly isHeld: boolean;
  /** Sessions that are not over and in which somebody is. */
  readonly openSessions: number;
  /** Files that are being made. */
  readonly runningExports: number;
};

/** Everything that has to end before a family may be erased. Rule ERA2. */
export function erasureObstacles({ isHeld, openSessions, runningExports }: Standing): readonly ErasureObstacle[] {
  const isInTheWay: { readonly [O in ErasureObstacle]: boolean } = {
    'legal-hold': isHeld,
    'session-open': openSessions > 0,
    'export-running': runningExports > 0,
  };
  return ERASURE_OBSTACLES.filter((obstacle) => isInTheWay[obstacle]);
}
