import { betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import { sql } from 'kysely';
import { z } from 'zod';
import { SIGN_IN_WAYS, type SignInWay } from '#shared/domain/secondFactor.ts';
import { Account, type AccountChange, type NewAccount } from '#shared/protocol/http/people.ts';
import type { SignIn } from '#shared/protocol/http/signIn.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { isConflict } from '#server/storage/isConflict.ts';
import { lastEnd, MOST_SIGN_INS, signInEnd } from '#shared/domain/signInEnd.ts';
import { type AuthSettings, optionsFor } from './authOptions.ts';
import { createStoredPasswords } from './passwords/storedPasswords.ts';

/** One sign-in of one person. After `endsAt` it is valid only for the session that the person is in. Rule PER5. */
export type KnownSignIn = {
  readonly signInId: string;
  readonly account: Account;
  readonly endsAt: Date;
  /** When it ends however much it is used. */
  readonly lastEndsAt: Date;
  readonly way: SignInWay;
  /** When its second factor was provided. Undefined if it was not. Rule PER11. */
  readonly secondFactorAt: Date | undefined;
  /** When its person last showed who they are. Rule PER13. */
  readonly confirmedAt: Date | undefined;
  /** When it last asked for anything, to the minute. */
  readonly seenAt: Date | undefined;
};

/** An account, and the `Set-Cookie` values that keep a browser signed in to it. */
export type SignedIn = {
  readonly account: Account;
  readonly signInId: string;
  readonly setCookies: readonly string[];
};

export type Auth = {
  /** Undefined if the address and the password do not match. HTTP limits how often one may try. */
  readonly signIn: (attempt: SignIn) => Promise<SignedIn | undefined>;
  /** Whether this is the person’s password. */
  readonly isPasswordOf: (userId: ParticipantId, password: string) => Promise<boolean>;
  /** Ends a sign-in for every copy of its cookie. Returns the `Set-Cookie` values that remove it. */
  readonly signOut: (cookie: string) => Promise<readonly string[]>;
  /**
   * Whoever showed once more who they are goes on under a new token: a copy of the former one is worth nothing. It is the
   * same sign-in, so whatever depends on it goes on. Returns the `Set-Cookie` values. Rule PER13.
   */
  readonly renewToken: (cookie: string | undefined) => Promise<readonly string[]>;
  /** The sign-in of this Cookie header, also for some time after it has ended. Undefined after a sign-out. */
  readonly findSignIn: (cookie: string | undefined) => Promise<KnownSignIn | undefined>;
  /** The sign-in of this Cookie header, until it ends. */
  readonly findCurrentSignIn: (cookie: string | undefined) => Promise<KnownSignIn | undefined>;
  /** A sign-in that was found before, as it is now. Like `findSignIn`, also for some time after it has ended. */
  readonly findSignInById: (signInId: string) => Promise<KnownSignIn | undefined>;
  /** As it is stored. Nobody can read the password from it. */
  readonly hashPassword: (password: string) => Promise<string>;
  /** Undefined if the email address already has an account. The demo's people have no password. */
  readonly makeAccount: (
    account: Omit<NewAccount, 'password'> & Partial<Pick<NewAccount, 'password'>>,
  ) => Promise<Account | undefined>;
  readonly renameAccount: (userId: ParticipantId, name: string) => Promise<Account>;
  /** Changes an account, if there is one, and ends every sign-in to it. */
  readonly changeAccount: (userId: ParticipantId, change: AccountChange) => Promise<void>;
  /** Deletes up to `most` sign-ins that can no longer be used. Resolves to the number deleted. */
  readonly forgetEnded: (now: Date, most: number) => Promise<number>;
  /**
   * A sign-in that replaces a former one of the same person and browser keeps the second factor that was given there:
   * while that one has not ended, and not for longer than a sign-in may last.
   */
  readonly continueSignIn: (former: KnownSignIn, signInId: string) => Promise<void>;
  /**
   * Signs a person in without a password: for the demo, and for the first admin, who chose their password a moment ago.
   * Returns the `Set-Cookie` values.
   */
  readonly signInAs: (userId: ParticipantId, way?: SignInWay, userAgent?: string) => Promise<readonly string[]>;
  /**
   * Signs in a person who has shown who they are, a moment ago unless `isConfirmed` is false. Undefined if there is no such
   * account, or it is deactivated.
   */
  readonly signInBy: (
    userId: ParticipantId,
    way: SignInWay,
    userAgent: string,
    isConfirmed?: boolean,
  ) => Promise<SignedIn | undefined>;
};

/** Sign-in by email and password, on better-auth. Nobody can sign themselves up; an admin creates accounts. */
export function createAuth(settings: AuthSettings): Auth {
  const auth = betterAuth(optionsFor(settings));
  const stored = createStoredPasswords(settings);

  async function find(cookie: string | undefined): Promise<KnownSignIn | undefined> {
    if (cookie === undefined) return undefined;
    const found = await auth.api.findSignIn({ headers: fromNodeHeaders({ cookie }) });
    return found === null ? undefined : knownOf(found.session, found.user);
  }

  async function knownOf(
    session: { id: string; createdAt: Date; expiresAt: Date },
    user: Parameters<typeof accountOf>[0] & { deactivated?: unknown },
  ): Promise<KnownSignIn | undefined> {
    if (session.expiresAt <= settings.now() || isDeactivated(user)) return undefined;
    const given = Given.parse(session);
    const limits = await settings.readLimits();
    const used = { ...given, since: session.createdAt };
    const [endsAt, lastEndsAt] = [signInEnd(used, limits), lastEnd(used, limits)];
    return { signInId: session.id, account: accountOf(user), endsAt, lastEndsAt, ...given };
  }

  /** Beyond the most, those end that were used least recently, and never the one that was just made. Rule PER14. */
  async function endSurplus(userId: ParticipantId, made: string): Promise<void> {
    const kind = sql`"secondFactorAt" is not null or coalesce("way", 'password') != 'password'`;
    const lastUsed = sql`"id" = ${made} desc, coalesce("seenAt", "createdAt") desc`;
    const place = sql<number>`row_number() over (partition by ${kind} order by ${lastUsed})`.as('place');
    const ranked = settings.db.selectFrom('auth_session').select(['id', place]).where('userId', '=', userId);
    const surplus = settings.db.selectFrom(ranked.as('ranked')).select('id').where('place', '>', MOST_SIGN_INS);
    await settings.db.deleteFrom('auth_session').where('id', 'in', surplus).execute();
  }

  async function signInWithout(userId: ParticipantId, way: SignInWay, userAgent: string) {
    const { headers, response } = await auth.api.signInAs({ body: { userId }, returnHeaders: true });
    const { signInId } = response;
    await settings.db.updateTable('auth_session').set({ way, userAgent }).where('id', '=', signInId).execute();
    await endSurplus(userId, signInId);
    return { signInId, setCookies: headers.getSetCookie() };
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
        const account = accountOf(response.user);
        await stored.renew(account.userId, attempt.password);
        await endSurplus(account.userId, made.session.id);
        return { account, signInId: made.session.id, setCookies: headers.getSetCookie() };
      } catch (error) {
        if (isAPIError(error) && error.statusCode === 401) return undefined;
        throw error;
      }
    },

    isPasswordOf: stored.isRight,

    async signOut(cookie) {
      const { headers } = await auth.api.signOut({ headers: fromNodeHeaders({ cookie }), returnHeaders: true });
      return headers.getSetCookie();
    },

    async renewToken(cookie) {
      if (cookie === undefined) return [];
      const { headers } = await auth.api.renewToken({ headers: fromNodeHeaders({ cookie }), returnHeaders: true });
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
        .select(['auth_session.createdAt', 'auth_session.expiresAt', 'way', 'secondFactorAt', 'confirmedAt', 'seenAt'])
        .select(['auth_user.id', 'name', 'email', 'role', 'deactivated'])
        .where('auth_session.id', '=', signInId)
        .executeTakeFirst();
      if (found === undefined) return undefined;
      const { createdAt, expiresAt, deactivated, way, secondFactorAt, confirmedAt, seenAt, ...user } = found;
      const given = { way, secondFactorAt, confirmedAt, seenAt };
      const signIn = { id: signInId, createdAt: new Date(createdAt), expiresAt: new Date(expiresAt), ...given };
      return knownOf(signIn, { ...user, deactivated: deactivated === 1 });
    },

    hashPassword: (password) => settings.passwords.hash(password),

    async makeAccount({ name, email, role, password }) {
      const { internalAdapter } = await auth.$context;
      const address = email.toLowerCase();
      if (await internalAdapter.findUserByEmail(address)) return undefined;
      const hash = password === undefined ? undefined : await settings.passwords.hash(password);
      const made = await unlessTaken(internalAdapter.createUser({ name, email: address, role }, { method: 'admin' }));
      if (made === undefined) return undefined;
      const way = { userId: made.id, accountId: made.id, providerId: 'credential' };
      if (hash !== undefined) await internalAdapter.linkAccount({ ...way, password: hash });
      return accountOf(made);
    },

    async renameAccount(userId, name) {
      const { internalAdapter } = await auth.$context;
      return accountOf(await internalAdapter.updateUser(userId, { name }));
    },

    async changeAccount(userId, change) {
      const { internalAdapter } = await auth.$context;
      if ((await internalAdapter.findUserById(userId)) === null) return;
      if (change.what === 'role') await internalAdapter.updateUser(userId, { role: change.role });
      if (change.what === 'access') await internalAdapter.updateUser(userId, { deactivated: !change.isActive });
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

    async continueSignIn({ secondFactorAt, endsAt }, signInId) {
      const now = settings.now();
      if (secondFactorAt === undefined || endsAt <= now) return;
      if (lastEnd({ since: secondFactorAt }, await settings.readLimits()) <= now) return;
      await settings.db
        .updateTable('auth_session')
        .set({ secondFactorAt: secondFactorAt.toISOString() })
        .where('id', '=', signInId)
        .execute();
    },

    async signInAs(userId, way = 'demo', userAgent = '') {
      return (await signInWithout(userId, way, userAgent)).setCookies;
    },

    async signInBy(userId, way, userAgent, isConfirmed = true) {
      const { internalAdapter } = await auth.$context;
      const user = await internalAdapter.findUserById(userId);
      if (user === null || isDeactivated(user)) return undefined;
      const made = await signInWithout(userId, way, userAgent);
      if (!isConfirmed) {
        const row = settings.db.updateTable('auth_session').where('id', '=', made.signInId);
        await row.set({ confirmedAt: null }).execute();
      }
      return { account: accountOf(user), ...made };
    },
  };
}

const momentOrNone = z.coerce
  .date()
  .nullish()
  .transform((at) => at ?? undefined);

/** What our own columns of a sign-in say. Rows from before them have none. */
const Given = z.object({
  way: z
    .enum(SIGN_IN_WAYS)
    .nullish()
    .transform((way) => way ?? 'password'),
  secondFactorAt: momentOrNone,
  confirmedAt: momentOrNone,
  seenAt: momentOrNone,
});

/** Undefined if somebody else got the email address at the same moment. */
async function unlessTaken<T>(made: Promise<T>): Promise<T | undefined> {
  try {
    return await made;
  } catch (error) {
    if (isConflict(error)) return undefined;
    throw error;
  }
}

function isDeactivated(user: object): boolean {
  return 'deactivated' in user && user.deactivated === true;
}

function accountOf({ id, name, email, role }: { id: string; name: string; email: string; role?: unknown }): Account {
  return Account.parse({ userId: id, name, email, role });
}
