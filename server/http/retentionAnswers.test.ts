import { expect, test } from 'vitest';
import type { Account } from '#shared/protocol/http/people.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { anAgingClinic } from './testing/anAgingClinic.ts';

const RULES = { recording: '1-month', record: 'keep', untilAge: 'any' } as const;

async function aClinic() {
  const clinic = await anAgingClinic();
  const { ask, familyId, sessionId } = clinic;
  const get = async (url: string, as: Account) => (await ask('GET', url, undefined, { as })).answer;
  return {
    ...clinic,
    read: () => get(pathOf('retention:read'), clinic.ada),
    preview: (query: typeof RULES) => get(pathOf('retention:preview', { query }), clinic.ada),
    change: (as: Account, body: object = RULES) => ask('POST', pathOf('retention:change'), body, { as }),
    list: (query = {}) => get(pathOf('retention:list', { query }), clinic.ada),
    ofFamily: (as: Account = clinic.noor) => get(pathOf('family-retention:read', { familyId }), as),
    keep: (as: Account, of: object = { sessionId }) =>
      ask('POST', pathOf('retention:keep'), { familyId, reason: 'treatment', ...of }, { as }),
  };
}

test('[RET1] an admin sees what a rule would erase, and sets it', async () => {
  const { read, preview, change, goTo, noor, ada, sessionId, audited } = await aClinic();
  goTo('2026-03-20');
  expect(await read()).toEqual({
    rules: { recording: 'keep', record: 'keep', untilAge: 'any' },
    announced: { recording: 0, record: 0 },
    lookedOn: null,
  });
  expect(await preview(RULES)).toEqual({ counts: { recording: 1, record: 0 }, from: '2026-04-19' });
  expect(await change(noor)).toMatchObject({ status: 403 });
  expect(await change(ada, { ...RULES, recording: '3-days' })).toMatchObject({ status: 400 });
  expect(await change(ada)).toMatchObject({ status: 200 });
  expect(await read()).toMatchObject({ rules: RULES, announced: { recording: 1, record: 0 } });
  expect((await audited('admin')).map(({ what }) => what)).toContain('retention.changed');
  expect(sessionId).toBeTruthy();
});

test('[RET3] an admin sees by name and day what will be erased, and therapists see it on the family’s page', async () => {
  const { change, list, ofFamily, goTo, ada, familyId, sessionId } = await aClinic();
  goTo('2026-03-20');
  await change(ada);
  const recordedAt = '2026-03-02T09:00:00.000Z';
  const line = { sessionId, recordedAt, announcedOn: '2026-03-20', erasesOn: '2026-04-19' };
  expect(await list()).toMatchObject({
    lines: [{ ...line, familyId, familyName: 'Lark family', obstacles: [] }],
    next: null,
  });
  expect(await list({ kind: 'record' })).toMatchObject({ lines: [] });
  expect(await ofFamily()).toMatchObject({ announced: [line], total: 1, kept: [] });
});

test('[RET3] a long list has pages, soonest first', async () => {
  const { change, list, records, aRecording, ada, familyId, goTo } = await aClinic();
  const sessions = [];
  for (let made = 0; made < 52; made += 1) sessions.push(await aRecording());
  goTo('2026-03-20');
  await change(ada);
  const first = (await list()) as { lines: readonly { sessionId: string }[]; next: string };
  expect(first.lines).toHaveLength(50);
  const second = (await list({ after: first.next })) as typeof first;
  expect(second).toMatchObject({ next: null });
  expect(new Set([...first.lines, ...second.lines].map((line) => line.sessionId)).size).toBe(53);
  expect((await records.listAnnouncedOf(familyId)).total).toBe(53);
});

test('[RET4] who treats or supervises the family keeps a recording, and nobody else', async () => {
  const { change, keep, ofFamily, list, goTo, noor, sam, other, ada, audited, nightOf, recordings, sessionId } =
    await aClinic();
  expect(await keep(noor)).toMatchObject({ status: 409 });
  goTo('2026-03-20');
  await change(ada);
  expect(await keep(other)).toMatchObject({ status: 404 });
  expect(await keep(ada)).toMatchObject({ status: 403 });
  expect(await keep(noor, { sessionId: null })).toMatchObject({ status: 409 });
  expect(await keep(noor, { sessionId, reason: 'because' })).toMatchObject({ status: 400 });
  expect(await keep(sam)).toMatchObject({ status: 200 });
  expect(await list()).toMatchObject({ lines: [] });
  expect(await ofFamily()).toMatchObject({
    announced: [],
    kept: [{ sessionId, keptUntil: '2027-04-19', keptBy: 'Sam', reason: 'treatment' }],
  });
  await nightOf('2026-04-25');
  expect(await recordings.list(sessionId)).toHaveLength(1);
  expect(await audited('server')).toEqual([]);
});
