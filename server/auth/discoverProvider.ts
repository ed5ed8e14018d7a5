import * as openId from 'openid-client';

/** How an identity may be signed: with a key that only the provider has. So neither `none` nor a secret of both. */
const SIGNED_BY = new Set([
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
]);

/** What a provider that does not say it uses, by the standard. */
const USUAL = ['RS256'];

type Client = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };

/**
 * Asks a provider for its addresses and keys. Every identity that it sends must then be signed by one of these keys, by an
 * algorithm of our list. Rejects if it does not answer, is another one, or has no such algorithm. Rule PER17.
 */
export async function discoverProvider({ issuer, clientId, clientSecret }: Client): Promise<openId.Configuration> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- only for a provider on this machine: the settings allow no other
  const execute = issuer.startsWith('http:') ? [openId.allowInsecureRequests] : [];
  const found = await openId.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute });
  const metadata: openId.ServerMetadata = found.serverMetadata();
  const offered = metadata.id_token_signing_alg_values_supported ?? USUAL;
  const accepted = offered.filter((algorithm) => SIGNED_BY.has(algorithm));
  if (accepted.length === 0) throw new Error(`The identity provider signs only by ${offered.join(', ')}.`);
  const server = { ...metadata, id_token_signing_alg_values_supported: accepted };
  const config = new openId.Configuration(server, clientId, clientSecret);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- as above
  for (const extend of execute) extend(config);
  openId.enableNonRepudiationChecks(config);
  return config;
}
