import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Account } from '#shared/protocol/http/people.ts';
import { CodeId, CodingId, RemarkId, WindowId } from '#shared/protocol/ids.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { ok } from '#shared/protocol/reply.ts';
import { Review, type ReviewEntry, ReviewUpdate } from '#shared/protocol/review.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { countingCodes } from '#shared/session/sessionReport.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { shortSession } from './testing/shortSession.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const WINDOW = WindowId.parse(randomUUID());
const CODE = CodeId.parse(randomUUID());

/** A session with one coded praise, closed by default, and a supervisor. */
async function aClosedSession(isClosed = true) {
  const clinic = await anHttpClinic();
  const noor = await clinic.aPerson('therapist', 'Noor');
  const ada = await clinic.aPerson('supervisor', 'Ada');
  const session = await clinic.aSessionOf(noor);
  const room = await clinic.rooms.open(session);
  await room.actor.apply(() => ok(shortSession(session, WINDOW, CODE)));
  const write = async (...drafts: FactDraft[]) => {
    expect(await room.actor.apply(() => ok(drafts))).toMatchObject({ ok: true });
  };
  const close = () => write({ type: 'session.closed', by: noor.userId });
  if (isClosed) await close();

  const read = async (as: Account) => {
    const { answer } = await clinic.ask('GET', pathOf('review:read', { sessionId: session.sessionId }), undefined, {
      as,
    });
    return Review.parse(answer);
  };
  const enter = (as: Account, entry: ReviewEntry, after = 1) =>
    clinic.ask('POST', `${pathOf('review:write', { sessionId: session.sessionId })}?after=${after}`, entry, { as });
  /** Whether the report was refused or held back. A report that does not exist yet is told to those who may read it. */
  const report = async (as: Account) => {
    const { status, answer } = await clinic.ask('GET', `/api/sessions/${session.sessionId}/report`, undefined, { as });
    if (status === 200) return answer === null ? 'gate' : 'may be read';
    return status === 404 ? 'may be read' : status;
  };
  return { clinic, noor, ada, session, read, enter, write, close, report };
}

const codesIn = (facts: Review['facts']) => facts.filter(({ type }) => type === 'code.recorded');

