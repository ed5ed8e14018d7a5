import { resolve } from 'node:path';
import type { SecretText } from './secretText.ts';

/** The clinic's identity provider, by OpenID Connect. */
export type IdentityProviderSetting = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: SecretText;
  /** What people call it. */
  readonly name: string;
  /** Whether anybody who has ever signed in there can then sign in only there. */
  readonly isOnly: boolean;
  /** Values of `acr` by which it says that it asked for two factors. */
  readonly twoFactorLevels: readonly string[];
};

type Variables = {
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_CLIENT_ID?: string | undefined;
  readonly OIDC_CLIENT_SECRET?: string | undefined;
  readonly OIDC_CLIENT_SECRET_FILE?: string | undefined;
  readonly OIDC_NAME?: string | undefined;
  readonly OIDC_ONLY?: 'on' | 'off' | undefined;
  readonly OIDC_TWO_FACTOR_ACR?: readonly string[] | undefined;
};

/** Whether these variables are all there, or all missing. The secret is in one place. */
export function isWholeProvider(set: Variables): boolean {
  const secrets = [set.OIDC_CLIENT_SECRET, set.OIDC_CLIENT_SECRET_FILE].filter((one) => one !== undefined);
  const others = [set.OIDC_ISSUER, set.OIDC_CLIENT_ID, set.OIDC_NAME, set.OIDC_ONLY, set.OIDC_TWO_FACTOR_ACR];
  const isNone = others.every((one) => one === undefined);
  if (isNone) return secrets.length === 0;
  return set.OIDC_ISSUER !== undefined && set.OIDC_CLIENT_ID !== undefined && secrets.length === 1;
}

/** Undefined if there is none. */
export function identityProviderOf(set: Variables): IdentityProviderSetting | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: text, OIDC_NAME: named } = set;
  if (issuer === undefined || clientId === undefined) return undefined;
  const client = {
    ...{ issuer, clientId, name: named ?? new URL(issuer).hostname },
    isOnly: set.OIDC_ONLY === 'on',
    twoFactorLevels: set.OIDC_TWO_FACTOR_ACR ?? [],
  };
  if (text !== undefined) return { ...client, clientSecret: { from: 'environment', text } };
  return { ...client, clientSecret: { from: 'file', file: resolve(set.OIDC_CLIENT_SECRET_FILE ?? '') } };
}
