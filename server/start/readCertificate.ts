import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { ConfigError, type Config } from '#server/config/config.ts';

/** The certificate and its key, as PEM. Throws `ConfigError` if a file cannot be read or the two do not match. */
export function readCertificate({ cert, key }: Exclude<Config['tls'], string | undefined>): {
  readonly cert: Buffer;
  readonly key: Buffer;
} {
  const files = { cert: readFrom('TLS_CERT', cert), key: readFrom('TLS_KEY', key) };
  try {
    createSecureContext(files);
  } catch (error) {
    throw new ConfigError(
      `${cert} and ${key} are not a certificate and its key (${wordsOf(error)}).\nSet TLS_CERT and TLS_KEY to files in PEM format that belong together.`,
    );
  }
  return files;
}

function readFrom(setting: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ConfigError(
      `The file that ${setting} names cannot be read (${wordsOf(error)}).\nSet ${setting} to a file that this user can read.`,
    );
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
