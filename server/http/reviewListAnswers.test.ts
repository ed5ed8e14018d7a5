import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { CoderComparisons, Coders } from '#shared/protocol/coders.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { Sessions } from '#shared/protocol/http/sessions.ts';
import { CodingId, type SessionId, WindowId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { Reviews, type ReviewStanding } from '#shared/protocol/http/reviewLists.ts';
import type { ReviewCase, ReviewEntry } from '#shared/protocol/review.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { shortSession } from './testing/shortSession.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

async function aClinic() {
  const clinic = await anHttpClinic();
  const noor = await clinic.aPerson('therapist', 'Noor');
  const ada = await clinic.aPerson('supervisor', 'Ada');

  /** A session with one window and one praise, closed by default. */
  async function aSession(lead: Account, isClosed = true) {
    const session = await clinic.aSessionOf(lead);
    const windowId = WindowId.parse(randomUUID());
    const room = await clinic.rooms.open(session);
    await room.actor.apply(() => ok(shortSession(session, windowId)));
    if (isClosed) await room.actor.apply(() => ok([{ type: 'session.closed', by: lead.userId }]));
    return { session, windowId, at: room.actor.state().codes[0]?.heardAt ?? 0 };
  }
  const enter = async (session: SessionRecord, as: Account, entry: ReviewEntry) => {
    const url = `${pathOf('review:read', { sessionId: session.sessionId })}?after=1`;
    const { status, answer } = await clinic.ask('POST', url, entry, { as });
    expect([status, answer]).toEqual([200, answer]);
  };
  const page = async (as: Account, query: { standing?: ReviewStanding; family?: string; after?: SessionId } = {}) =>
    Reviews.parse((await clinic.ask('GET', pathOf('reviews:list', { query }), undefined, { as })).answer);
  /** Those that wait, then those that are signed off. */
  const cases = async (as: Account) => [...(await page(as)).reviews, ...(await page(as, { standing: 'done' })).reviews];
  const comparisons = async (as: Account, coder: string, after?: string) => {
    const url = pathOf('coder-comparisons:list', { query: { coderId: coder, after } });
    return CoderComparisons.parse((await clinic.ask('GET', url, undefined, { as })).answer);
  };
  /** Each coder, with the first page of their comparisons. */
  const coders = async (as: Account) => {
    const listed = Coders.parse((await clinic.ask('GET', pathOf('coders:list'), undefined, { as })).answer);
    return Promise.all(listed.coders.map(async (coder) => ({ ...coder, ...(await comparisons(as, coder.coderId)) })));
  };
  return { clinic, noor, ada, aSession, enter, page, cases, coders, comparisons };
}

const ids = (cases: readonly ReviewCase[]) => cases.map(({ session }) => session.sessionId);

describe('what waits for review', () => {
  test('closed sessions alone, the oldest first; what is signed off goes to the end', async () => {
    const { ada, noor, aSession, enter, cases } = await aClinic();
    const first = await aSession(noor);
    const second = await aSession(noor);
    await aSession(noor, false);
    expect(ids(await cases(ada))).toEqual([first.session.sessionId, second.session.sessionId]);
    await enter(first.session, ada, { type: 'review.open' });
    await enter(first.session, ada, { type: 'session.sign-off', note: '' });
    const after = await cases(ada);
    expect(ids(after)).toEqual([second.session.sessionId, first.session.sessionId]);
    expect(after.map(({ signedOff }) => signedOff?.name)).toEqual([undefined, 'Ada']);
  });

  test('come page by page, each once, with how many there are', async () => {
    const { ada, noor, aSession, page } = await aClinic();
    const made: SessionId[] = [];
    for (let index = 0; index < 23; index += 1) made.push((await aSession(noor)).session.sessionId);
    const first = await page(ada);
    const second = await page(ada, { after: first.next! });
    expect([first.reviews.length, second.reviews.length, second.next]).toEqual([20, 3, null]);
    expect([...ids(first.reviews), ...ids(second.reviews)].toSorted()).toEqual(made.toSorted());
    expect(first.counts).toEqual({ waiting: 23, done: 0 });
  });

  test('are found by a part of the family’s name', async () => {
    const { ada, noor, aSession, page } = await aClinic();
    const { session } = await aSession(noor);
    const part = session.familyName.slice(1, 4).toUpperCase();
    expect(ids((await page(ada, { family: part })).reviews)).toEqual([session.sessionId]);
    expect((await page(ada, { family: 'nobody' })).reviews).toEqual([]);
  });

  test('[PER2] a therapist is told of their own sessions, a supervisor of all', async () => {
    const { clinic, ada, noor, aSession, cases } = await aClinic();
    const omar = await clinic.aPerson('therapist', 'Omar');
    const own = await aSession(noor);
    const other = await aSession(omar);
    expect(ids(await cases(noor))).toEqual([own.session.sessionId]);
    expect(ids(await cases(ada)).toSorted()).toEqual([own.session.sessionId, other.session.sessionId].toSorted());
  });

  test('[REV1] the fidelity is for those who opened the review', async () => {
    const { ada, noor, aSession, enter, cases } = await aClinic();
    const { session } = await aSession(noor);
    await enter(session, noor, { type: 'review.open' });
    await enter(session, noor, {
      type: 'fidelity.rate',
      checklistId: 'cdi-coach',
      marks: { goal: 'done', coding: 'not-done' },
    });
    expect((await cases(noor)).map(({ fidelity }) => fidelity)).toEqual([0.5]);
    expect((await cases(ada)).map(({ fidelity }) => fidelity)).toEqual([null]);
  });

  test('no log is read for a list', async () => {
    const { clinic, noor, aSession, cases, coders } = await aClinic();
    await aSession(noor);
    const read = vi.spyOn(clinic.factLog, 'read');
    expect(await cases(noor)).toHaveLength(1);
    await coders(noor);
    const list = await clinic.ask('GET', pathOf('sessions:list'), undefined, { as: noor });
    expect(Sessions.parse(list.answer).sessions.map(({ phase }) => phase)).toEqual(['closed']);
    expect(read).not.toHaveBeenCalled();
  });
});

describe('coders over sessions', () => {
  async function codedTwice() {
    const parts = await aClinic();
    const { ada, noor, aSession, enter } = parts;
    const { session, windowId } = await aSession(noor);
    const codingId = CodingId.parse(randomUUID());
    await enter(session, ada, { type: 'coding.start', codingId, windowId });
    await enter(session, ada, { type: 'coding.finish', codingId });
    return parts;
  }

  test('[REL9] a therapist’s live codes stand against the supervisor’s, and both can see it', async () => {
    const { ada, noor, coders } = await codedTwice();
    const [history] = await coders(ada);
    expect(history).toMatchObject({
      coderId: noor.userId,
      comparisons: [{ against: 'Ada', kind: 'cdi', independent: true, medium: 'live and recorded' }],
    });
    expect(await coders(noor)).toEqual([history]);
  });

  test('[REV1] who could still code a window blind is told nothing of how others counted in it', async () => {
    const { clinic, ada, noor, aSession, enter, coders } = await aClinic();
    const eve = await clinic.aPerson('supervisor', 'Eve');
    const { session, windowId } = await aSession(noor);
    const codingId = CodingId.parse(randomUUID());
    await enter(session, ada, { type: 'coding.start', codingId, windowId });
    await enter(session, ada, { type: 'coding.finish', codingId });
    expect(await coders(eve)).toEqual([]);
    await enter(session, eve, { type: 'review.open' });
    expect(await coders(eve)).toHaveLength(1);
  });

  test('comparisons come page by page, the latest first, each once', async () => {
    const { ada, noor, aSession, enter, comparisons } = await aClinic();
    for (let index = 0; index < 21; index += 1) {
      const { session, windowId } = await aSession(noor);
      const codingId = CodingId.parse(randomUUID());
      await enter(session, ada, { type: 'coding.start', codingId, windowId });
      await enter(session, ada, { type: 'coding.finish', codingId });
    }
    const first = await comparisons(ada, noor.userId);
    const second = await comparisons(ada, noor.userId, first.next!);
    expect([first.comparisons.length, second.comparisons.length, second.next]).toEqual([20, 1, null]);
    const all = [...first.comparisons, ...second.comparisons];
    expect(new Set(all.map(({ sessionId }) => sessionId)).size).toBe(21);
    const times = all.map(({ startedAt }) => startedAt);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test('[PER2] nobody but a supervisor is told of another’s', async () => {
    const { clinic, noor, coders, comparisons } = await codedTwice();
    const omar = await clinic.aPerson('therapist', 'Omar');
    expect(await coders(omar)).toEqual([]);
    expect((await comparisons(omar, noor.userId)).comparisons).toEqual([]);
    const admin = await clinic.aPerson('admin', 'Kim');
    expect((await clinic.ask('GET', pathOf('coders:list'), undefined, { as: admin })).status).toBe(403);
  });
});
