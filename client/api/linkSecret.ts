let kept: string | undefined;

/**
 * The secret of the link that opened this page, if any. It is kept, in memory only, while it is removed from the
 * address bar: a reload forgets it.
 */
export function takeLinkSecret(fragment: string): string | undefined {
  if (fragment !== '') kept = fragment;
  return kept;
}
