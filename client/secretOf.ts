import { redirect } from '@tanstack/react-router';
import { takeLinkSecret } from '#client/api/linkSecret.ts';

/** The secret of the link that opened a page, which leaves the address bar. A second link in the same tab replaces it. */
export function secretOf(
  to: '/welcome' | '/set-password' | '/demo' | '/join' | '/diary',
  { hash }: { readonly hash: string },
): { readonly secret: string | undefined } {
  const secret = takeLinkSecret(hash);
  if (hash !== '') redirect({ to, hash: '', replace: true, throw: true });
  return { secret };
}
