import type { Transaction } from 'kysely';
import type { FamilyId, ParticipantId } from '#shared/protocol/ids.ts';
import type { Tables } from './schema.ts';

type Leads = {
  readonly from: ParticipantId;
  readonly to: ParticipantId;
  /** Only the sessions that begin before this moment. */
  readonly before?: Date;
};

/** The sessions that one therapist planned with a family and nobody has opened yet are led by another from now on. */
export async function moveUnopenedSessions(
  db: Transaction<Tables>,
  familyId: FamilyId,
  { from, to, before }: Leads,
): Promise<void> {
  const theirs = db
    .updateTable('coaching_sessions')
    .set({ lead_user_id: to })
    .where('family_id', '=', familyId)
    .where('lead_user_id', '=', from)
    .where((build) =>
      build.not(
        build.exists(
          build
            .selectFrom('session_facts')
            .select('seq')
            .whereRef('session_facts.session_id', '=', 'coaching_sessions.session_id')
            .where('seq', '=', 1),
        ),
      ),
    );
  await (before === undefined ? theirs : theirs.where('starts_at', '<', before.toISOString())).execute();
}
