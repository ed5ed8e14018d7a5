import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { CDI } from '#shared/domain/programs/pcit/phases.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { AttemptId, ClipOffers, OpenAttempt, PracticeAttempts, ScoredAttempt } from '#shared/protocol/practice.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import {
  CLIP_FILES,
  CLIPS_FOLDER,
  createPracticeClips,
  type PracticeClip,
  type PracticeClips,
} from '#server/practice/practiceClips.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';

const LENGTH_MS = 60_000;
const A_DAY_MS = 86_400_000;

const said = (at: number, code: string) => {
  return { who: 'parent', how: 'said', text: code, from: at - 500, at, code } as const;
};
const CLIP: PracticeClip = {
  offer: { id: 'a-clip', title: 'A clip', about: '', program: 'pcit', treatmentPhase: 'cdi', lengthMs: LENGTH_MS },
  program: PCIT,
  phase: CDI,
  lines: [said(4_000, 'LP'), said(8_000, 'BD'), said(12_000, 'QU'), said(16_000, 'RF')],
};
const OTHER: PracticeClip = { ...CLIP, offer: { ...CLIP.offer, id: 'the-other' } };
const GIVEN = [
  { code: 'LP', at: 4_200 },
  { code: 'BD', at: 8_300 },
  { code: 'TA', at: 12_100 },
];

/** A clinic with two clips and a clock that the test moves. */
async function aClinic() {
  const clips = [CLIP, OTHER];
  const practiceClips: PracticeClips = {
    offers: async () => clips.map(({ offer }) => offer),
    find: async (clipId) => clips.find(({ offer }) => offer.id === clipId),
    open: async () => undefined,
  };
  let sinceMs = 0;
  const now = () => new Date(NOW.getTime() + sinceMs);
  const clinic = await anHttpClinic({ practiceClips, now });
  const noor = await clinic.aPerson('therapist', 'Noor');

  const open = (as: Account, attemptId: string, clipId = 'a-clip') =>
    clinic.ask('POST', pathOf('attempt:open'), { attemptId, clipId }, { as });
  const submit = (as: Account, attemptId: string, given: readonly object[] = GIVEN) =>
    clinic.ask('POST', pathOf('attempt:submit', { attemptId }), { given }, { as });
  /** A whole attempt: opened, watched, and submitted. */
  async function code(as: Account, { tookMs = LENGTH_MS, clipId = 'a-clip' } = {}) {
    const attemptId = randomUUID();
    expect((await open(as, attemptId, clipId)).status).toBe(200);
    sinceMs += tookMs;
    return ScoredAttempt.parse((await submit(as, attemptId)).answer);
  }
  const list = async (as: Account, query = '') => {
    const { answer } = await clinic.ask('GET', `${pathOf('attempts:list')}${query}`, undefined, { as });
    return PracticeAttempts.parse(answer);
  };
  return { clinic, noor, open, submit, code, list, forward: (ms: number) => void (sinceMs += ms) };
}

test('[PRA2] the server works out the score from what was pressed, and keeps it with the attempt', async () => {
  const { clinic, noor, code, list } = await aClinic();
  const { attempt, given, lines } = await code(noor);
  expect(attempt.score).toMatchObject({
    agreement: 0.5,
    counts: { agreed: 2, substituted: 1, missed: 1, added: 0 },
  });
  expect(attempt.score.kappa).not.toBeNull();
  expect(attempt.score.byCode).toContainEqual({ code: 'QU', inKey: 1, agreed: 0, yours: 0 });
  expect({ given, lines }).toEqual({ given: GIVEN, lines: CLIP.lines });
  expect((await list(noor)).attempts).toEqual([attempt]);
  expect(await createSqlRecords(clinic.db, keysOf(clinic.db)).listAttempts(noor.userId)).toEqual({
    attempts: [attempt],
    next: null,
  });
});

test('[PRA3] what is submitted sooner than the clip lasts is kept, and marked as not watched to the end', async () => {
  const { noor, code, list } = await aClinic();
  const { attempt, given } = await code(noor, { tookMs: LENGTH_MS - 1 });
  expect(attempt.watched).toBe('part');
  expect(given).toEqual(GIVEN);
  expect((await code(noor)).attempt.watched).toBe('whole');
  expect((await list(noor)).attempts.map(({ watched }) => watched)).toEqual(['whole', 'part']);
});

