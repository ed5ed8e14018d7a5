import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import { Account, type AccountChange, type NewAccount } from '#shared/protocol/http/people.ts';
import { AUTH_PATH, type SignIn } from '#shared/protocol/http/signIn.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { Db } from '#server/storage/openDatabase.ts';
import { MAY_RETURN_FOR_MS } from '#shared/domain/returning.ts';
import { findSignIn } from './findSignIn.ts';
import { signInAs } from './signInAs.ts';

/** A working day, so that a person who signs in in the morning is not asked again during a session. */
export const SIGN_IN_LASTS_MS = 12 * 3_600_000;
const SIGN_IN_KEPT_MS = SIGN_IN_LASTS_MS + MAY_RETURN_FOR_MS;

export type AuthSettings = {
  readonly db: Db;
  /** Signs the cookies. At least 32 characters. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly trustedOrigins: readonly string[];
  /** The clock by which a sign-in begins and ends. */
  readonly now: () => Date;
};

/** One sign-in of one person. After `endsAt` it is valid only for the session that the person is in. Rule PER5. */
export type KnownSignIn = { readonly signInId: string; readonly account: Account; readonly endsAt: Date };

/** An account, and the `Set-Cookie` values that keep a browser signed in to it. */
export type SignedIn = {
  readonly account: Account;
  readonly signInId: string;
  readonly setCookies: readonly string[];
};

export type Auth = {
  /** Undefined if the address and the password do not match. HTTP limits how often one may try. */
  readonly signIn: (attempt: SignIn) => Promise<SignedIn | undefined>;
  /** Ends a sign-in for every copy of its cookie. Returns the `Set-Cookie` values that remove it. */
  readonly signOut: (cookie: string) => Promise<readonly string[]>;
  /** The sign-in of this Cookie header, also for some time after it has ended. Undefined after a sign-out. */
  readonly findSignIn: (cookie: string | undefined) => Promise<KnownSignIn | undefined>;
  /** The sign-in of this Cookie header, until it ends. */
  readonly findCurrentSignIn: (cookie: string | undefined) => Promise<KnownSignIn | undefined>;
  /** A sign-in that was found before, as it is now. Like `findSignIn`, also for some time after it has ended. */
  readonly findSignInById: (signInId: string) => Promise<KnownSignIn | undefined>;
  /** Undefined if the email address already has an account. */
  readonly makeAccount: (account: NewAccount) => Promise<Account | undefined>;
  /** Changes an account, if there is one, and ends every sign-in to it. */
  readonly changeAccount: (userId: ParticipantId, change: AccountChange) => Promise<void>;
  /** Deletes up to `most` sign-ins that can no longer be used. Resolves to the number deleted. */
  readonly forgetEnded: (now: Date, most: number) => Promise<number>;
  /** The `Set-Cookie` values that sign a person in without a password: for the demo and for the first admin. */
  readonly signInAs: (userId: ParticipantId) => Promise<readonly string[]>;
};

