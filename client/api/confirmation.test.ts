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

test('[PER13] a call that met the former token is sent once more, because a confirmation renews it', async () => {
  const { promise: confirmed, resolve: confirm } = Promise.withResolvers<Response>();
  let token = 'former';
  const asked = vi.fn((url: unknown) => {
    if (url === '/api/confirmation') return confirmed;
    return Promise.resolve(token === 'new' ? Response.json(POLICY) : Response.json({ error: '' }, { status: 401 }));
  });
  vi.stubGlobal('fetch', asked);
  onTestFinished(() => void vi.unstubAllGlobals());
  const confirming = call('confirmation:give', { body: { by: 'password', password: 'right' } });
  const reading = call('sign-in-policy:read');
  token = 'new';
  confirm(Response.json(null));
  await confirming;
  expect(await reading).toEqual(POLICY);
  expect(asked).toHaveBeenCalledTimes(3);
  token = 'ended';
  expect(problemOf(await call('sign-in-policy:read').catch((error: unknown) => error))).toBe('signed-out');
  expect(asked).toHaveBeenCalledTimes(4);
});