test('[PRA3] to open an attempt once more does not begin it anew', async () => {
  const { noor, open, submit, forward } = await aClinic();
  const attemptId = randomUUID();
  const first = OpenAttempt.parse((await open(noor, attemptId)).answer);
  expect(first.openedAt).toBe(NOW.toISOString());
  forward(LENGTH_MS);
  expect((await open(noor, attemptId)).answer).toEqual(first);
  expect(ScoredAttempt.parse((await submit(noor, attemptId)).answer).attempt.watched).toBe('whole');
});

test.for([
  ['a time', { openedAt: '2026-03-02T08:00:00.000Z' }],
  ['a score', { score: { agreement: 1 } }],
] as const)('[PRA2] [PRA3] %s that the page sends along is refused, and nothing is kept', async ([, over]) => {
  const { clinic, noor, open, list } = await aClinic();
  const attemptId = randomUUID();
  const opening = { attemptId, clipId: 'a-clip', ...over };
  expect((await clinic.ask('POST', pathOf('attempt:open'), opening, { as: noor })).status).toBe(400);
  await open(noor, attemptId);
  const codes = { given: GIVEN, ...over };
  expect((await clinic.ask('POST', pathOf('attempt:submit', { attemptId }), codes, { as: noor })).status).toBe(400);
  expect((await list(noor)).attempts).toEqual([]);
});

test.for([
  ['a code that the clip’s program does not have', { code: 'ZZZ', at: 1_000 }],
  ['a press after the clip’s end', { code: 'LP', at: LENGTH_MS + 1 }],
] as const)('[PRA3] %s is refused, and the attempt stays open', async ([, wrong]) => {
  const { noor, open, submit, list } = await aClinic();
  const attemptId = randomUUID();
  await open(noor, attemptId);
  const { status, answer } = await submit(noor, attemptId, [wrong]);
  expect([status, answer]).toEqual([400, { error: expect.any(String) as string }]);
  expect((await list(noor)).attempts).toEqual([]);
  expect((await submit(noor, attemptId, [{ code: 'LP', at: LENGTH_MS }])).status).toBe(200);
});

test('[PRA3] there is no attempt at a clip that is not there, and none without an opening', async () => {
  const { noor, open, submit } = await aClinic();
  const attemptId = randomUUID();
  expect((await open(noor, attemptId, 'another-clip')).status).toBe(404);
  expect((await submit(noor, attemptId)).status).toBe(404);
});

test('[PRA2] [PRA3] an attempt is scored once, as it was first, and is nobody else’s', async () => {
  const { clinic, noor, open, submit, list } = await aClinic();
  const omar = await clinic.aPerson('therapist', 'Omar');
  const attemptId = randomUUID();
  await open(noor, attemptId);
  expect((await open(omar, attemptId)).status).toBe(409);
  expect((await submit(omar, attemptId)).status).toBe(404);
  const first = await submit(noor, attemptId);
  expect(first.status).toBe(200);
  expect((await submit(noor, attemptId, [])).answer).toEqual(first.answer);
  expect((await open(noor, attemptId)).status).toBe(409);
  expect((await open(omar, attemptId)).status).toBe(409);
  expect((await submit(omar, attemptId)).status).toBe(404);
  expect((await list(noor)).attempts).toHaveLength(1);
  expect((await list(omar)).attempts).toEqual([]);
});

test('[PRA3] who was shown a clip’s key with an attempt has it said of each later one at that clip', async () => {
  const { clinic, noor, code, list } = await aClinic();
  const omar = await clinic.aPerson('therapist', 'Omar');
  await code(noor, { tookMs: 0 });
  const knewKey = async (as: Account, clipId: string) => (await code(as, { clipId })).attempt.knewKey;
  expect(await knewKey(noor, 'a-clip')).toBe(true);
  expect(await knewKey(noor, 'the-other')).toBe(false);
  expect(await knewKey(omar, 'a-clip')).toBe(false);
  expect((await list(noor)).attempts.map((attempt) => attempt.knewKey)).toEqual([false, true, false]);
});

test('[PRA3] an attempt that is never submitted is forgotten after a week, when the next one is opened', async () => {
  const { noor, open, submit, forward } = await aClinic();
  const [forgotten, kept] = [randomUUID(), randomUUID()];
  await open(noor, forgotten);
  forward(1);
  await open(noor, kept);
  forward(7 * A_DAY_MS);
  await open(noor, randomUUID());
  expect((await submit(noor, forgotten)).status).toBe(404);
  expect((await submit(noor, kept)).status).toBe(200);
});