/** Sign-in by email and password, on better-auth. Nobody can sign themselves up; an admin creates accounts. */
export function createAuth(settings: AuthSettings): Auth {
  const auth = betterAuth(optionsFor(settings));

  async function find(cookie: string | undefined): Promise<KnownSignIn | undefined> {
    if (cookie === undefined) return undefined;
    const found = await auth.api.findSignIn({ headers: fromNodeHeaders({ cookie }) });
    return found === null ? undefined : knownOf(found.session, found.user);
  }

  function knownOf(
    { id, createdAt, expiresAt }: { id: string; createdAt: Date; expiresAt: Date },
    user: Parameters<typeof accountOf>[0] & { deactivated?: unknown },
  ): KnownSignIn | undefined {
    if (expiresAt <= settings.now() || isDeactivated(user)) return undefined;
    return { signInId: id, account: accountOf(user), endsAt: new Date(createdAt.getTime() + SIGN_IN_LASTS_MS) };
  }

  return {
    async signIn(attempt) {
      try {
        const { headers, response } = await auth.api.signInEmail({ body: attempt, returnHeaders: true });
        const { internalAdapter } = await auth.$context;
        const made = await internalAdapter.findSession(response.token);
        if (made === null) throw new Error('The sign-in was not saved.');
        if (isDeactivated(made.user)) {
          await internalAdapter.deleteSession(response.token);
          return undefined;
        }
        return { account: accountOf(response.user), signInId: made.session.id, setCookies: headers.getSetCookie() };
      } catch (error) {
        if (isAPIError(error) && error.statusCode === 401) return undefined;
        throw error;
      }
    },

    async signOut(cookie) {
      const { headers } = await auth.api.signOut({ headers: fromNodeHeaders({ cookie }), returnHeaders: true });
      return headers.getSetCookie();
    },

    findSignIn: find,

    async findCurrentSignIn(cookie) {
      const found = await find(cookie);
      return found && found.endsAt > settings.now() ? found : undefined;
    },

    async findSignInById(signInId) {
      const found = await settings.db
        .selectFrom('auth_session')
        .innerJoin('auth_user', 'auth_user.id', 'auth_session.userId')
        .select(['auth_session.createdAt', 'auth_session.expiresAt'])
        .select(['auth_user.id', 'name', 'email', 'role', 'deactivated'])
        .where('auth_session.id', '=', signInId)
        .executeTakeFirst();
      if (found === undefined) return undefined;
      const { createdAt, expiresAt, deactivated, ...user } = found;
      const signIn = { id: signInId, createdAt: new Date(createdAt), expiresAt: new Date(expiresAt) };
      return knownOf(signIn, { ...user, deactivated: deactivated === 1 });
    },

    async makeAccount({ name, email, role, password }) {
      const { internalAdapter, password: passwords } = await auth.$context;
      const address = email.toLowerCase();
      if (await internalAdapter.findUserByEmail(address)) return undefined;
      const hash = await passwords.hash(password);
      const made = await internalAdapter.createUser({ name, email: address, role }, { method: 'admin' });
      await internalAdapter.linkAccount({
        userId: made.id,
        accountId: made.id,
        providerId: 'credential',
        password: hash,
      });
      return accountOf(made);
    },

    async changeAccount(userId, change) {
      const { internalAdapter, password: passwords } = await auth.$context;
      if ((await internalAdapter.findUserById(userId)) === null) return;
      if (change.what === 'role') await internalAdapter.updateUser(userId, { role: change.role });
      if (change.what === 'access') await internalAdapter.updateUser(userId, { deactivated: !change.isActive });
      if (change.what === 'password') {
        await internalAdapter.updatePassword(userId, await passwords.hash(change.password));
      }
      await settings.db.deleteFrom('auth_session').where('userId', '=', userId).execute();
    },

    async forgetEnded(now, most) {
      const ended = settings.db
        .selectFrom('auth_session')
        .select('id')
        .where('expiresAt', '<=', now.toISOString())
        .limit(most);
      const { numDeletedRows } = await settings.db
        .deleteFrom('auth_session')
        .where('id', 'in', ended)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },

    async signInAs(userId) {
      const { headers } = await auth.api.signInAs({ body: { userId }, returnHeaders: true });
      return headers.getSetCookie();
    },
  };
}

function isDeactivated(user: object): boolean {
  return 'deactivated' in user && user.deactivated === true;
}

function accountOf({ id, name, email, role }: { id: string; name: string; email: string; role?: unknown }): Account {
  return Account.parse({ userId: id, name, email, role });
}

/** The settings of better-auth. Exported so that a test can compare its tables with ours. */
export function optionsFor({ db, secret, publicUrl, trustedOrigins, now }: AuthSettings) {
  const isHttps = new URL(publicUrl).protocol === 'https:';
  return {
    appName: 'Earshot',
    baseURL: publicUrl,
    basePath: AUTH_PATH,
    secret,
    trustedOrigins: [...trustedOrigins],
    database: { db, type: 'sqlite' as const },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    // The library keeps a sign-in, and the browser its cookie, until it can no longer lead back into a session.
    session: { modelName: 'auth_session', expiresIn: SIGN_IN_KEPT_MS / 1_000, disableSessionRefresh: true },
    // Without this hook the library would use the machine's own clock.
    databaseHooks: {
      session: {
        create: {
          before: (made: object) => {
            const createdAt = now();
            const expiresAt = new Date(createdAt.getTime() + SIGN_IN_KEPT_MS);
            return Promise.resolve({ data: { ...made, createdAt, updatedAt: createdAt, expiresAt } });
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
    plugins: [signInAs(), findSignIn()],
  };
}
