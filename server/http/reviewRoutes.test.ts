import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Account } from '#shared/protocol/http.ts';
import { CodeId, CodingId, RemarkId, WindowId } from '#shared/protocol/ids.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { ok } from '#shared/protocol/reply.ts';
import { Review, REVIEW_ROUTES, type ReviewEntry, ReviewUpdate } from '#shared/protocol/review.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { countingCodes } from '#shared/session/sessionReport.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import { anHttpClinic } from './http.builder.ts';

const WINDOW = WindowId.parse(randomUUID());
const CODE = CodeId.parse(randomUUID());

/** A closed session in which one praise was coded, and somebody who supervises. */
async function aClosedSession() {
  const clinic = await anHttpClinic();
  const noor = await clinic.aPerson('therapist', 'Noor');
  const ada = await clinic.aPerson('supervisor', 'Ada');
  const session = await clinic.aSessionOf(noor);
  const room = await clinic.rooms.open(session);
  await room.actor.apply(() => ok(aShortSession(session)));
  await room.actor.apply(() => ok([{ type: 'session.closed', by: noor.userId }]));

  const read = async (as: Account) => {
    const { answer } = await clinic.ask('GET', REVIEW_ROUTES.review(session.sessionId), undefined, { as });
    return Review.parse(answer);
  };
  const enter = (as: Account, entry: ReviewEntry, after = 1) =>
    clinic.ask('POST', `${REVIEW_ROUTES.review(session.sessionId)}?after=${after}`, entry, { as });
  return { clinic, noor, ada, session, read, enter };
}

function aShortSession({ lead, caregivers }: SessionRecord): FactDraft[] {
  const [caregiver] = caregivers;
  if (caregiver === undefined) throw new Error('A family has a caregiver.');
  const { caregiverId } = caregiver;
  const joined = { participantId: lead, name: 'Noor', role: 'therapist', device: null, wearer: null } as const;
  return [
    { type: 'participant.joined', by: 'server', ...joined },
    { type: 'waiting.opened', by: lead },
    { type: 'check-in.started', by: lead },
    { type: 'coding.started', by: lead, windowId: WINDOW, kind: 'cdi', caregiverId, lengthMs: 300_000 },
    { type: 'code.recorded', by: lead, codeId: CODE, code: 'LP', caregiverId, heardAt: 0, pressedAt: 0 },
    { type: 'coding.finished', by: lead, windowId: WINDOW, complete: false },
    { type: 'feedback.started', by: lead },
  ];
}

const codesIn = (facts: Review['facts']) => facts.filter(({ type }) => type === 'code.recorded');

describe('reviewing a session', () => {
  test('[REV1] nobody who could code it blind is shown a code until they open it', async () => {
    const { ada, read, enter } = await aClosedSession();
    const atTheDoor = await read(ada);
    expect([atTheDoor.sight, codesIn(atTheDoor.facts)]).toEqual(['door', []]);
    const opened = ReviewUpdate.parse((await enter(ada, { type: 'review.open' })).answer);
    expect([opened.sight, opened.whole, codesIn(opened.facts).length]).toEqual(['open', true, 1]);
  });

  test('[REV1, REV4] a window coded before the review was opened is independent, and its coder’s own until it is finished', async () => {
    const { ada, noor, read, enter } = await aClosedSession();
    const codingId = CodingId.parse(randomUUID());
    const codeId = CodeId.parse(randomUUID());
    await enter(ada, { type: 'coding.start', codingId, windowId: WINDOW });
    await enter(ada, { type: 'coding.code', codingId, codeId, code: 'UP', heardAt: 0 });
    expect((await read(ada)).sight).toBe('coding');
    expect((await enter(ada, { type: 'review.open' })).status).toBe(409);
    await enter(noor, { type: 'review.open' });
    expect((await read(noor)).facts.some(({ type }) => type === 'second-coding.coded')).toBe(false);
    await enter(ada, { type: 'coding.finish', codingId });
    const { codings } = foldFacts((await read(noor)).facts).review;
    expect(codings).toMatchObject([{ independent: true, finished: true, codes: [{ code: 'UP' }] }]);
  });

  test('[REV1] whoever read the report first is not independent any more', async () => {
    const { clinic, ada, session, read, enter } = await aClosedSession();
    await clinic.ask('GET', `/api/sessions/${session.sessionId}/report`, undefined, { as: ada });
    await enter(ada, { type: 'coding.start', codingId: CodingId.parse(randomUUID()), windowId: WINDOW });
    expect(foldFacts((await read(ada)).facts).review.codings).toMatchObject([{ independent: false }]);
  });

  test('[REV3] a corrected code counts as corrected and stays as it was given', async () => {
    const { ada, read, enter } = await aClosedSession();
    await enter(ada, { type: 'review.open' });
    await enter(ada, { type: 'code.correct', codeId: CODE, code: 'UP', reason: 'Nothing is named' });
    const state = foldFacts((await read(ada)).facts);
    expect(countingCodes(state).map(({ code }) => code)).toEqual(['UP']);
    expect(state.codes).toMatchObject([{ code: 'LP', correction: { code: 'UP', reason: 'Nothing is named' } }]);
  });

  test('an entry that is sent again changes nothing', async () => {
    const { ada, read, enter } = await aClosedSession();
    await enter(ada, { type: 'review.open' });
    const comment = {
      type: 'comment.write',
      remarkId: RemarkId.parse(randomUUID()),
      about: 0,
      text: 'Nice',
      answers: null,
    } as const;
    expect([(await enter(ada, comment)).status, (await enter(ada, comment)).status]).toEqual([200, 200]);
    expect(foldFacts((await read(ada)).facts).review.comments).toHaveLength(1);
  });

  test('only a supervisor signs off, and only once', async () => {
    const { ada, noor, enter } = await aClosedSession();
    await enter(noor, { type: 'review.open' });
    await enter(ada, { type: 'review.open' });
    expect((await enter(noor, { type: 'session.sign-off', note: '' })).status).toBe(403);
    expect((await enter(ada, { type: 'session.sign-off', note: '' })).status).toBe(200);
    expect((await enter(ada, { type: 'session.sign-off', note: '' })).status).toBe(409);
  });

  test('somebody else’s session is not there, and one that goes on is not reviewed', async () => {
    const { clinic, session, noor } = await aClosedSession();
    const omar = await clinic.aPerson('therapist', 'Omar');
    const going = await clinic.aSessionOf(noor);
    const ask = (id: string, as: Account) => clinic.ask('GET', REVIEW_ROUTES.review(id), undefined, { as });
    expect((await ask(session.sessionId, omar)).status).toBe(404);
    expect((await ask(going.sessionId, noor)).status).toBe(409);
  });
});
