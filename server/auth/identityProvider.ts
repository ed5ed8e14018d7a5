import * as openId from 'openid-client';
import { CHALLENGE_LASTS_MS } from '#shared/domain/secondFactor.ts';
import { CONFIRMED_FOR_MS } from '#shared/domain/confirmation.ts';
import { isTwoFactors } from '#shared/domain/providedFactors.ts';
import { hashSecret, makeSecret } from '#server/storage/secrets.ts';
import { discoverProvider } from './discoverProvider.ts';
import { readClaims, type ProvidedPerson } from './readClaims.ts';

/** How a sign-in at the provider begins. The browser shows `browser` again when it comes back. */
type BegunSignIn = { readonly url: string; readonly browser: string; readonly expiresAt: Date };

type FinishedSignIn = {
  readonly person: ProvidedPerson;
  /** The page that the person came from. */
  readonly to: string;
  /** Whether the provider asked just now who it is. */
  readonly isFresh: boolean;
  /** Whether it says that it asked for two factors. */
  readonly isTwoFactors: boolean;
};

/** The clinic's identity provider, by OpenID Connect with state, nonce and PKCE. Rule PER17. */
export type IdentityProvider = {
  /** What people call it. */
  readonly name: string;
  /** Whether anybody who has ever signed in there can then sign in only there. */
  readonly isOnly: boolean;
  /** Undefined if the provider does not answer. */
  readonly begin: (wanted: { readonly to: string; readonly again: boolean }) => Promise<BegunSignIn | undefined>;
  /** Undefined if this browser began nothing, it is too late, or the provider did not vouch for anybody. */
  readonly finish: (search: string, browser: string | undefined) => Promise<FinishedSignIn | undefined>;
  /** Where a person ends their sign-in at the provider. Undefined if it has no such page. */
  readonly signOutUrl: () => Promise<string | undefined>;
};

type IdentityProviderPorts = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly isOnly: boolean;
  /** Values of `acr` that mean two factors. The provider is asked for them. */
  readonly twoFactorLevels: readonly string[];
  readonly publicUrl: string;
  readonly now: () => Date;
  /** For what is wrong: a person reads only that it did not work. */
  readonly note: (error: unknown) => void;
};

type Begun = {
  readonly to: string;
  readonly again: boolean;
  readonly nonce: string;
  readonly verifier: string;
  readonly browserHash: string;
  readonly until: Date;
};

/** Beyond this many, the oldest are forgotten. */
const MOST_BEGUN = 1_000;

/** Whoever signs in again at the provider has done so within this, in seconds. */
const MAX_AGE = CONFIRMED_FOR_MS / 1_000;

export function createIdentityProvider(ports: IdentityProviderPorts): IdentityProvider {
  const { issuer, clientId, clientSecret, name, isOnly, twoFactorLevels, publicUrl, now, note } = ports;
  const redirectUri = `${publicUrl}/sign-in/provider`;
  const begun = new Map<string, Begun>();
  let known: Promise<openId.Configuration> | undefined;

  /** Asked at the first sign-in: the server starts also while the provider is down. */
  function discover(): Promise<openId.Configuration> {
    known ??= discoverProvider({ issuer, clientId, clientSecret });
    known.catch(() => (known = undefined));
    return known;
  }

  async function orNone<T>(doing: () => Promise<T>): Promise<T | undefined> {
    try {
      return await doing();
    } catch (error) {
      note(error);
      return undefined;
    }
  }

  function remember(state: string, one: Begun) {
    begun.set(state, one);
    const [oldest] = begun.keys();
    if (begun.size > MOST_BEGUN && oldest !== undefined) begun.delete(oldest);
  }

  /** Each state works once, in the browser that began it. */
  function take(search: string, browser: string | undefined): (Begun & { readonly state: string }) | undefined {
    const state = new URLSearchParams(search).get('state') ?? '';
    const one = begun.get(state);
    if (one === undefined || browser === undefined || hashSecret(browser) !== one.browserHash) return undefined;
    begun.delete(state);
    return one.until > now() ? { ...one, state } : undefined;
  }

  return {
    name,
    isOnly,

    begin: ({ to, again }) =>
      orNone(async () => {
        const config = await discover();
        const [state, nonce, browser] = [makeSecret(), makeSecret(), makeSecret()];
        const verifier = openId.randomPKCECodeVerifier();
        const expiresAt = new Date(now().getTime() + CHALLENGE_LASTS_MS);
        remember(state, { to, again, nonce, verifier, browserHash: hashSecret(browser), until: expiresAt });
        const url = openId.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: 'openid email',
          state,
          nonce,
          code_challenge: await openId.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...(twoFactorLevels.length > 0 && { acr_values: twoFactorLevels.join(' ') }),
          ...(again && { prompt: 'login', max_age: String(MAX_AGE) }),
        });
        return { url: url.href, browser, expiresAt };
      }),

    async finish(search, browser) {
      const one = take(search, browser);
      if (one === undefined) return undefined;
      return orNone(async () => {
        const config = await discover();
        const tokens = await openId.authorizationCodeGrant(config, new URL(`${redirectUri}${search}`), {
          expectedState: one.state,
          expectedNonce: one.nonce,
          pkceCodeVerifier: one.verifier,
          idTokenExpected: true,
          ...(one.again && { maxAge: MAX_AGE }),
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new Error('The identity provider sent no identity.');
        const hasEmail = typeof claims['email'] === 'string';
        const { email, email_verified } = hasEmail
          ? claims
          : await openId.fetchUserInfo(config, tokens.access_token, claims.sub);
        const person = readClaims({ ...claims, email, email_verified });
        return { person, to: one.to, isFresh: one.again, isTwoFactors: isTwoFactors(person.factors, twoFactorLevels) };
      });
    },

    signOutUrl: () =>
      orNone(async () => {
        const config = await discover();
        if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
        return openId.buildEndSessionUrl(config, { post_logout_redirect_uri: `${publicUrl}/sign-in` }).href;
      }),
  };
}
