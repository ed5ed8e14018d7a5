import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import type { RouteName } from '#shared/protocol/http/routes.ts';
import { diaryCookie } from '#server/auth/diaryCookie.ts';
import type { FamilyCourse } from '#server/families/familyCourses.ts';
import type { DiaryOwner, OpenedDiary } from '#server/storage/diaryOwner.ts';
import { caregiverActor } from './auditActors.ts';
import { enterRecordEntries } from './enterRecordEntries.ts';
import type { Asked } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

export const NOT_OPEN = refuse(401, 'Please open the link that your therapist sent you.');
export const OF_ANOTHER = refuse(
  403,
  'Another caregiver’s page was opened here. Please ask your therapist for a new link to yours.',
);

/** Whose page is open in a browser, and their family. */
export type OwnPage = { readonly owner: DiaryOwner; readonly credential: string; readonly course: FamilyCourse };

const TRIES = 3;

type Ports = Pick<HttpPorts, 'records' | 'courses' | 'publicUrl' | 'now'>;

/** What any request of the browser gives. */
type Asking = Pick<Asked<RouteName>, 'request' | 'reply' | 'tellAudit'>;

/** A caregiver's own page, known by a cookie: who it is, and how they enter something into the family's record. */
export function createOwnPages({ records, courses, publicUrl, now }: Ports) {
  const browser = diaryCookie(publicUrl);

  /** What somebody else entered at the same moment must not block a caregiver. */
  async function enter(
    page: OwnPage,
    entriesFor: (course: FamilyCourse) => readonly FamilyEntry[],
    triesLeft = TRIES,
  ): ReturnType<typeof enterRecordEntries> {
    const { owner, course } = page;
    const entries = entriesFor(course);
    if (entries.length === 0) return { course };
    const by = { id: owner.caregiverId, name: caregiverName(page) };
    const entered = await enterRecordEntries(courses, course, by, entries);
    if ('course' in entered || entered.refused.isRace !== true || triesLeft === 1) return entered;
    const fresh = await courses.read(owner.familyId);
    return fresh === undefined ? entered : enter({ ...page, course: fresh }, entriesFor, triesLeft - 1);
  }

  return {
    /** Makes this browser the caregiver's own. */
    begin({ reply, tellAudit }: Pick<Asking, 'reply' | 'tellAudit'>, opened: OpenedDiary): void {
      tellAudit(caregiverActor(opened));
      reply.header('set-cookie', browser.write(opened.credential, opened.expiresAt));
    },

    /** Closes it in this browser. */
    async end({ reply }: Pick<Asking, 'reply'>, { credential }: OwnPage): Promise<void> {
      await records.closeDiary(credential, now());
      reply.header('set-cookie', browser.write('', new Date(0)));
    },

    /** The page that is open in this browser, if there is one. The audit learns whose it is. */
    async find({ request, tellAudit }: Pick<Asking, 'request' | 'tellAudit'>): Promise<OwnPage | undefined> {
      const credential = browser.read(request.headers.cookie);
      const owner = credential === undefined ? undefined : await records.findDiary(credential, now());
      const course = owner && (await courses.read(owner.familyId));
      if (credential === undefined || owner === undefined || course === undefined) return undefined;
      tellAudit(caregiverActor(owner));
      return { owner, credential, course };
    },

    enter,
  };
}

export function caregiverName({ owner, course }: Omit<OwnPage, 'credential'>): string {
  const { caregivers } = course.record.family;
  return caregivers.find(({ caregiverId }) => caregiverId === owner.caregiverId)?.name ?? '';
}
