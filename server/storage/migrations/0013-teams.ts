import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { makeTrigger } from './makeTrigger.ts';

type Tables = {
  auth_user: { id: string; role: string; deactivated: number | boolean | null };
  coaching_sessions: { family_id: string; lead_user_id: string; starts_at: string };
  family_facts: { family_id: string; seq: number; by: string };
  teams: { team_id: string; name: string; made_at: string };
  team_people: { team_id: string; user_id: string; part: string };
  family_therapists: { place?: number; family_id: string; user_id: string; made_at: string };
};

/**
 * Teams, and whose caseload each family is on. Everybody keeps the access that their work needs: those who led a
 * family's sessions treat it, latest first, and so does the therapist who made it; the present supervisors lead one
 * team of all. Only types that SQLite and PostgreSQL share.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await makeTables(db);
  for (const trigger of TRIGGERS) await makeTrigger(db, trigger);
  const now = new Date().toISOString();
  const therapists = await therapistsByFamily(db);
  for (const [familyId, userIds] of therapists) {
    for (const userId of userIds) {
      const row = { family_id: familyId, user_id: userId, made_at: now };
      await db.insertInto('family_therapists').values(row).execute();
    }
  }
  await makeClinicTeam(db, new Set([...therapists.values()].flatMap((userIds) => [...userIds])), now);
}

/** The people whose tie to a family may end with a change: as in migration 0012. */
const leadsOf = (member: string) => `
  insert into access_changes (kind, subject)
  select distinct 'person', lead.user_id from team_people as member
  join team_people as lead on lead.team_id = member.team_id and lead.part = 'lead'
  where member.part = 'member' and member.user_id = ${member};`;
const leadsOfTeam = `
  insert into access_changes (kind, subject)
  select 'person', user_id from team_people where part = 'lead' and team_id = old.team_id;`;
const person = `insert into access_changes (kind, subject) values ('person', old.user_id);`;

const TRIGGERS = [
  {
    name: 'access_family_therapists_deleted',
    event: 'after delete on family_therapists',
    does: `${person} ${leadsOf('old.user_id')}`,
  },
  {
    name: 'access_family_therapists_updated',
    event: 'after update of user_id, family_id, cover_until, ended_at on family_therapists',
    does: `${person} ${leadsOf('old.user_id')}`,
  },
  { name: 'access_team_people_deleted', event: 'after delete on team_people', does: `${person} ${leadsOfTeam}` },
  { name: 'access_team_people_updated', event: 'after update on team_people', does: `${person} ${leadsOfTeam}` },
  { name: 'access_teams_updated', event: 'after update of retired_at on teams', does: leadsOfTeam },
];

async function makeTables(db: Kysely<Tables>) {
  await db.schema
    .createTable('teams')
    .addColumn('team_id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('retired_at', 'text')
    .execute();
  await db.schema
    .createTable('team_people')
    .addColumn('team_id', 'text', (column) => column.notNull().references('teams.team_id'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('auth_user.id'))
    .addColumn('part', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('team_people_pk', ['team_id', 'user_id', 'part'])
    .execute();
  await db.schema.createIndex('team_people_user').on('team_people').columns(['user_id', 'part']).execute();
  await db.schema
    .createTable('family_therapists')
    .addColumn('place', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('family_id', 'text', (column) => column.notNull().references('families.family_id'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('auth_user.id'))
    .addColumn('cover_for', 'text', (column) => column.references('auth_user.id'))
    .addColumn('cover_until', 'text')
    .addColumn('made_by', 'text', (column) => column.references('auth_user.id'))
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text', (column) => column.references('auth_user.id'))
    .addColumn('seen_at', 'text')
    .execute();
  await db.schema
    .createIndex('family_therapists_once')
    .on('family_therapists')
    .columns(['family_id', 'user_id'])
    .unique()
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
  await db.schema
    .createIndex('family_therapists_user')
    .on('family_therapists')
    .columns(['user_id', 'ended_at'])
    .execute();
}

/** Who led the sessions of each family, latest first, and then who made its record if that is a therapist. */
async function therapistsByFamily(db: Kysely<Tables>): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const families = new Map<string, Set<string>>();
  const add = (familyId: string, userId: string) => {
    families.set(familyId, (families.get(familyId) ?? new Set()).add(userId));
  };
  const sessions = await db
    .selectFrom('coaching_sessions')
    .select(['family_id', 'lead_user_id'])
    .orderBy('starts_at', 'desc')
    .execute();
  for (const { family_id: familyId, lead_user_id: lead } of sessions) add(familyId, lead);
  const people = await db.selectFrom('auth_user').select('id').where('role', '=', 'therapist').execute();
  const isTherapist = new Set(people.map(({ id }) => id));
  const opened = await db.selectFrom('family_facts').select(['family_id', 'by']).where('seq', '=', 1).execute();
  for (const { family_id: familyId, by } of opened) {
    const { id } = JSON.parse(by) as { readonly id: string };
    if (isTherapist.has(id)) add(familyId, id);
  }
  return families;
}

async function makeClinicTeam(db: Kysely<Tables>, treating: ReadonlySet<string>, now: string) {
  const people = await db.selectFrom('auth_user').select(['id', 'role', 'deactivated']).execute();
  const members = people.filter(({ id, role }) => role === 'therapist' || treating.has(id));
  const leads = people.filter(({ role, deactivated }) => role === 'supervisor' && !deactivated);
  if (members.length === 0 && leads.length === 0) return;
  const teamId = randomUUID();
  await db.insertInto('teams').values({ team_id: teamId, name: 'Clinic', made_at: now }).execute();
  const rows = [
    ...members.map(({ id }) => ({ team_id: teamId, user_id: id, part: 'member' })),
    ...leads.map(({ id }) => ({ team_id: teamId, user_id: id, part: 'lead' })),
  ];
  for (const row of rows) await db.insertInto('team_people').values(row).execute();
}
