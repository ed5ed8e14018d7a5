import type { Kysely } from 'kysely';
import { makeTrigger } from './makeTrigger.ts';

/**
 * What may end a sign-in or an admission, in the order in which it happened, whoever changed it: the server, a terminal
 * command or a database tool. Triggers write it in the transaction of the change itself. A table that is made again needs
 * its triggers again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('access_changes')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .execute();
  for (const trigger of TRIGGERS) await makeTrigger(db, trigger);
}

const TRIGGERS = [
  onDelete('auth_session', 'person', 'userId'),
  onUpdate('auth_session', 'person', 'userId', ['userId', 'createdAt', 'expiresAt']),
  onDelete('auth_user', 'person', 'id'),
  onUpdate('auth_user', 'person', 'id', ['role', 'deactivated']),
  onDelete('devices', 'device', 'device_id'),
  onUpdate('devices', 'device', 'device_id', ['session_id', 'revoked_at', 'expires_at']),
  onDelete('coaching_sessions', 'session', 'session_id'),
  onUpdate('coaching_sessions', 'session', 'session_id', ['lead_user_id']),
];

function onDelete(table: string, kind: string, subject: string) {
  return { name: `access_${table}_deleted`, event: `after delete on "${table}"`, does: note(kind, subject) };
}

function onUpdate(table: string, kind: string, subject: string, columns: readonly string[]) {
  return {
    name: `access_${table}_updated`,
    event: `after update of ${columns.map((column) => `"${column}"`).join(', ')} on "${table}"`,
    when: columns.map((column) => `old."${column}" is distinct from new."${column}"`).join(' or '),
    does: note(kind, subject),
  };
}

function note(kind: string, subject: string): string {
  return `insert into access_changes (kind, subject) values ('${kind}', old."${subject}");`;
}
