import { Secret, TOTP } from 'otpauth';
import { APP_CODE_MS } from '#shared/domain/secondFactor.ts';
import type { NewAuthenticator } from '#shared/protocol/http/secondFactor.ts';

/** What every authenticator app understands. */
const STANDARD = { algorithm: 'SHA1', digits: 6, period: APP_CODE_MS / 1_000 } as const;

/**
 * People type a code in the last second of its step, and phones that set their clock by the network are seconds behind. No
 * phone needs to be ahead, so the code of the next step does not count.
 */
const STEPS_BEFORE = 1;

/** The secret of a new authenticator app, 160 random bits. */
export function newAuthenticator(account: { readonly email: string }): NewAuthenticator {
  const secret = new Secret({ size: 20 });
  const totp = new TOTP({ ...STANDARD, issuer: 'Earshot', label: account.email, secret });
  return { secret: secret.base32, url: totp.toString() };
}

/** The time step that a code belongs to: this one or the one before. Otherwise undefined. */
export function stepOf(code: string, secret: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = TOTP.validate({
    ...STANDARD,
    token: code,
    secret: Secret.fromBase32(secret),
    timestamp,
    window: STEPS_BEFORE,
  });
  return delta === null || delta > 0 ? undefined : Math.floor(timestamp / APP_CODE_MS) + delta;
}
