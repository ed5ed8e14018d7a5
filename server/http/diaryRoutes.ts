import { addDays } from '#shared/domain/course/days.ts';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import { Diary, DiaryNote, HttpFailure, RedeemLink, ROUTES } from '#shared/protocol/http.ts';
import { foldRecord } from '#shared/course/courseOf.ts';
import { DIARY_OPEN_DAYS, diaryDays, entryOfDay } from '#shared/course/diaryDays.ts';
import { homeTask } from '#shared/course/levelOf.ts';
import { familyCard } from '#shared/course/familyCard.ts';
import { z } from 'zod';
import { readDiaryCookie, writeDiaryCookie } from '#server/auth/diaryCookie.ts';
import type { FamilyCourse } from '#server/families/familyCourses.ts';
import type { DiaryOwner } from '#server/storage/records.ts';
import { enterKindly } from './enterKindly.ts';
import type { Http } from './http.ts';
import type { Gate } from './gate.ts';
import type { HttpPorts } from './httpPorts.ts';
import { DIARY_ENTRIES, JOINS } from './rates.ts';

const NOT_OPEN = { error: 'Please open the link that your therapist sent you.' };
const ANOTHERS = { error: 'Another diary was opened here since. Please open yours by a new link.' };
const ENDED = { error: 'Your course has ended, and so your diary is closed. Thank you for all you did.' };

type Open = { readonly owner: DiaryOwner; readonly course: FamilyCourse };

/** A caregiver's diary: it trades its link for a cookie, and stays open for as long as the course runs. */
export function addDiaryRoutes(http: Http, { records, courses, clinic, publicUrl, now }: HttpPorts, gate: Gate): void {
  const isHttps = new URL(publicUrl).protocol === 'https:';

  async function find(cookie: string | undefined): Promise<Open | undefined> {
    const credential = readDiaryCookie(cookie);
    const owner = credential === undefined ? undefined : await records.findDiary(credential, now());
    const course = owner && (await courses.read(owner.familyId));
    return owner && course && { owner, course };
  }

  /** Whatever was entered at the same moment, by whomever, does not stand in a caregiver’s way. */
  async function enterDay({ owner, course }: Open, day: DiaryNote, triesLeft = 3): ReturnType<typeof enterKindly> {
    const entries = entriesFor(course, day);
    if (entries.length === 0) return { course };
    const by = { id: owner.caregiverId, name: nameOf({ owner, course }) };
    const entered = await enterKindly(courses, course, by, entries);
    if ('course' in entered || entered.refused.isRace !== true || triesLeft === 1) return entered;
    const fresh = await courses.read(owner.familyId);
    return fresh === undefined ? entered : enterDay({ owner, course: fresh }, day, triesLeft - 1);
  }

  http.post(
    ROUTES.openDiary,
    {
      onRequest: gate.admit('diary:open'),
      config: { rateLimit: JOINS },
      schema: { body: RedeemLink, response: { 200: z.null(), '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const opened = await records.openDiary(request.body.secret, now());
      if (opened === undefined) {
        return reply
          .code(410)
          .send({ error: 'This link was used or is too old. Please ask your therapist for a new one.' });
      }
      return reply
        .header('set-cookie', writeDiaryCookie(opened.credential, opened.expiresAt, isHttps))
        .code(200)
        .send(null);
    },
  );

  http.get(
    ROUTES.diary,
    { onRequest: gate.admit('diary:read'), schema: { response: { 200: Diary, '4xx': HttpFailure } } },
    async (request, reply) => {
      const open = await find(request.headers.cookie);
      if (open === undefined) return reply.code(401).send(NOT_OPEN);
      const today = await clinic.today();
      if (hasEnded(open.course, today)) return reply.code(410).send(ENDED);
      return describeDiary(open, today);
    },
  );

  http.post(
    ROUTES.diary,
    {
      onRequest: gate.admit('diary:write'),
      config: { rateLimit: DIARY_ENTRIES },
      schema: { body: DiaryNote, response: { 200: Diary, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const open = await find(request.headers.cookie);
      if (open === undefined) return reply.code(401).send(NOT_OPEN);
      const { on, caregiverId } = request.body;
      if (caregiverId !== open.owner.caregiverId) return reply.code(403).send(ANOTHERS);
      const today = await clinic.today();
      if (hasEnded(open.course, today)) return reply.code(410).send(ENDED);
      if (on > today || on < addDays(today, -DIARY_OPEN_DAYS)) {
        return reply.code(422).send({ error: 'Today and the week before it can be filled in.' });
      }
      const entered = await enterDay(open, request.body);
      if ('refused' in entered) return reply.code(entered.refused.status).send({ error: entered.refused.error });
      return describeDiary({ owner: open.owner, course: entered.course }, today);
    },
  );
}

/** A day has one entry: what was said of it before is taken back. None where this one was entered already. */
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
