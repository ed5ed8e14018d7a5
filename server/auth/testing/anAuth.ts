import { expect } from 'vitest';
import type { NewAccount } from '#shared/protocol/http/people.ts';
import type { Db } from '#server/storage/db.ts';
import { sqlSecondFactorRecords } from '#server/storage/sqlSecondFactorRecords.ts';
import { sqlSignInRecords } from '#server/storage/sqlSignInRecords.ts';
import { sqlSignInPolicyRecords } from '#server/storage/sqlSignInPolicyRecords.ts';
import { createAuth, type Auth } from '../auth.ts';
import type { AuthSettings } from '../authOptions.ts';
import { createChallenges } from '../challenges.ts';
import { createDiaryPasskeys, type DiaryPasskeys } from '../diaryPasskeys.ts';
import { sqlCaregiverPasskeyRecords } from '#server/storage/sqlCaregiverPasskeyRecords.ts';
import { createPasskeys, type Passkeys } from '../passkeys.ts';
import { createWebAuthn } from '../webAuthn.ts';
import { sqlPasskeyRecords } from '#server/storage/sqlPasskeyRecords.ts';
import { createPasswordHashes } from '../passwords/passwordHashes.ts';
import { CHEAP } from '../passwords/testing/cheap.ts';
import { createSecondFactors, type SecondFactors } from '../secondFactors.ts';

export const PUBLIC_URL = 'http://localhost:3000';
const SECRET = 'a secret for tests that is long enough to sign with';

/** Sign-in over a database, for a clinic at `PUBLIC_URL`. */
export function anAuth(db: Db, settings: Partial<AuthSettings> = {}): Auth {
  return createAuth({
    db,
    secret: SECRET,
    publicUrl: PUBLIC_URL,
    trustedOrigins: [PUBLIC_URL],
    now: () => new Date(),
    passwords: createPasswordHashes(CHEAP),
    readLimits: sqlSignInPolicyRecords(db).readSignInPolicy,
    ...settings,
  });
}

const aWebAuthn = (db: Db, now: () => Date) =>
  createWebAuthn({ challenges: createChallenges(db, now), publicUrl: PUBLIC_URL, note: () => undefined });

/** Passkeys over a database, for the clinic at `PUBLIC_URL`. */
export function somePasskeys(db: Db, now: () => Date = () => new Date()): Passkeys {
  return createPasskeys({ records: sqlPasskeyRecords(db), webAuthn: aWebAuthn(db, now), now });
}

/** Passkeys of caregivers over a database, for the clinic at `PUBLIC_URL`. */
export function someDiaryPasskeys(db: Db, now: () => Date = () => new Date()): DiaryPasskeys {
  return createDiaryPasskeys({ records: sqlCaregiverPasskeyRecords(db), webAuthn: aWebAuthn(db, now), now });
}

/** Second factors over a database. */
export function someSecondFactors(
  db: Db,
  now: () => Date = () => new Date(),
  report = (error: unknown): void => expect.unreachable(String(error)),
  passkeys = somePasskeys(db, now),
): SecondFactors {
  return createSecondFactors({
    records: { ...sqlSecondFactorRecords(db), ...sqlSignInPolicyRecords(db), ...sqlSignInRecords(db) },
    secret: SECRET,
    passkeys,
    report,
    now,
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
