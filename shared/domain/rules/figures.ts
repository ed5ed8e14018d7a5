/** Numbers as rules print them. They come from the constants that the product uses. */
export function seconds(ms: number): string {
  return `${ms / 1_000} s`;
}

/** Minutes and seconds, as a clock shows them: `3:00`. */
export function clock(ms: number): string {
  return `${Math.floor(ms / 60_000)}:${String((ms / 1_000) % 60).padStart(2, '0')}`;
}

export function minutes(ms: number): string {
  return `${ms / 60_000} ${ms === 60_000 ? 'minute' : 'minutes'}`;
}

export function hours(ms: number): string {
  return `${ms / 3_600_000} hours`;
}

export function days(ms: number): string {
  return `${ms / 86_400_000} days`;
}

export function percent(share: number): string {
  return `${Math.round(share * 1_000) / 10}%`;
}

/** The goal of the criterion with this rule id. Throws if there is none. */
export function goalOf(criteria: readonly { readonly rule: string; readonly goal: number }[], rule: string): number {
  const criterion = criteria.find((one) => one.rule === rule);
  if (criterion === undefined) throw new Error(`No criterion has the rule id ${rule}.`);
  return criterion.goal;
}

/** How long the criterion with this rule id waits for an answer, in ms. Throws if it has no such time. */
export function withinOf(
  criteria: readonly { readonly rule: string; readonly withinMs?: number }[],
  rule: string,
): number {
  const within = criteria.find((one) => one.rule === rule)?.withinMs;
  if (within === undefined) throw new Error(`No criterion with a time has the rule id ${rule}.`);
  return within;
}

/** A cost or a coefficient with two decimals: 0.40. */
export function decimal(value: number): string {
  return value.toFixed(2);
}
