import type { DatabaseSetting } from './databaseSetting.ts';
import { readSecretText } from './readSecretText.ts';

/** What `openDatabase` opens. Throws `ConfigError` if the file with the password cannot be read. */
export function placeOfDatabase(database: DatabaseSetting): string {
  if (database.engine === 'sqlite') return database.file;
  if (database.passwordFile === undefined) return database.url;
  const url = new URL(database.url);
  const password = readSecretText('DATABASE_PASSWORD_FILE', { from: 'file', file: database.passwordFile });
  url.password = encodeURIComponent(password);
  return url.href;
}
