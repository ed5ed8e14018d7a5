import { expect, onTestFinished, test, vi } from 'vitest';
import type { MissingFactor } from '#shared/domain/secondFactor.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { HttpError } from './http.ts';
import { watchSignIn } from './signInWatch.ts';

const MINUTE_MS = 60_000;
const ACCOUNT = {
  userId: ParticipantId.parse('noor'),
  name: 'Noor',
  email: 'noor@clinic.example',
  role: 'therapist',
} as const;

const FACTORS = { isRequired: true, hasAuthenticator: true, passkeys: 0, recoveryCodesLeft: 10, hasPassword: true };

/** A sign-in that ends after `lastsMs`, on a server that may be unreachable. */
function aWatch(lastsMs: number) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const server = { endsAt: Date.now() + lastsMs, isAway: false, isSignedOut: false, missing: 'none' as MissingFactor };
  const renewed = vi.fn();
  const watch = watchSignIn({
    account: ACCOUNT,
    wallNow: () => Date.now(),
    onRenewed: renewed,
    async readStanding() {
      if (server.isAway) throw new HttpError('offline');
      return { leftMs: server.isSignedOut ? null : server.endsAt - Date.now() };
    },
    async signIn({ email, password }) {
      expect(email).toBe(ACCOUNT.email);
      if (password !== 'right') throw new HttpError('signed-out');
      server.endsAt = Date.now() + (server.missing === 'none' ? 12 * 60 * MINUTE_MS : 0);
    },
    readFactors: async () => ({ ...FACTORS, missing: server.missing }),
  });
  onTestFinished(watch.close);
  return { watch, server, renewed, after: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

test('[PER5] warns a quarter of an hour before the end, and says when it has ended', async () => {
  const { watch, after } = aWatch(20 * MINUTE_MS);
  await after(4 * MINUTE_MS);
  expect(watch.getSnapshot()).toEqual({ is: 'good' });
  await after(2 * MINUTE_MS);
  expect(watch.getSnapshot()).toEqual({ is: 'ending', minutes: 14 });
  await after(15 * MINUTE_MS);
  expect(watch.getSnapshot()).toEqual({ is: 'ended' });
});

test('[PER5] also ends without a connection', async () => {
  const { watch, server, after } = aWatch(20 * MINUTE_MS);
  await after(MINUTE_MS);
  server.isAway = true;
  await after(20 * MINUTE_MS);
  expect(watch.getSnapshot()).toEqual({ is: 'ended' });
});

test('[PER5] is renewed only by the password of the same person', async () => {
  const { watch, renewed, after } = aWatch(MINUTE_MS);
  await after(2 * MINUTE_MS);
  await expect(watch.renew('wrong')).rejects.toThrow(HttpError);
  expect([watch.getSnapshot().is, renewed.mock.calls.length]).toEqual(['ended', 0]);
  await watch.renew('right');
  expect([watch.getSnapshot().is, renewed.mock.calls.length]).toEqual(['good', 1]);
});

test('[PER5] [PER11] is renewed only when its second step was given too', async () => {
  const { watch, server, renewed, after } = aWatch(MINUTE_MS);
  await after(2 * MINUTE_MS);
  server.missing = 'give';
  expect(await watch.renew('right')).toMatchObject({ missing: 'give' });
  expect([watch.getSnapshot().is, renewed.mock.calls.length]).toEqual(['ended', 0]);
  server.endsAt = Date.now() + 12 * 60 * MINUTE_MS;
  await watch.complete();
  expect([watch.getSnapshot().is, renewed.mock.calls.length]).toEqual(['good', 1]);
});

test('says nothing about a missing sign-in, which the session reports', async () => {
  const { watch, server, after } = aWatch(MINUTE_MS);
  server.isSignedOut = true;
  await after(2 * MINUTE_MS);
  expect(watch.getSnapshot()).toEqual({ is: 'good' });
});
