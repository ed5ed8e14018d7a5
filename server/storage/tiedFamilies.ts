import { type Expression, sql } from 'kysely';
import type { StaffMember } from '#shared/domain/tie.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { Db } from './db.ts';

/** Who asks for a list of families or sessions, and on which of the clinic's days. */
export type SeenBy = { readonly person: StaffMember & { readonly userId: ParticipantId }; readonly today: string };

type Read = Pick<Db, 'selectFrom'>;

/**
 * The ids of the families that a person is tied to, as a query for the lists: `tieOf` (rule PER9) says the same of one
 * family. A property test compares the two.
 */
export function tiedFamilies(db: Read, { person: { userId, role }, today }: SeenBy) {
  const current = currentTherapists(db, today).select('family_therapists.family_id');
  if (role === 'therapist') return current.where('family_therapists.user_id', '=', userId);
  if (role === 'supervisor') return current.where('family_therapists.user_id', 'in', supervisedPeople(db, userId));
  return current.where(sql<boolean>`1 = 0`);
}

/** The therapists of families on a day: those who treat them, and those who cover until that day or later. */
export function currentTherapists(db: Read, today: string) {
  return db
    .selectFrom('family_therapists')
    .where('family_therapists.ended_at', 'is', null)
    .where((build) => build.or([build('cover_until', 'is', null), build('cover_until', '>=', today)]));
}

/** The ids of the members of the teams that a person leads. */
export function supervisedPeople(db: Read, lead: ParticipantId) {
  return membersWithLeads(db).where('lead.user_id', '=', lead).select('member.user_id');
}

/** The ids of the leads of the teams that any of these people is a member of. */
export function leadsOf(db: Read, members: Expression<ParticipantId>) {
  return membersWithLeads(db).where('member.user_id', 'in', members).select('lead.user_id');
}

/** Each member of a team that is in use, with each of its leads. */
function membersWithLeads(db: Read) {
  return db
    .selectFrom('team_people as member')
    .innerJoin('team_people as lead', 'lead.team_id', 'member.team_id')
    .innerJoin('teams', 'teams.team_id', 'member.team_id')
    .where('teams.retired_at', 'is', null)
    .where('member.part', '=', 'member')
    .where('lead.part', '=', 'lead');
}
