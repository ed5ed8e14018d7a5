import { momentOfClock } from '#shared/domain/clinicDay.ts';
import { isTooFarAhead } from '#shared/domain/course/dayBounds.ts';
import { addDays } from '#shared/domain/course/days.ts';
import { mayBring, permits } from '#shared/domain/tie.ts';
import type { Cover, HandOver } from '#shared/protocol/http/caseloads.ts';
import type { FamilyId, ParticipantId } from '#shared/protocol/ids.ts';
import type { Person, Ties } from '#server/auth/ties.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import type { Move } from '#server/storage/caseloadRecords.ts';
import type { Records } from '#server/storage/records.ts';

type Ports = {
  readonly records: Pick<
    Records,
    | 'findFamily'
    | 'listTeamsOf'
    | 'listColleagues'
    | 'listCaseload'
    | 'listTherapistsOf'
    | 'handOver'
    | 'cover'
    | 'endCover'
  >;
  readonly ties: Ties;
  readonly clinic: Clinic;
  readonly now: () => Date;
};

/** The families that really came to somebody, of those that were asked for, or why none did. */
type Brought =
  | { readonly families: readonly FamilyId[] }
  | { readonly refused: 'not theirs' | 'treats already' | 'not a therapist' | 'past' | 'too far' };

/** Hand-over and cover of families. Each asker may do what `mayBring` says; an outsider learns nothing. Rule PER9. */
export type Caseloads = {
  readonly handOver: (asker: Person, asked: HandOver) => Promise<Brought>;
  readonly cover: (asker: Person, asked: Cover) => Promise<Brought>;
  /** False if there is no such cover, or the asker may not end it. */
  readonly endCover: (asker: Person, familyId: FamilyId, coveredBy: ParticipantId) => Promise<boolean>;
};

export function createCaseloads({ records, ties, clinic, now }: Ports): Caseloads {
  async function mayAsk(asker: Person, { from, to }: Move): Promise<boolean> {
    const people = [asker.userId, to, ...(from === null ? [] : [from])];
    return mayBring(asker, { from, to }, await records.listTeamsOf(people));
  }

  const isTherapist = async (userId: ParticipantId) =>
    (await records.listColleagues()).some((therapist) => therapist.userId === userId);

  /** The families that are asked for. Of nobody's caseload, only one that the asker may assign. */
  async function familiesOf(asker: Person, { families, from }: Pick<HandOver, 'families' | 'from'>) {
    if (families === 'all') return from === null ? [] : records.listCaseload(from);
    if (from !== null) return [families];
    if (asker.role === 'admin') return (await records.findFamily(families)) === undefined ? [] : [families];
    return permits(await ties.tieOf(asker, families), 'assign') ? [families] : [];
  }

  async function bring(
    asker: Person,
    asked: HandOver,
    write: (families: readonly FamilyId[]) => Promise<readonly FamilyId[]>,
  ): Promise<Brought> {
    if (!(await mayAsk(asker, asked))) return { refused: 'not theirs' };
    if (!(await isTherapist(asked.to))) return { refused: 'not a therapist' };
    const wanted = await familiesOf(asker, asked);
    const families = await write(wanted);
    if (families.length > 0) return { families };
    // Only of nobody's caseload was it checked before that the asker may know of the family.
    return { refused: asked.from === null && wanted.length > 0 ? 'treats already' : 'not theirs' };
  }

  return {
    handOver: (asker, asked) =>
      bring(asker, asked, (families) => records.handOver(families, asked, { by: asker.userId, now: now() })),

    async cover(asker, asked) {
      const today = await clinic.today();
      if (asked.until < today) return { refused: 'past' };
      if (isTooFarAhead(asked.until, today)) return { refused: 'too far' };
      const ends = momentOfClock(`${addDays(asked.until, 1)}T00:00`, (await clinic.card()).timeZone);
      return bring(asker, asked, (families) =>
        records.cover(families, { ...asked, ends }, { by: asker.userId, now: now() }),
      );
    },

    async endCover(asker, familyId, coveredBy) {
      const mayEnd = asker.role === 'admin' || permits(await ties.tieOf(asker, familyId), 'assign');
      const isOwn = asker.userId === coveredBy;
      if (!mayEnd && !isOwn) return false;
      return records.endCover(familyId, coveredBy, { by: asker.userId, now: now() });
    },
  };
}
