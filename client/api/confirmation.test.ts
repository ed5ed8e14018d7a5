import { expect, onTestFinished, test, vi } from 'vitest';
import { NEW_CLINIC_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import { call, problemOf, setConfirmer } from './http.ts';

const POLICY = NEW_CLINIC_POLICY;
const ASKS = { error: 'Please confirm that it is you.', needs: 'confirmation' };

/** A server that wants to know who it is until `confirm` is called. */
function aServer() {
  let isConfirmed = false;
  const asked = vi.fn(() =>
    Promise.resolve(isConfirmed ? Response.json(POLICY) : Response.json(ASKS, { status: 403 })),
  );
  vi.stubGlobal('fetch', asked);
  onTestFinished(() => void vi.unstubAllGlobals());
  return { asked, confirm: () => void (isConfirmed = true) };
}

test('[PER13] a call that is asked who it is goes on by itself once the person has shown it', async () => {
  const { asked, confirm } = aServer();
  onTestFinished(
    setConfirmer(async () => {
      confirm();
      return true;
    }),
  );
  expect(await call('sign-in-policy:change', { body: POLICY })).toEqual(POLICY);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('[PER13] a person who does not show it is told, and nothing is asked again', async () => {
  const { asked } = aServer();
  onTestFinished(setConfirmer(async () => false));
  const failure = await call('sign-in-policy:change', { body: POLICY }).catch((error: unknown) => error);
  expect(problemOf(failure)).toBe('confirmation');
  expect(asked).toHaveBeenCalledOnce();
});
