import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '#shared/domain/exports/exportFormats.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { CodingId, WindowId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { EXPORT_TABLE } from '#shared/exports/exportTable.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { shortSession } from './testing/shortSession.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const WINDOW = WindowId.parse(randomUUID());

async function aClosedSession() {
  const clinic = await anHttpClinic();
  const noor = await clinic.aPerson('therapist', 'Noor');
  const ada = await clinic.aPerson('supervisor', 'Ada');
  const session = await clinic.aSessionOf(noor);
  const room = await clinic.rooms.open(session);
  const make = (as: Account, format: string, more: object = {}) =>
    clinic.ask('POST', pathOf('exports:make', { sessionId: session.sessionId }), { format, ...more }, { as });
  const facts = () => clinic.factLog.read(session.sessionId);
  return { clinic, noor, ada, session, room, make, facts };
}

function aShortSession(session: SessionRecord): FactDraft[] {
  return [...shortSession(session, WINDOW), { type: 'session.closed', by: session.lead }];
}

describe('exporting a session', () => {
  test('says before the download which names its PDF cannot show in full, to those who may export it', async () => {
    const { clinic, room, session, ada } = await aClosedSession();
    await room.actor.apply(() => ok(aShortSession(session)));
    const ask = (as: Account) =>
      clinic.ask('GET', pathOf('unshown-names:read', { sessionId: session.sessionId }), undefined, { as });
    expect(await ask(ada)).toMatchObject({ status: 200, answer: { names: [] } });
    expect(await ask(await clinic.aPerson('therapist', '𠮷田'))).toMatchObject({ status: 404 });
    expect(await ask(await clinic.aPerson('supervisor', '𠮷田'))).toMatchObject({ answer: { names: ['𠮷田'] } });
  });

  test.for(EXPORT_FORMATS)(
    '%s is a file of its kind without anybody’s name, kept by no cache, and leaves a fact',
    async (format) => {
      const { room, session, ada, make, facts } = await aClosedSession();
      await room.actor.apply(() => ok(aShortSession(session)));
      const { status, headers, answer } = await make(ada, format);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe(EXPORT_TABLE[format].mediaType);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="earshot-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.[a-z.]+"$/u,
      );
      expect(JSON.stringify(answer).length).toBeGreaterThan(50);
      expect((await facts()).slice(-3)).toMatchObject([
        { type: 'reviewer.arrived', by: ada.userId },
        { type: 'review.opened', by: ada.userId, what: 'report' },
        { type: 'session.exported', by: ada.userId, format },
      ]);
    },
  );

  test('[REV1] nobody who codes it blind gets one, and nothing is noted', async () => {
    const { clinic, room, session, ada, make, facts } = await aClosedSession();
    await room.actor.apply(() => ok(aShortSession(session)));
    const start = { type: 'coding.start', codingId: CodingId.parse(randomUUID()), windowId: WINDOW };
    await clinic.ask('POST', pathOf('review:write', { sessionId: session.sessionId }), start, { as: ada });
    const before = await facts();
    expect(await make(ada, 'csv')).toMatchObject({
      status: 409,
      answer: { error: expect.stringContaining('blind') as string },
    });
    expect(await facts()).toEqual(before);
  });

  test('a session that goes on is not exported, nor one that never began', async () => {
    const { clinic, room, session, noor, make } = await aClosedSession();
    expect((await make(noor, 'csv')).status).toBe(409);
    await room.actor.apply(() => ok(aShortSession(session).slice(0, -1)));
    expect((await make(noor, 'csv')).status).toBe(409);
    const never = await clinic.aSessionOf(noor);
    expect(
      (
        await clinic.ask(
          'POST',
          pathOf('exports:make', { sessionId: never.sessionId }),
          { format: 'csv' },
          { as: noor },
        )
      ).status,
    ).toBe(409);
  });

  test('[PER3] somebody else’s session is not there; what is no format, and a coder who is nobody, are refused', async () => {
    const { clinic, room, session, ada, make, facts } = await aClosedSession();
    await room.actor.apply(() => ok(aShortSession(session)));
    const omar = await clinic.aPerson('therapist', 'Omar');
    expect((await make(omar, 'csv')).status).toBe(404);
    expect((await make(ada, 'docx')).status).toBe(400);
    expect((await make(ada, 'transcript', { coder: 'nobody' })).status).toBe(404);
    expect((await facts()).some(({ type }) => type === 'session.exported')).toBe(false);
  });
});
