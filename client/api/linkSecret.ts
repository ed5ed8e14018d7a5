let kept: string | undefined;

/** Keeps the secret of a link while it is removed from the address bar. In memory only: a reload forgets it. */
export function keepLinkSecret(fragment: string): void {
  kept = fragment;
}

/** The secret of the link that opened this page, if any. */
export function linkSecret(): string | undefined {
  return kept;
}
