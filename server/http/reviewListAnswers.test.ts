import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { CoderHistory } from '#shared/protocol/coders.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { Sessions } from '#shared/protocol/http/sessions.ts';
import { CodingId, WindowId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { ReviewCase, type ReviewEntry } from '#shared/protocol/review.ts';
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
  const cases = async (as: Account) =>
    z.array(ReviewCase).parse((await clinic.ask('GET', pathOf('reviews:list'), undefined, { as })).answer);
  const coders = async (as: Account) =>
    z.array(CoderHistory).parse((await clinic.ask('GET', pathOf('coders:list'), undefined, { as })).answer);
  return { clinic, noor, ada, aSession, enter, cases, coders };
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

  test('[PER2] nobody but a supervisor is told of another’s', async () => {
    const { clinic, coders } = await codedTwice();
    expect(await coders(await clinic.aPerson('therapist', 'Omar'))).toEqual([]);
    const admin = await clinic.aPerson('admin', 'Kim');
    expect((await clinic.ask('GET', pathOf('coders:list'), undefined, { as: admin })).status).toBe(403);
  });
});
