import type { FastifyBaseLogger } from 'fastify';
import { createIdentityProvider, type IdentityProvider } from '#server/auth/identityProvider.ts';
import type { Config } from '#server/config/config.ts';
import { readSecretText } from '#server/config/readSecretText.ts';

/** The clinic's identity provider, if it has one. Throws `ConfigError` if the file of its secret cannot be read. */
export function startIdentityProvider(
  { identityProvider: setting, publicUrl }: Pick<Config, 'identityProvider' | 'publicUrl'>,
  log: FastifyBaseLogger,
  now: () => Date,
): IdentityProvider | undefined {
  if (setting === undefined) return undefined;
  const note = (err: unknown) => log.warn({ err }, 'a sign-in at the identity provider did not work');
  const clientSecret = readSecretText('OIDC_CLIENT_SECRET_FILE', setting.clientSecret);
  return createIdentityProvider({ ...setting, clientSecret, publicUrl, now, note });
}
