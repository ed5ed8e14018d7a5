import { sql, type Kysely } from 'kysely';
import { engineOf } from '../engineOf.ts';

/**
 * Who did what, in a chain of hashes. Triggers refuse every change except the next row at the end, whoever tries it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('family_id', 'text')
    .addColumn('session_id', 'text')
    .addColumn('subject_id', 'text')
    .addColumn('hash', 'blob', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_family').on('audit').columns(['family_id', 'seq']).execute();
  await db.schema.createIndex('audit_actor').on('audit').columns(['actor_id', 'seq']).execute();
  await db.schema.createIndex('audit_kind').on('audit').columns(['kind', 'seq']).execute();
  for (const trigger of TRIGGERS[engineOf(db)]) await sql.raw(trigger).execute(db);
}

const REFUSE = "begin select raise(abort, 'The audit only grows.'); end";

const TRIGGERS = {
  sqlite: [
    `create trigger audit_never_updated before update on audit ${REFUSE}`,
    `create trigger audit_never_deleted before delete on audit ${REFUSE}`,
    `create trigger audit_only_appended before insert on audit
     when new.seq is not (select coalesce(max(seq), 0) + 1 from audit) ${REFUSE}`,
  ],
  postgres: [
    `create function audit_only_grows() returns trigger language plpgsql as $$ begin
       if tg_op = 'INSERT' and new.seq = (select coalesce(max(seq), 0) + 1 from audit) then return new; end if;
       raise exception 'The audit only grows.';
     end $$`,
    `create trigger audit_only_grows before insert or update or delete on audit
     for each row execute function audit_only_grows()`,
    `create trigger audit_never_emptied before truncate on audit
     for each statement execute function audit_only_grows()`,
  ],
};
