import { setImmediate as restOfTheLoop } from 'node:timers/promises';
import { courseOverview } from '#shared/course/courseOverview.ts';
import type { CourseOverview } from '#shared/protocol/http/families.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import type { CourseOverviews } from '#server/storage/courseOverviews.ts';
import type { FamilyCourses } from './familyCourses.ts';

export type CourseDesk = {
  /** Of these families, as they are now. Those that are not known are left out. */
  readonly overviewsOf: (families: readonly FamilyId[]) => Promise<ReadonlyMap<FamilyId, CourseOverview>>;
  /** Derives the overviews of today of all families, one after the other, so that lists find them. Resolves to how many. */
  readonly prepareToday: () => Promise<number>;
};

type Ports = {
  readonly kept: CourseOverviews;
  readonly courses: Pick<FamilyCourses, 'read'>;
  readonly clinic: Pick<Clinic, 'today'>;
};

/** Lists read what was derived before. What changed since, or is of another day, is derived when it is asked for. */
export function createCourseDesk({ kept, courses, clinic }: Ports): CourseDesk {
  async function overviewsOf(families: readonly FamilyId[]) {
    const today = await clinic.today();
    const [known, bases] = [await kept.list(families), await kept.bases(families)];
    const found = new Map<FamilyId, CourseOverview>();
    for (const familyId of families) {
      const [one, basis] = [known.get(familyId), bases.get(familyId)];
      const isTrue = one !== undefined && one.basis === basis && one.asOf === today;
      const overview = isTrue ? one.overview : await derive(familyId, today, basis);
      if (overview !== undefined) found.set(familyId, overview);
    }
    return found;
  }

  async function derive(familyId: FamilyId, today: string, basis = ''): Promise<CourseOverview | undefined> {
    const course = await courses.read(familyId);
    if (course === undefined) return undefined;
    const overview = courseOverview(course.record, course.program, today);
    // The basis was read before the record: if something came between, the next reader derives it again.
    await kept.keep(familyId, { asOf: today, basis, overview });
    await restOfTheLoop();
    return overview;
  }

  return {
    overviewsOf,

    async prepareToday() {
      let count = 0;
      for (let some: readonly FamilyId[] = []; ;) {
        some = await kept.notOf(await clinic.today(), some.at(-1));
        if (some.length === 0) return count;
        count += (await overviewsOf(some)).size;
      }
    },
  };
}
