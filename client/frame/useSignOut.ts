import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '#client/api/http.ts';

/** Signs out, goes to the sign-in page and forgets what was read. The identity provider is left too, if that was the way. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    const { provider } = await call('account:sign-out');
    await navigate({ to: '/sign-in' });
    queries.clear();
    if (provider !== null) window.location.assign(provider);
  };
}
