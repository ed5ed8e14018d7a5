import { sql, type Kysely } from 'kysely';

/**
 * What may end a sign-in or an admission, in the order in which it happened, whoever changed it: the server, a terminal
 * command or a database tool. Triggers write it in the transaction of the change itself. They are SQLite's; another
 * engine needs the same ones in its own words, and so does a table that is made again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('access_changes')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .execute();
  for (const trigger of TRIGGERS) await sql.raw(trigger).execute(db);
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

function onDelete(table: string, kind: string, subject: string): string {
  return `create trigger "access_${table}_deleted" after delete on "${table}" begin ${note(kind, subject)} end`;
}

function onUpdate(table: string, kind: string, subject: string, columns: readonly string[]): string {
  const named = columns.map((column) => `"${column}"`).join(', ');
  const isOther = columns.map((column) => `old."${column}" is not new."${column}"`).join(' or ');
  return `
    create trigger "access_${table}_updated" after update of ${named} on "${table}"
    when ${isOther} begin ${note(kind, subject)} end
  `;
}

function note(kind: string, subject: string): string {
  return `insert into access_changes (kind, subject) values ('${kind}', old."${subject}");`;
}
