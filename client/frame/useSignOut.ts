import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '#client/api/http.ts';

/** Signs out, goes to the sign-in page and forgets what was read. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await call('account:sign-out');
    await navigate({ to: '/sign-in' });
    queries.clear();
  };
}
