import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { missingFactor, type MissingFactor } from '#shared/domain/secondFactor.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { GivenFactor, NewAuthenticator, SecondFactorStanding } from '#shared/protocol/http/secondFactor.ts';
import type { SecondFactorRecords } from '#server/storage/secondFactorRecords.ts';
import type { SignInPolicyRecords } from '#server/storage/signInPolicyRecords.ts';
import type { SignInRecords } from '#server/storage/signInRecords.ts';
import type { KnownSignIn } from './auth.ts';
import { newAuthenticator, stepOf } from './authenticatorApp.ts';
import type { Passkeys } from './passkeys.ts';
import { hashRecoveryCode, makeRecoveryCodes } from './recoveryCodes.ts';

type Ports = {
  readonly records: SecondFactorRecords &
    Pick<SignInPolicyRecords, 'readSignInPolicy'> &
    Pick<SignInRecords, 'hasPassword'>;
  /** Encrypts the secrets of authenticator apps. */
  readonly secret: string;
  readonly passkeys: Pick<Passkeys, 'isOf'>;
  readonly report: (error: unknown) => void;
  readonly now: () => Date;
};

/** Second factors: who has which, and whether a sign-in gave one. Rule PER11. */
export type SecondFactors = {
  readonly missingFrom: (signIn: KnownSignIn) => Promise<MissingFactor>;
  readonly standingOf: (signIn: KnownSignIn) => Promise<SecondFactorStanding>;
  /** False if the code is wrong or was used. */
  readonly give: (signIn: KnownSignIn, factor: GivenFactor) => Promise<boolean>;
  /** Whether this is a good code of the person’s app. It is used up. */
  readonly isCodeOf: (account: Account, code: string) => Promise<boolean>;
  /** Undefined if the person has an authenticator app already. */
  readonly beginAuthenticator: (account: Account) => Promise<NewAuthenticator | undefined>;
  /**
   * Removes the app, and what it gave to any sign-in of the person. Where a second factor is required, this sign-in has to
   * set up another one next.
   */
  readonly removeAuthenticator: (signIn: KnownSignIn) => Promise<SecondFactorStanding>;
  /** Replaces the recovery codes with new ones. Undefined if the person has no second factor. */
  readonly renewRecoveryCodes: (account: Account) => Promise<readonly string[] | undefined>;
  /** The recovery codes if the person had none. `unknown`: there is nothing to confirm. */
  readonly confirmAuthenticator: (
    signIn: KnownSignIn,
    code: string,
  ) => Promise<readonly string[] | 'wrong' | 'unknown'>;
  /** The person just made a passkey in this sign-in. The recovery codes if they had none. */
  readonly passkeyAdded: (signIn: KnownSignIn) => Promise<readonly string[]>;
};

export function createSecondFactors({ records, secret: key, passkeys, report, now }: Ports): SecondFactors {
  const isRequired = async () => (await records.readSignInPolicy()).secondFactor === 'required';

  async function factorsOf({ userId }: Account) {
    const { authenticator, passkeys: passkeyCount, recoveryCodesLeft } = await records.findSecondFactors(userId);
    const confirmed = authenticator?.confirmedAt === null ? undefined : authenticator;
    const unconfirmed = confirmed ? undefined : authenticator;
    return {
      confirmed,
      unconfirmed,
      has: confirmed !== undefined || passkeyCount > 0,
      passkeyCount,
      recoveryCodesLeft,
    };
  }

  async function missingFrom(signIn: KnownSignIn): Promise<MissingFactor> {
    const { way, secondFactorAt, account } = signIn;
    const standing = { way, given: secondFactorAt !== undefined, isRequired: false, isProviderEnough: false };
    // Most requests come from a sign-in that is complete.
    if (missingFactor({ ...standing, has: true }) === 'none') return 'none';
    const { has } = await factorsOf(account);
    const { secondFactor, isProviderEnough } = await records.readSignInPolicy();
    return missingFactor({ ...standing, has, isRequired: secondFactor === 'required', isProviderEnough });
  }

  /** Undefined if the server's secret is no longer the one that encrypted it: then only a recovery code helps. */
  async function openSecret(data: string): Promise<string | undefined> {
    try {
      return await symmetricDecrypt({ key, data });
    } catch (error) {
      report(new Error('The secret of an authenticator app cannot be decrypted.', { cause: error }));
      return undefined;
    }
  }

  /** Each code works once: another one who saw it cannot use it. */
  async function useCode({ userId }: Account, code: string, sealedSecret: string): Promise<boolean> {
    const secret = await openSecret(sealedSecret);
    const step = secret && stepOf(code, secret, now());
    return typeof step === 'number' && (await records.useAuthenticatorStep(userId, step, now()));
  }

  async function isCodeOf(account: Account, code: string): Promise<boolean> {
    const { confirmed } = await factorsOf(account);
    return confirmed !== undefined && useCode(account, code, confirmed.sealedSecret);
  }

  async function isGood({ account }: KnownSignIn, factor: GivenFactor): Promise<boolean> {
    if (factor.by === 'passkey') return passkeys.isOf(account, factor.proof);
    if (factor.by === 'recovery') return records.useRecoveryCode(account.userId, hashRecoveryCode(factor.code));
    return isCodeOf(account, factor.code);
  }

  async function makeCodes({ userId }: Account): Promise<readonly string[]> {
    const codes = makeRecoveryCodes();
    await records.replaceRecoveryCodes(userId, codes.map(hashRecoveryCode));
    return codes;
  }

  async function firstCodes(account: Account): Promise<readonly string[]> {
    return (await factorsOf(account)).recoveryCodesLeft > 0 ? [] : makeCodes(account);
  }

  async function standingOf(signIn: KnownSignIn): Promise<SecondFactorStanding> {
    const { confirmed, passkeyCount, recoveryCodesLeft } = await factorsOf(signIn.account);
    return {
      missing: await missingFrom(signIn),
      isRequired: await isRequired(),
      hasAuthenticator: confirmed !== undefined,
      passkeys: passkeyCount,
      recoveryCodesLeft,
      hasPassword: await records.hasPassword(signIn.account.userId),
    };
  }

  return {
    missingFrom,

    standingOf,

    async removeAuthenticator(signIn) {
      await records.removeAuthenticator(signIn.account.userId);
      return standingOf({ ...signIn, secondFactorAt: undefined });
    },

    async renewRecoveryCodes(account) {
      return (await factorsOf(account)).has ? makeCodes(account) : undefined;
    },

    async give(signIn, factor) {
      if (!(await isGood(signIn, factor))) return false;
      await records.completeSignIn(signIn.signInId, now());
      return true;
    },

    isCodeOf,

    async beginAuthenticator(account) {
      const made = newAuthenticator(account);
      const sealed = await symmetricEncrypt({ key, data: made.secret });
      return (await records.beginAuthenticator(account.userId, sealed, now())) ? made : undefined;
    },

    async confirmAuthenticator({ signInId, account }, code) {
      const { unconfirmed } = await factorsOf(account);
      if (unconfirmed === undefined) return 'unknown';
      if (!(await useCode(account, code, unconfirmed.sealedSecret))) return 'wrong';
      await records.completeSignIn(signInId, now());
      return firstCodes(account);
    },

    async passkeyAdded({ signInId, account }) {
      await records.completeSignIn(signInId, now());
      return firstCodes(account);
    },
  };
}
