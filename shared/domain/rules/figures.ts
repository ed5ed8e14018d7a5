/** Numbers as rules say them, so that a rule and what the product does have one source. */
export function seconds(ms: number): string {
  return `${ms / 1_000} s`;
}

/** As a clock shows it: `3:00`. */
export function clock(ms: number): string {
  return `${Math.floor(ms / 60_000)}:${String((ms / 1_000) % 60).padStart(2, '0')}`;
}

export function minutes(ms: number): string {
  return `${ms / 60_000} ${ms === 60_000 ? 'minute' : 'minutes'}`;
}

export function hours(ms: number): string {
  return `${ms / 3_600_000} hours`;
}

export function percent(share: number): string {
  return `${Math.round(share * 1_000) / 10} %`;
}

/** What a criterion asks for, from the table that judges it. */
export function goalOf(criteria: readonly { readonly rule: string; readonly goal: number }[], rule: string): number {
  const criterion = criteria.find((one) => one.rule === rule);
  if (criterion === undefined) throw new Error(`No criterion goes by ${rule}.`);
  return criterion.goal;
}

/** How long a criterion leaves for an answer, in ms. */
export function withinOf(
  criteria: readonly { readonly rule: string; readonly withinMs?: number }[],
  rule: string,
): number {
  const within = criteria.find((one) => one.rule === rule)?.withinMs;
  if (within === undefined) throw new Error(`No criterion with a time goes by ${rule}.`);
  return within;
}

/** A cost or a coefficient as it is printed: 0.40. */
export function decimal(value: number): string {
  return value.toFixed(2);
}
