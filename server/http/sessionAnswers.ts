import { clinicDay } from '#shared/domain/clinicDay.ts';
import { isTooFarAhead, isTooLongAgo } from '#shared/domain/course/dayBounds.ts';
import { familyLinkEnd } from '#shared/domain/familyLink.ts';
import { permits } from '#shared/domain/tie.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { sessionRoutes } from '#shared/protocol/http/sessions.ts';
import { planSession } from '#server/families/planSession.ts';
import type { DaySpan, SessionRecord } from '#server/storage/sessionRecords.ts';
import type { SeenBy } from '#server/storage/tiedFamilies.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { linkFate } from './linkFate.ts';
import { refuse } from './refusal.ts';
import { reviewerOf } from './reviewerOf.ts';
import { summaryOf } from './summaryOf.ts';

type Ports = Pick<
  HttpPorts,
  | 'records'
  | 'courses'
  | 'courseDesk'
  | 'consents'
  | 'ties'
  | 'clinic'
  | 'phaseOf'
  | 'models'
  | 'reports'
  | 'reviews'
  | 'publicUrl'
  | 'now'
>;

/** A family that came within this many days is in treatment. */
const IN_TREATMENT_DAYS = 21;
const DAY_MS = 24 * 3_600_000;

const NO_LIVE = refuse(409, 'The family said no to sessions by video. See “Consent” on the family’s page.');
const NOT_THAT_DAY = refuse(422, 'Plan the session for a day within the next two years. Nothing was saved.');
const NO_FAMILY = refuse(404, 'There is no such family, or it is not yours.');

export function sessionAnswers(ports: Ports): AnswersTo<typeof sessionRoutes> {
  const { records, courses, courseDesk, consents, ties, clinic, phaseOf, models, reports, reviews, publicUrl, now } =
    ports;

  const seenBy = async (person: Account) => ({ person, today: await clinic.today() });

  const summarize = async (session: SessionRecord) => summaryOf(session, await phaseOf(session.sessionId));

  /** Without families whose course is paused or over. */
  async function unplanned(seen: SeenBy, span: DaySpan) {
    const families = await records.listUnplanned(seen, span);
    const overviews = await courseDesk.overviewsOf(families.map(({ familyId }) => familyId));
    return families.filter(({ familyId }) => overviews.get(familyId)?.standing === 'running');
  }

  async function summarizeAll(sessions: readonly SessionRecord[]) {
    const phases = await models.phases(sessions.map(({ sessionId }) => sessionId));
    return sessions.map((session) => summaryOf(session, phases.get(session.sessionId) ?? 'preparing'));
  }

  return {
    'sessions:list': async ({ account, query }) => {
      const day = await clinic.todaySpan();
      const { sessions, next } = await records.pageSessions(await seenBy(account), { ...query, day });
      return { sessions: await summarizeAll(sessions), next };
    },

    'needs:list': async ({ account }) => {
      const [seen, { begins: today, ends }] = [await seenBy(account), await clinic.todaySpan()];
      const lately = new Date(today.getTime() - IN_TREATMENT_DAYS * DAY_MS);
      const isTherapist = account.role === 'therapist';
      return {
        notHeld: await summarizeAll(await records.listNotHeld(seen, { begins: lately, ends: today })),
        unplanned: isTherapist ? await unplanned(seen, { begins: lately, ends }) : [],
        toSignOff: isTherapist ? 0 : (await records.countReviews(seen)).waiting,
      };
    },

    'sessions:make': async ({ account, body }) => {
      const { userId } = account;
      const { familyId, startsAt } = body;
      // Rule PER4.
      if (!permits(await ties.tieOf(account, familyId), 'change')) return NO_FAMILY;
      const course = await courses.read(familyId);
      if (course === undefined) return NO_FAMILY;
      const { caregivers } = course.record.family;
      if ((await consents.to('live', { familyId, caregivers })) === 'against') return NO_LIVE;
      const today = await clinic.today();
      const day = clinicDay(new Date(startsAt), (await clinic.card()).timeZone);
      if (isTooLongAgo(day, today) || isTooFarAhead(day, today)) return NOT_THAT_DAY;
      const planned = planSession(course, body, today);
      if (planned === undefined) return refuse(422, 'The family’s program has no such stage.');
      const plan = { ...planned, familyId, startsAt: new Date(startsAt), lead: userId, madeBy: userId };
      const session = await records.makeSession(plan);
      return session ? summarize(session) : NO_FAMILY;
    },

    'session:read': async ({ session }) => summarize(session),

    'session-report:read': async ({ account, session }) => {
      const sight = await reviews.sightOfReport(session, reviewerOf(account));
      if (!sight.ok) return refuse(409, sight.error.message);
      if (sight.value === 'gate') return null;
      const [report] = await reports.of([session.sessionId]);
      return report ?? refuse(404, 'Nothing has happened in this session yet.');
    },

    'session-links:make': async ({ session: { sessionId, startsAt } }) => {
      if ((await phaseOf(sessionId)) === 'closed') return refuse(409, 'This session is over.');
      const at = now();
      const { linkId, secret, expiresAt } = await records.makeLink({
        sessionId,
        kind: 'family',
        wearer: null,
        now: at,
        expiresAt: familyLinkEnd(startsAt, at),
      });
      return { linkId, url: `${publicUrl}/join#${secret}`, expiresAt: expiresAt.toISOString() };
    },

    'session-links:list': async ({ session: { sessionId } }) =>
      (await records.listLinks(sessionId)).map(({ kind, device, ...link }) => ({
        ...linkFate(link, now()),
        kind,
        usedBy: device && { kind: device.kind, wearer: device.wearer },
      })),

    'session-links:withdraw': async ({ session: { sessionId }, params: { linkId } }) =>
      (await records.withdrawLink(sessionId, linkId, now())) ? null : refuse(404, 'There is no such link.'),
  };
}
