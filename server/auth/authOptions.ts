import { LASTS_HOURS, type SignInLimits } from '#shared/domain/signInEnd.ts';
import { MAY_RETURN_FOR_MS } from '#shared/domain/returning.ts';
import { PASSWORD_LENGTH } from '#shared/domain/passwordLength.ts';
import { AUTH_PATH } from '#shared/protocol/http/signIn.ts';
import type { Db } from '#server/storage/db.ts';
import type { PasswordHashes } from './passwords/passwordHashes.ts';
import { findSignIn } from './findSignIn.ts';
import { renewToken } from './renewToken.ts';
import { signInAs } from './signInAs.ts';

/** How long a sign-in is stored: as long as a clinic may let it last, and as long as it then leads back into a session. */
export const SIGN_IN_KEPT_MS = LASTS_HOURS.most * 3_600_000 + MAY_RETURN_FOR_MS;

export type AuthSettings = {
  readonly db: Db;
  /** Signs the cookies. At least 32 characters. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly trustedOrigins: readonly string[];
  /** The clock by which a sign-in begins and ends. */
  readonly now: () => Date;
  /** How long sign-ins last at this clinic. */
  readonly readLimits: () => Promise<SignInLimits>;
  readonly passwords: PasswordHashes;
};

/** The settings of better-auth. A test compares its tables with ours. */
export function optionsFor({ db, secret, publicUrl, trustedOrigins, now, passwords }: AuthSettings) {
  const isHttps = new URL(publicUrl).protocol === 'https:';
  return {
    appName: 'Earshot',
    baseURL: publicUrl,
    basePath: AUTH_PATH,
    secret,
    trustedOrigins: [...trustedOrigins],
    database: { db, type: 'sqlite' as const },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      password: { hash: passwords.hash, verify: passwords.verify },
    },
    // The library keeps a sign-in, and the browser its cookie, until it can no longer lead back into a session.
    session: {
      modelName: 'auth_session',
      expiresIn: SIGN_IN_KEPT_MS / 1_000,
      disableSessionRefresh: true,
      additionalFields: {
        way: { type: 'string' as const, required: false, input: false },
        secondFactorAt: { type: 'date' as const, required: false, input: false },
        confirmedAt: { type: 'date' as const, required: false, input: false },
        seenAt: { type: 'date' as const, required: false, input: false },
      },
    },
    // Without this hook the library would use the machine's own clock.
    databaseHooks: {
      session: {
        create: {
          before: (made: object) => {
            const createdAt = now();
            const expiresAt = new Date(createdAt.getTime() + SIGN_IN_KEPT_MS);
            const confirmedAt = createdAt;
            return Promise.resolve({
              data: { ...made, createdAt, updatedAt: createdAt, expiresAt, confirmedAt, seenAt: createdAt },
            });
          },
        },
      },
    },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    user: {
      modelName: 'auth_user',
      additionalFields: {
        role: { type: 'string' as const, required: true, input: false },
        deactivated: { type: 'boolean' as const, required: false, input: false },
      },
    },
    // With https, `__Host-` makes browsers refuse the cookie from another host; the library knows only `__Secure-`.
    advanced: {
      cookiePrefix: isHttps ? '__Host-earshot' : 'earshot',
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, secure: isHttps },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [signInAs(), findSignIn(), renewToken()],
  };
}
