import { addDays } from '#shared/domain/course/days.ts';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import type { Diary, DiaryNote, diaryRoutes } from '#shared/protocol/http/diary.ts';
import { foldRecord } from '#shared/course/courseOf.ts';
import { DIARY_OPEN_DAYS, diaryDays, entryOfDay } from '#shared/course/diaryDays.ts';
import { homeTask } from '#shared/course/levelOf.ts';
import { familyCard } from '#shared/course/familyCard.ts';
import { diaryCookie } from '#server/auth/diaryCookie.ts';
import type { FamilyCourse } from '#server/families/familyCourses.ts';
import type { DiaryOwner } from '#server/storage/records.ts';
import { enterRecordEntries } from './enterRecordEntries.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

const NOT_OPEN = refuse(401, 'Please open the link that your therapist sent you.');
const ENDED = refuse(410, 'Your program has ended, so your diary is closed. Thank you for everything you did.');

type Open = { readonly owner: DiaryOwner; readonly course: FamilyCourse };

/** A caregiver's diary: it trades its link for a cookie, and stays open as long as the course runs. */
export function diaryAnswers({
  records,
  courses,
  clinic,
  publicUrl,
  now,
}: Pick<HttpPorts, 'records' | 'courses' | 'clinic' | 'publicUrl' | 'now'>): AnswersTo<typeof diaryRoutes> {
  const browser = diaryCookie(publicUrl);

  async function find(cookie: string | undefined): Promise<Open | undefined> {
    const credential = browser.read(cookie);
    const owner = credential === undefined ? undefined : await records.findDiary(credential, now());
    const course = owner && (await courses.read(owner.familyId));
    return owner && course && { owner, course };
  }

  /** An entry that somebody made at the same moment must not block a caregiver. */
  async function enterDay(
    { owner, course }: Open,
    day: DiaryNote,
    triesLeft = 3,
  ): ReturnType<typeof enterRecordEntries> {
    const entries = entriesFor(course, day);
    if (entries.length === 0) return { course };
    const by = { id: owner.caregiverId, name: nameOf({ owner, course }) };
    const entered = await enterRecordEntries(courses, course, by, entries);
    if ('course' in entered || entered.refused.isRace !== true || triesLeft === 1) return entered;
    const fresh = await courses.read(owner.familyId);
    return fresh === undefined ? entered : enterDay({ owner, course: fresh }, day, triesLeft - 1);
  }

  return {
    'diary:open': async ({ body, reply }) => {
      const opened = await records.openDiary(body.secret, now());
      if (opened === undefined) {
        return refuse(410, 'This link has been used or has expired. Please ask your therapist for a new one.');
      }
      reply.header('set-cookie', browser.write(opened.credential, opened.expiresAt));
      return null;
    },

    'diary:read': async ({ request }) => {
      const open = await find(request.headers.cookie);
      if (open === undefined) return NOT_OPEN;
      const today = await clinic.today();
      return hasEnded(open.course, today) ? ENDED : describeDiary(open, today);
    },

    'diary:write': async ({ body, request }) => {
      const open = await find(request.headers.cookie);
      if (open === undefined) return NOT_OPEN;
      if (body.caregiverId !== open.owner.caregiverId) {
        return refuse(403, 'Another diary was opened here. Please ask your therapist for a new link to yours.');
      }
      const today = await clinic.today();
      if (hasEnded(open.course, today)) return ENDED;
      if (body.on > today || body.on < addDays(today, -DIARY_OPEN_DAYS)) {
        return refuse(422, 'You can fill in today and the seven days before it.');
      }
      const entered = await enterDay(open, body);
      if ('refused' in entered) return refuse(entered.refused.status, entered.refused.error);
      return describeDiary({ owner: open.owner, course: entered.course }, today);
    },
  };
}

/** A day has one entry: an earlier entry is withdrawn. Empty if this one was entered already. */
function entriesFor({ record: { facts } }: FamilyCourse, day: DiaryNote): readonly FamilyEntry[] {
  if (facts.some(({ entry }) => entry.type === 'practice.log' && entry.entryId === day.entryId)) return [];
  const before = entryOfDay(facts, day.caregiverId, day.on);
  const logged = { type: 'practice.log', ...day } as const;
  if (before === undefined) return [logged];
  return [{ type: 'entry.withdraw', entry: before, reason: 'Replaced by a later entry.' }, logged];
}

function hasEnded({ record, program }: FamilyCourse, today: string): boolean {
  const { standing } = foldRecord(record, program, today).course;
  return standing === 'dropped' || standing === 'graduated';
}

function nameOf({ owner, course }: Open): string {
  const { caregivers } = course.record.family;
  return caregivers.find(({ caregiverId }) => caregiverId === owner.caregiverId)?.name ?? '';
}

function describeDiary(open: Open, today: string): Diary {
  const { record, program } = open.course;
  const { caregiverId } = open.owner;
  const { name, minutes } = program.homePractice;
  return {
    caregiverId,
    caregiverName: nameOf(open),
    practiceName: name,
    minutes,
    task: homeTask(record.facts, program),
    today,
    days: diaryDays(record.facts, caregiverId, today),
    card: familyCard(record, program, { caregiverId, today }) ?? null,
  };
}