test('[PRA2] attempts come in pages, the newest first, each once', async () => {
  const { clinic, noor, list } = await aClinic();
  const records = createSqlRecords(clinic.db, keysOf(clinic.db));
  const ids = Array.from({ length: 120 }, () => AttemptId.parse(randomUUID()));
  for (const [minute, attemptId] of ids.entries()) {
    const at = new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString();
    const counts = { agreed: 0, substituted: 0, missed: 0, added: 0 };
    await records.keepAttempt(
      {
        ...{ attemptId, clipId: 'a-clip', program: 'pcit', programVersion: PCIT.version, treatmentPhase: 'cdi' },
        ...{ openedAt: at, codedAt: at, watched: 'part', score: { agreement: null, kappa: null, counts, byCode: [] } },
      },
      [],
      noor.userId,
    );
  }
  const pages = [await list(noor)];
  for (let next = pages[0]?.next; typeof next === 'number'; next = pages.at(-1)?.next)
    pages.push(await list(noor, `?before=${next}`));
  expect(pages.map(({ attempts }) => attempts.length)).toEqual([50, 50, 20]);
  expect(pages.flatMap(({ attempts }) => attempts.map(({ attemptId }) => attemptId))).toEqual(ids.toReversed());
});

test('[PRA2] a supervisor sees who practiced and how; a therapist sees their own alone', async () => {
  const { clinic, noor, code, list } = await aClinic();
  const [ada, omar] = [await clinic.aPerson('supervisor', 'Ada'), await clinic.aPerson('therapist', 'Omar')];
  await code(noor);
  await code(noor);
  const coders = await clinic.ask('GET', pathOf('practice-coders:list'), undefined, { as: ada });
  expect(coders.answer).toEqual([{ userId: noor.userId, name: 'Noor', attempts: 2 }]);
  expect((await list(ada, `?coder=${noor.userId}`)).attempts).toHaveLength(2);
  const { status } = await clinic.ask('GET', `${pathOf('attempts:list')}?coder=${noor.userId}`, undefined, {
    as: omar,
  });
  expect(status).toBe(403);
});

test('[PRA2] nobody can fill the store: so many attempts a minute, and no more', async () => {
  const { noor, open } = await aClinic();
  const answers = [];
  for (let n = 0; n < 31; n++) answers.push((await open(noor, randomUUID())).status);
  expect(answers.slice(0, 30).every((status) => status === 200)).toBe(true);
  expect(answers[30]).toBe(429);
});

test('[PRA3] whoever coaches gets the clips, their films by the range and their captions; nobody else does', async () => {
  const clinic = await anHttpClinic({ practiceClips: createPracticeClips() });
  const noor = await clinic.aPerson('therapist', 'Noor');
  const admin = await clinic.aPerson('admin', 'Ines');
  const offers = ClipOffers.parse((await clinic.ask('GET', pathOf('clips:list'), undefined, { as: noor })).answer);
  expect(offers.length).toBeGreaterThan(0);
  for (const { id } of offers) {
    const film = await readFile(join(CLIPS_FOLDER, CLIP_FILES.film(id)));
    const part = await clinic.ask('GET', pathOf('clip:film', { clipId: id }), undefined, {
      as: noor,
      range: 'bytes=1000-1999',
    });
    expect([part.status, part.headers['content-type']]).toEqual([206, 'video/webm']);
    expect(part.headers['content-range']).toBe(`bytes 1000-1999/${film.length}`);
    expect(part.bytes.equals(film.subarray(1_000, 2_000))).toBe(true);
    const head = await clinic.ask('HEAD', pathOf('clip:film', { clipId: id }), undefined, { as: noor });
    expect([head.status, head.headers['content-length'], head.bytes.length]).toEqual([200, String(film.length), 0]);
    const past = { as: noor, range: `bytes=${film.length}-` };
    expect((await clinic.ask('GET', pathOf('clip:film', { clipId: id }), undefined, past)).status).toBe(416);
    const captions = await clinic.ask('GET', pathOf('clip:captions', { clipId: id }), undefined, { as: noor });
    expect(captions.headers['content-type']).toMatch(/^text\/vtt/);
    expect(captions.answer).toBe(await readFile(join(CLIPS_FOLDER, CLIP_FILES.captions(id)), 'utf8'));
    for (const url of [
      pathOf('clips:list'),
      pathOf('clip:film', { clipId: id }),
      pathOf('clip:captions', { clipId: id }),
    ]) {
      expect([url, (await clinic.ask('GET', url)).status]).toEqual([url, 401]);
      expect([url, (await clinic.ask('GET', url, undefined, { as: admin })).status]).toEqual([url, 403]);
    }
  }
  for (const url of [
    pathOf('clip:film', { clipId: 'another-clip' }),
    pathOf('clip:captions', { clipId: 'another-clip' }),
  ])
    expect((await clinic.ask('GET', url, undefined, { as: noor })).status).toBe(404);
});
