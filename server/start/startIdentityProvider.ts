import { readFileSync } from 'node:fs';
import type { FastifyBaseLogger } from 'fastify';
import { createIdentityProvider, type IdentityProvider } from '#server/auth/identityProvider.ts';
import { type Config, ConfigError } from '#server/config/config.ts';
import type { IdentityProviderSetting } from '#server/config/identityProviderSetting.ts';

/** The clinic's identity provider, if it has one. Throws `ConfigError` if the file of its secret cannot be read. */
export function startIdentityProvider(
  { identityProvider: setting, publicUrl }: Pick<Config, 'identityProvider' | 'publicUrl'>,
  log: FastifyBaseLogger,
  now: () => Date,
): IdentityProvider | undefined {
  if (setting === undefined) return undefined;
  const note = (err: unknown) => log.warn({ err }, 'a sign-in at the identity provider did not work');
  return createIdentityProvider({ ...setting, clientSecret: secretOf(setting), publicUrl, now, note });
}

function secretOf({ clientSecret }: IdentityProviderSetting): string {
  if (clientSecret.from === 'environment') return clientSecret.text;
  try {
    return readFileSync(clientSecret.file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(`OIDC_CLIENT_SECRET_FILE cannot be read: ${clientSecret.file}.`, { cause: error });
  }
}
