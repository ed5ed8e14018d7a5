import { momentOfClock } from '#shared/domain/clinicDay.ts';
import { addDays } from '#shared/domain/course/days.ts';
import { permits, tieOf, type StaffMember, type Tie } from '#shared/domain/tie.ts';
import type { FamilyId, ParticipantId } from '#shared/protocol/ids.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import type { ConsentDesk } from '#server/consents/consentDesk.ts';
import type { CaseloadRecords } from '#server/storage/caseloadRecords.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';

export type Person = StaffMember & { readonly userId: ParticipantId };

/** Asks the one rule of who is tied to a family (rule PER9), on the clinic's day. */
export type Ties = {
  /** `none` also for a family that does not exist. */
  readonly tieOf: (person: Person, familyId: FamilyId) => Promise<Tie>;
  /** Whether a member of staff may open this session's record. Rule PER2. */
  readonly mayStillAttend: (person: Person, session: { readonly familyId: FamilyId }) => Promise<boolean>;
  /** Whether they may be in it while it runs, which a family can refuse a supervisor. Rules PER2, CNS4. */
  readonly mayWatch: (person: Person, session: SupervisedSession) => Promise<boolean>;
  /** Until when this is known: the end of the clinic's day, when a cover may run out. Undefined if they may not. */
  readonly watchesUntil: (person: Person, session: SupervisedSession) => Promise<Date | undefined>;
};

type SupervisedSession = Pick<SessionRecord, 'familyId' | 'caregivers' | 'lead'>;

type TiesPorts = {
  readonly consents: Pick<ConsentDesk, 'to'>;
  readonly records: Pick<CaseloadRecords, 'findTieFacts'>;
  readonly clinic: Pick<Clinic, 'today' | 'card'>;
};

export function createTies({ records, clinic, consents }: TiesPorts): Ties {
  async function tie(person: Person, familyId: FamilyId): Promise<Tie> {
    const { assignments, teams } = await records.findTieFacts(familyId, person.userId);
    return tieOf(person, assignments, teams, await clinic.today());
  }

  const mayStillAttend: Ties['mayStillAttend'] = async (person, { familyId }) =>
    permits(await tie(person, familyId), 'see');

  const mayWatch: Ties['mayWatch'] = async (person, session) => {
    if (!(await mayStillAttend(person, session))) return false;
    const supervises = person.role === 'supervisor' && session.lead !== person.userId;
    return !supervises || (await consents.to('supervision', session)) !== 'against';
  };

  return {
    tieOf: tie,
    mayStillAttend,
    mayWatch,

    async watchesUntil(person, session) {
      const [today, { timeZone }] = [await clinic.today(), await clinic.card()];
      if (!(await mayWatch(person, session))) return undefined;
      return momentOfClock(`${addDays(today, 1)}T00:00`, timeZone);
    },
  };
}
