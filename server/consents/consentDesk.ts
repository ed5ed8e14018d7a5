import { consentsOf } from '#shared/course/consentsOf.ts';
import type { ConsentPurpose } from '#shared/domain/consent/consentPurposes.ts';
import { type ConsentTable, consentTo, type Consented } from '#shared/domain/consent/consentTo.ts';
import type { RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import type { FamilySays } from '#shared/session/recording/usableTakes.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';

/** A family’s consents, and the clinic’s day on which they are asked. */
export type ConsentsToday = { readonly table: ConsentTable; readonly today: string };

/** Asks the one table of consents. Rule CNS3. */
export type ConsentDesk = {
  readonly of: (familyId: FamilyId) => Promise<ConsentsToday>;
  /** What the caregivers of a session, and the guardians of its child, say about a purpose today. */
  readonly to: (purpose: ConsentPurpose, session: ConsentingSession) => Promise<Consented>;
  /** What they say about using a recording. */
  readonly says: (use: RecordingPurpose, session: ConsentingSession) => Promise<FamilySays>;
};

type ConsentingSession = Pick<SessionRecord, 'familyId' | 'caregivers'>;

type Ports = {
  readonly factsOf: (familyId: FamilyId) => Promise<readonly FamilyFact[]>;
  readonly clinic: Pick<Clinic, 'today'>;
};

export function createConsentDesk({ factsOf, clinic }: Ports): ConsentDesk {
  const of: ConsentDesk['of'] = async (familyId) => {
    return { table: consentsOf(await factsOf(familyId)), today: await clinic.today() };
  };
  const to: ConsentDesk['to'] = async (purpose, { familyId, caregivers }) => {
    const { table, today } = await of(familyId);
    const ids = caregivers.map(({ caregiverId }) => caregiverId);
    return consentTo(purpose, ids, table, today);
  };
  return {
    of,
    to,
    async says(use, session) {
      const recording = await to('record-room', session);
      return { recording, use: use === 'treatment' ? recording : await to(use, session) };
    },
  };
}
