import { Secret, TOTP } from 'otpauth';
import type { NewAuthenticator } from '#shared/protocol/http/secondFactor.ts';

/** What every authenticator app understands. */
const STANDARD = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const STEP_MS = STANDARD.period * 1_000;

/** A clock may be one step off. */
const STEPS_OFF = 1;

/** The secret of a new authenticator app, 160 random bits. */
export function newAuthenticator(account: { readonly email: string }): NewAuthenticator {
  const secret = new Secret({ size: 20 });
  const totp = new TOTP({ ...STANDARD, issuer: 'Earshot', label: account.email, secret });
  return { secret: secret.base32, url: totp.toString() };
}

/** The time step that a code belongs to. Undefined if it is the code of none that is near. */
export function stepOf(code: string, secret: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = TOTP.validate({
    ...STANDARD,
    token: code,
    secret: Secret.fromBase32(secret),
    timestamp,
    window: STEPS_OFF,
  });
  return delta === null ? undefined : Math.floor(timestamp / STEP_MS) + delta;
}
