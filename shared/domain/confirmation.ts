import type { SignInWay } from './secondFactor.ts';

/** How long it counts that a person showed who they are, in ms. Rule PER13. */
export const CONFIRMED_FOR_MS = 5 * 60_000;

type Confirmed = { readonly way: SignInWay; readonly confirmedAt: Date | undefined };

/**
 * Whether a person is asked again who they are before something that cannot be taken back. The demo's people are
 * invented and have nothing to show. Rule PER13.
 */
export function needsConfirmation({ way, confirmedAt }: Confirmed, now: Date): boolean {
  if (way === 'demo') return false;
  return confirmedAt === undefined || now.getTime() >= confirmedAt.getTime() + CONFIRMED_FOR_MS;
}
