import type { Team as TeamOfTie } from '#shared/domain/tie.ts';
import type { Colleague } from '#shared/protocol/http/caseloads.ts';
import type { Team, TeamChange, Teams } from '#shared/protocol/http/teams.ts';
import type { ParticipantId, TeamId } from '#shared/protocol/ids.ts';
import type { SeenBy } from './tiedFamilies.ts';

export type TeamRecords = {
  /** The teams that are not retired and that one of some people belongs to, as `mayBring` needs them. */
  readonly listTeamsOf: (people: readonly ParticipantId[]) => Promise<readonly TeamOfTie[]>;
  /** Active therapists: all, or those among whom a person may hand over. */
  readonly listColleagues: (seenBy?: SeenBy['person']) => Promise<readonly Colleague[]>;
  readonly isSupervisedBy: (lead: ParticipantId, member: ParticipantId) => Promise<boolean>;
  readonly listTeams: (after?: TeamId) => Promise<Teams>;
  readonly makeTeam: (name: string, now: Date) => Promise<Team>;
  /** Undefined if there is no such team. */
  readonly changeTeam: (teamId: TeamId, change: TeamChange, now: Date) => Promise<Team | undefined>;
};
