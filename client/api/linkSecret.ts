let kept: string | undefined;

/** Keeps the secret of a link while the address is being cleared of it. Memory only: a reload forgets it. */
export function keepLinkSecret(fragment: string): void {
  kept = fragment;
}

/** The secret of the link that opened this page, or undefined where there was none. */
export function linkSecret(): string | undefined {
  return kept;
}
