import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '#client/api/http.ts';
import { forgetPerson } from '#client/api/forgetPerson.ts';
import { owedSignOut } from '#client/api/owedSignOut.ts';

/** Nobody waits longer for the page to be empty, in ms. */
const ANSWERS_WITHIN_MS = 3_000;

/**
 * Signs out, goes to the sign-in page and forgets what was read, even if the server does not answer: then the sign-in page
 * asks again. The identity provider is left too, if that was the way.
 */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    owedSignOut.owe();
    const provider = await Promise.race([signOut(), nothingIn(ANSWERS_WITHIN_MS)]);
    forgetPerson();
    await navigate({ to: '/sign-in' });
    queries.clear();
    if (provider !== null) window.location.assign(provider);
  };
}

/** Where to sign out of the provider too. Also null if the server did not answer. */
async function signOut(): Promise<string | null> {
  try {
    const { provider } = await call('account:sign-out');
    owedSignOut.settle();
    return provider;
  } catch {
    return null;
  }
}

const nothingIn = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));
