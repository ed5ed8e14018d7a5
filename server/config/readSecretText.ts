import { readFileSync } from 'node:fs';
import { ConfigError } from './config.ts';
import type { SecretText } from './secretText.ts';

/** The secret itself. Throws `ConfigError` with the name of the setting if its file cannot be read or is empty. */
export function readSecretText(setting: string, secret: SecretText): string {
  if (secret.from === 'environment') return secret.text;
  const text = readFrom(setting, secret.file).trim();
  if (text === '') throw new ConfigError(`The file that ${setting} names is empty: ${secret.file}.`);
  return text;
}

function readFrom(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`The file that ${setting} names cannot be read: ${file}.`, { cause: error });
  }
}
