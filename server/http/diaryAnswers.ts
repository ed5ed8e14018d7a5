import { lookedAt, LOOKED_BACK_DAYS } from '#shared/domain/audit/lookedAt.ts';
import { addDays } from '#shared/domain/course/days.ts';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import type { Diary, DiaryNote, diaryRoutes } from '#shared/protocol/http/diary.ts';
import { foldRecord } from '#shared/course/courseOf.ts';
import { DIARY_OPEN_DAYS, diaryDays, entryOfDay } from '#shared/course/diaryDays.ts';
import { homeTask } from '#shared/course/levelOf.ts';
import { familyCard } from '#shared/course/familyCard.ts';
import type { FamilyCourse } from '#server/families/familyCourses.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { caregiverName, createOwnPages, NOT_OPEN, OF_ANOTHER, type OwnPage } from './ownPage.ts';
import { refuse } from './refusal.ts';

const A_DAY_MS = 24 * 3_600_000;

const ENDED = refuse(410, 'Your program has ended, so your diary is closed. Thank you for everything you did.');

type Ports = Pick<HttpPorts, 'records' | 'courses' | 'clinic' | 'publicUrl' | 'now'>;

/** A caregiver's diary: it trades its link for a cookie, and stays open as long as the course runs. */
export function diaryAnswers(ports: Ports): AnswersTo<typeof diaryRoutes> {
  const { records, clinic, now } = ports;
  const pages = createOwnPages(ports);

  async function describe(open: OwnPage, today: string): Promise<Diary> {
    const hasPasskey = (await records.listCaregiverPasskeys(open.owner)).length > 0;
    return { ...describeDiary(open, today), hasPasskey };
  }

  return {
    'diary:open': async ({ body, ...asked }) => {
      const opened = await records.openDiary(body.secret, now());
      if (opened === undefined) {
        return refuse(410, 'This link has been used or has expired. Please ask your therapist for a new one.');
      }
      pages.begin(asked, opened);
      return null;
    },

    'diary:read': async (asked) => {
      const open = await pages.find(asked);
      if (open === undefined) return NOT_OPEN;
      const today = await clinic.today();
      return hasEnded(open.course, today) ? ENDED : describe(open, today);
    },

    'diary:close': async (asked) => {
      const open = await pages.find(asked);
      if (open === undefined) return NOT_OPEN;
      await pages.end(asked, open);
      return null;
    },

    'diary-audit:read': async (asked) => {
      const open = await pages.find(asked);
      if (open === undefined) return NOT_OPEN;
      const since = new Date(now().getTime() - LOOKED_BACK_DAYS * A_DAY_MS);
      const lookings = await records.listLookings(open.owner.familyId, since);
      return [...lookedAt(lookings, open.course.record.timeZone)];
    },

    'diary:write': async ({ body, ...asked }) => {
      const open = await pages.find(asked);
      if (open === undefined) return NOT_OPEN;
      if (body.caregiverId !== open.owner.caregiverId) return OF_ANOTHER;
      const today = await clinic.today();
      if (hasEnded(open.course, today)) return ENDED;
      if (body.on > today || body.on < addDays(today, -DIARY_OPEN_DAYS)) {
        return refuse(422, 'You can fill in today and the seven days before it.');
      }
      const entered = await pages.enter(open, (course) => entriesFor(course, body));
      if ('refused' in entered) return refuse(entered.refused.status, entered.refused.error);
      return describe({ ...open, course: entered.course }, today);
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

function describeDiary(open: OwnPage, today: string): Omit<Diary, 'hasPasskey'> {
  const { record, program } = open.course;
  const { caregiverId } = open.owner;
  const { name, minutes } = program.homePractice;
  return {
    caregiverId,
    caregiverName: caregiverName(open),
    practiceName: name,
    minutes,
    task: homeTask(record.facts, program),
    today,
    days: diaryDays(record.facts, caregiverId, today),
    card: familyCard(record, program, { caregiverId, today }) ?? null,
  };
}