describe('reviewing a session', () => {
  test('[REV1] nobody who could code it blind is shown a code until they open it', async () => {
    const { ada, read, enter } = await aClosedSession();
    const atTheGate = await read(ada);
    expect([atTheGate.sight, codesIn(atTheGate.facts)]).toEqual(['gate', []]);
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

  test('[REV1] asking for the report shows nothing and writes nothing: only who opens the review is not independent anymore', async () => {
    const { ada, read, enter, report } = await aClosedSession();
    const { upTo } = await read(ada);
    expect(await report(ada)).toBe('gate');
    expect((await read(ada)).upTo).toBe(upTo);
    await enter(ada, { type: 'review.open' });
    expect(await report(ada)).toBe('may be read');
    await enter(ada, { type: 'coding.start', codingId: CodingId.parse(randomUUID()), windowId: WINDOW });
    expect(foldFacts((await read(ada)).facts).review.codings).toMatchObject([{ independent: false }]);
  });

  test('[REV1] the report of a session that goes on is for those who see its codes live', async () => {
    const { ada, noor, write, report } = await aClosedSession(false);
    expect(await report(ada)).toBe(409);
    expect(await report(noor)).toBe('may be read');
    const { userId: participantId, name, role } = ada;
    await write({ type: 'participant.joined', by: 'server', participantId, name, role, device: null, wearer: null });
    expect(await report(ada)).toBe('may be read');
    await write({ type: 'observer.blinded', by: participantId, participantId, blind: true });
    expect(await report(ada)).toBe(409);
  });

  test('[REV1] a therapist who had gone when another led reads the report as anybody does', async () => {
    const { ada, noor, read, enter, write, close, report, session } = await aClosedSession(false);
    const { userId: participantId, name, role } = ada;
    const [caregiver] = session.caregivers;
    if (caregiver === undefined) throw new Error('A family has a caregiver.');
    const windowId = WindowId.parse(randomUUID());
    const { caregiverId } = caregiver;
    await write({ type: 'participant.joined', by: 'server', participantId, name, role, device: null, wearer: null });
    await write({ type: 'participant.left', by: 'server', participantId: noor.userId, why: 'connection' });
    await write({ type: 'lead.changed', by: participantId, to: participantId, how: 'taken' });
    await write({ type: 'coding.started', by: participantId, windowId, kind: 'cdi', caregiverId, lengthMs: 300_000 });
    const code = { codeId: CodeId.parse(randomUUID()), code: 'UP', caregiverId, heardAt: 0, pressedAt: 0 };
    await write({ type: 'code.recorded', by: participantId, ...code });
    await write({ type: 'coding.finished', by: participantId, windowId, complete: false });
    await close();
    expect(await report(noor)).toBe('gate');
    await enter(noor, { type: 'review.open' });
    expect(await report(noor)).toBe('may be read');
    await enter(noor, { type: 'coding.start', codingId: CodingId.parse(randomUUID()), windowId });
    expect(foldFacts((await read(noor)).facts).review.codings).toMatchObject([{ independent: false }]);
  });

  test('[REV1] what was said with a sign-off is for those who opened the review', async () => {
    const { clinic, ada, read, enter } = await aClosedSession();
    const eve = await clinic.aPerson('supervisor', 'Eve');
    await enter(ada, { type: 'review.open' });
    await enter(ada, { type: 'session.sign-off', note: 'One praise, as it should be' });
    expect(foldFacts((await read(eve)).facts).review.signedOff).toMatchObject({ by: ada.userId, note: '' });
    await enter(ada, { type: 'sign-off.withdraw', reason: 'One praise too many' });
    expect(JSON.stringify(await read(eve))).not.toContain('One praise');
    await enter(eve, { type: 'review.open' });
    expect(JSON.stringify(await read(eve))).toContain('One praise too many');
  });

  test('[REV4] with a coding that another finished comes what they coded before', async () => {
    const { ada, noor, read, enter } = await aClosedSession();
    const codingId = CodingId.parse(randomUUID());
    await enter(noor, { type: 'review.open' });
    await enter(ada, { type: 'coding.start', codingId, windowId: WINDOW });
    const { upTo } = await read(noor);
    await enter(ada, { type: 'coding.finish', codingId });
    const entry = { type: 'bookmark.set', remarkId: RemarkId.parse(randomUUID()), about: 0, label: '' } as const;
    const { facts, whole } = ReviewUpdate.parse((await enter(noor, entry, upTo)).answer);
    expect([whole, foldFacts(facts).review.codings.map(({ finished }) => finished)]).toEqual([true, [true]]);
  });

  test('[REV1] of two that are sent at once, to code blind and to open the review, one is refused or it is not independent', async () => {
    const { ada, read, enter, report } = await aClosedSession();
    const codingId = CodingId.parse(randomUUID());
    const [asked, opened, shown] = await Promise.all([
      enter(ada, { type: 'coding.start', codingId, windowId: WINDOW }),
      enter(ada, { type: 'review.open' }),
      report(ada),
    ]);
    const { codings } = foldFacts((await read(ada)).facts).review;
    const isFair = opened.status === 409 || codings[0]?.independent === false;
    expect([isFair, asked.status]).toEqual([true, 200]);
    expect(shown === 'may be read' && codings[0]?.independent).toBe(false);
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
    const ask = (id: string, as: Account) =>
      clinic.ask('GET', pathOf('review:read', { sessionId: id }), undefined, { as });
    expect((await ask(session.sessionId, omar)).status).toBe(404);
    expect((await ask(going.sessionId, noor)).status).toBe(409);
  });
});
