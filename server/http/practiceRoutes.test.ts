import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programmes/pcit.ts';
import { CDI } from '#shared/domain/programmes/pcit/phases.ts';
import type { Account } from '#shared/protocol/http.ts';
import { PRACTICE_ROUTES, PracticeAttempt, PracticeAttempts } from '#shared/protocol/practice.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import type { PracticeClip } from '#server/practice/practiceClips.ts';
import { anHttpClinic } from './http.builder.ts';

const said = (at: number, code: string) => {
  return { who: 'parent', how: 'said', text: code, from: at - 500, at, code } as const;
};
const CLIP: PracticeClip = {
  offer: { id: 'a-clip', title: 'A clip', about: '', programme: 'pcit', treatmentPhase: 'cdi', lengthMs: 60_000 },
  programme: PCIT,
  phase: CDI,
  lines: [said(4_000, 'LP'), said(8_000, 'BD'), said(12_000, 'QU'), said(16_000, 'RF')],
};
const GIVEN = [
  { code: 'LP', at: 4_200 },
  { code: 'BD', at: 8_300 },
  { code: 'TA', at: 12_100 },
];

async function aClinic() {
  const practiceClips = { find: async (id: string) => (id === 'a-clip' ? CLIP : undefined) };
  const clinic = await anHttpClinic({ practiceClips });
  const noor = await clinic.aPerson('therapist', 'Noor');
  const attempt = (over: object = {}) => ({ attemptId: randomUUID(), clipId: 'a-clip', given: GIVEN, ...over });
  const send = (as: Account, body: object) => clinic.ask('POST', PRACTICE_ROUTES.attempts, body, { as });
  const list = async (as: Account, query = '') => {
    const { answer } = await clinic.ask('GET', `${PRACTICE_ROUTES.attempts}${query}`, undefined, { as });
    return PracticeAttempts.parse(answer);
  };
  return { clinic, noor, attempt, send, list };
}

test('[PRA2] the server works out the score from what was pressed, and keeps it with the attempt', async () => {
  const { clinic, noor, attempt, send, list } = await aClinic();
  const { status, answer } = await send(noor, attempt());
  expect(status).toBe(200);
  const kept = PracticeAttempt.parse(answer);
  expect(kept.score).toMatchObject({
    agreement: 0.5,
    counts: { agreed: 2, substituted: 1, missed: 1, added: 0 },
  });
  expect(kept.score.kappa).not.toBeNull();
  expect(kept.score.byCode).toContainEqual({ code: 'QU', inKey: 1, agreed: 0, yours: 0 });
  expect((await list(noor)).attempts).toEqual([kept]);
  expect(await createSqlRecords(clinic.db).listAttempts(noor.userId)).toEqual({ attempts: [kept], next: null });
});

test('[PRA2] a score that comes with the presses is refused, and nothing is kept', async () => {
  const { noor, attempt, send, list } = await aClinic();
  expect((await send(noor, attempt({ score: { agreement: 1 } }))).status).toBe(400);
  expect((await list(noor)).attempts).toEqual([]);
});

test.for([
  ['an unknown clip', { clipId: 'another-clip' }, 404],
  ['a code that the clip’s programme does not have', { given: [{ code: 'ZZZ', at: 1_000 }] }, 400],
  ['a press after the clip’s end', { given: [{ code: 'LP', at: 70_000 }] }, 400],
] as const)('[PRA2] %s is refused', async ([, over, refused]) => {
  const { noor, attempt, send, list } = await aClinic();
  const { status, answer } = await send(noor, attempt(over));
  expect([status, answer]).toEqual([refused, { error: expect.any(String) as string }]);
  expect((await list(noor)).attempts).toEqual([]);
});

test('[PRA2] an attempt that is sent again is kept once, as it was first, and is nobody else’s', async () => {
  const { clinic, noor, attempt, send, list } = await aClinic();
  const omar = await clinic.aPerson('therapist', 'Omar');
  const once = attempt();
  const first = await send(noor, once);
  expect((await send(noor, { ...once, given: [] })).answer).toEqual(first.answer);
  expect((await send(omar, once)).status).toBe(409);
  expect((await list(noor)).attempts).toHaveLength(1);
  expect((await list(omar)).attempts).toEqual([]);
});

test('[PRA2] attempts come in pages, the newest first, each once', async () => {
  const { clinic, noor, list } = await aClinic();
  const records = createSqlRecords(clinic.db);
  const score = {
    agreement: null,
    kappa: null,
    counts: { agreed: 0, substituted: 0, missed: 0, added: 0 },
    byCode: [],
  };
  const made = Array.from({ length: 120 }, (_, minute) =>
    PracticeAttempt.parse({
      attemptId: randomUUID(),
      clipId: 'a-clip',
      programme: 'pcit',
      programmeVersion: PCIT.version,
      treatmentPhase: 'cdi',
      codedAt: new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString(),
      score,
    }),
  );
  for (const one of made) await records.keepAttempt(one, [], noor.userId);
  const pages = [await list(noor)];
  for (let next = pages[0]?.next; typeof next === 'number'; next = pages.at(-1)?.next)
    pages.push(await list(noor, `?before=${next}`));
  expect(pages.map(({ attempts }) => attempts.length)).toEqual([50, 50, 20]);
  expect(pages.flatMap(({ attempts }) => attempts)).toEqual(made.toReversed());
});

test('[PRA2] a supervisor sees who practiced and how; a therapist sees their own alone', async () => {
  const { clinic, noor, attempt, send, list } = await aClinic();
  const [ada, omar] = [await clinic.aPerson('supervisor', 'Ada'), await clinic.aPerson('therapist', 'Omar')];
  await send(noor, attempt());
  await send(noor, attempt());
  const coders = await clinic.ask('GET', PRACTICE_ROUTES.coders, undefined, { as: ada });
  expect(coders.answer).toEqual([{ userId: noor.userId, name: 'Noor', attempts: 2 }]);
  expect((await list(ada, `?coder=${noor.userId}`)).attempts).toHaveLength(2);
  const { status } = await clinic.ask('GET', `${PRACTICE_ROUTES.attempts}?coder=${noor.userId}`, undefined, {
    as: omar,
  });
  expect(status).toBe(403);
});

test('[PRA2] nobody can fill the store: so many attempts a minute, and no more', async () => {
  const { noor, attempt, send } = await aClinic();
  const answers = [];
  for (let n = 0; n < 31; n++) answers.push((await send(noor, attempt())).status);
  expect(answers.slice(0, 30).every((status) => status === 200)).toBe(true);
  expect(answers[30]).toBe(429);
});
