import type { NewAccount } from '#shared/protocol/http/people.ts';
import type { Db } from '#server/storage/openDatabase.ts';
import { createAuth, type Auth, type AuthSettings } from '../auth.ts';

export const PUBLIC_URL = 'http://localhost:3000';

/** Sign-in over a database, for a clinic at `PUBLIC_URL`. */
export function anAuth(db: Db, settings: Partial<AuthSettings> = {}): Auth {
  const secret = 'a secret for tests that is long enough to sign with';
  return createAuth({
    db,
    secret,
    publicUrl: PUBLIC_URL,
    trustedOrigins: [PUBLIC_URL],
    now: () => new Date(),
    ...settings,
  });
}

export function aNewAccount(account: Partial<NewAccount> = {}): NewAccount {
  return {
    name: 'Ida Berg',
    email: 'ida@clinic.example',
    role: 'therapist',
    password: 'a long pass phrase',
    ...account,
  };
}

/** The Cookie header of a browser that received these `Set-Cookie` values. */
export function cookieFrom(setCookies: readonly string[]): string {
  return setCookies.map((value) => value.split(';', 1)[0]).join('; ');
}
