import type { Role } from './people.ts';

/** How a member of staff is tied to a family. Without a tie they learn nothing of it, not even that it exists. */
export type Tie = 'treats' | 'covers' | 'supervises' | 'none';

/**
 * What a tie may permit: to see the record and the sessions, to change and to lead them, to say who treats, to ask for an
 * erasure, to hold the record against one. Rules PER9, ERA1, ERA4.
 */
type FamilyAct = 'see' | 'change' | 'assign' | 'ask-erasure' | 'hold';

const PERMITS: { readonly [T in Tie]: readonly FamilyAct[] } = {
  treats: ['see', 'change', 'assign', 'ask-erasure'],
  covers: ['see', 'change'],
  supervises: ['see', 'assign', 'ask-erasure', 'hold'],
  none: [],
};

export type StaffMember = { readonly userId: string; readonly role: Role };

/** A therapist of a family. `coverUntil` is the last day of a cover; null if the family is on their caseload. */
export type Assignment = { readonly therapist: string; readonly coverUntil: string | null };

/** A team that is not retired. Its leads supervise its members. */
export type Team = { readonly members: readonly string[]; readonly leads: readonly string[] };

/** The one rule of who is tied to a family, by its therapists, the teams and the clinic's day. Rule PER9. */
export function tieOf(
  { userId, role }: StaffMember,
  assignments: readonly Assignment[],
  teams: readonly Team[],
  today: string,
): Tie {
  const current = assignments.filter(({ coverUntil }) => coverUntil === null || coverUntil >= today);
  if (role === 'supervisor') {
    return current.some(({ therapist }) => isSupervised(therapist, userId, teams)) ? 'supervises' : 'none';
  }
  if (role !== 'therapist') return 'none';
  const own = current.filter(({ therapist }) => therapist === userId);
  if (own.length === 0) return 'none';
  return own.some(({ coverUntil }) => coverUntil === null) ? 'treats' : 'covers';
}

/** What a person may do for a family by their tie to it. Rule PER9. */
export function permits(tie: Tie, act: FamilyAct): boolean {
  return PERMITS[tie].includes(act);
}

/** Whether somebody is a member of a team that the other leads. */
export function isSupervised(member: string, lead: string, teams: readonly Team[]): boolean {
  return teams.some(({ members, leads }) => leads.includes(lead) && members.includes(member));
}

/**
 * Whether a person may bring families of `from` to `to`: an admin for anybody, a supervisor among those they supervise,
 * a therapist from themselves to a colleague in a shared team. `from` is null if `to` only joins in. Rule PER9.
 */
export function mayBring(
  { userId, role }: StaffMember,
  { from, to }: { readonly from: string | null; readonly to: string },
  teams: readonly Team[],
): boolean {
  if (from === to) return false;
  if (role === 'admin') return true;
  const isOwn = (person: string | null) => person === null || isSupervised(person, userId, teams);
  if (role === 'supervisor') return isOwn(from) && isOwn(to);
  const isColleague = to !== userId && teams.some(({ members }) => members.includes(userId) && members.includes(to));
  return role === 'therapist' && (from === null || from === userId) && isColleague;
}
