import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { HttpFailure } from '#shared/protocol/http.ts';
import {
  AttemptParams,
  ClipOffers,
  ClipParams,
  HandedInCodes,
  NewPracticeAttempt,
  OpenAttempt,
  PRACTICE_ROUTES,
  PracticeAttempts,
  PracticeCoder,
  PracticeQuery,
  ScoredAttempt,
} from '#shared/protocol/practice.ts';
import { findCode } from '#shared/domain/programs/program.ts';
import { keptScore, scoreRun } from '#shared/practice/scoreRun.ts';
import { watchedOf } from '#shared/practice/watched.ts';
import type { PracticeClip } from '#server/practice/practiceClips.ts';
import type { KeptAttempt, NewScoredAttempt } from '#server/storage/records.ts';
import type { Gate } from './gate.ts';
import type { Http } from './http.ts';
import type { HttpPorts } from './httpPorts.ts';
import { PRACTICE_ATTEMPTS } from './rates.ts';
import { sendBytes } from './sendBytes.ts';

type Ports = Pick<HttpPorts, 'records' | 'practiceClips' | 'now'>;

/** How long an attempt that was opened can be handed in, in ms: a week, for a page that was left open. */
const OPEN_FOR_MS = 7 * 24 * 3_600_000;

const NO_CLIP = { error: 'There is no such clip. Load the page again.' };
const NO_CODE = {
  error: 'A code of this attempt is not one of the clip’s, or lies after its end. Load the page again.',
};
const NOT_OPEN = { error: 'This attempt is not open. Open the clip again to code it.' };
const TAKEN = { error: 'This attempt was handed in already, or belongs to somebody else. Open the clip again.' };
const NOT_YOURS = { error: 'This attempt belongs to somebody else.' };

/** Practice clips and the attempts at them, for those who coach. */
export function addPracticeRoutes(http: Http, ports: Ports, gate: Gate): void {
  addClips(http, ports, gate);
  addAttempts(http, ports, gate);
  addAttemptLists(http, ports, gate);
}

/** What is there to code, to be watched. A clip's key is not among it. Rule PRA3. */
function addClips(http: Http, { practiceClips }: Ports, gate: Gate): void {
  const onRequest = gate.admit('practice:read');

  http.get(PRACTICE_ROUTES.clips, { onRequest, schema: { response: { 200: ClipOffers } } }, async () => [
    ...(await practiceClips.offers()),
  ]);

  const files = [
    ['film', 'video/webm'],
    ['captions', 'text/vtt; charset=utf-8'],
  ] as const;
  for (const [what, mediaType] of files) {
    http.route({
      // Asked for its head alone, a film must not be read: Fastify’s own answer to HEAD would.
      method: ['GET', 'HEAD'],
      url: PRACTICE_ROUTES[what](':clipId'),
      exposeHeadRoute: false,
      onRequest,
      schema: { params: ClipParams },
      async handler(request, reply) {
        const file = await practiceClips.open(request.params.clipId, what);
        return file === undefined ? reply.code(404).send(NO_CLIP) : sendBytes(request, reply, { ...file, mediaType });
      },
    });
  }
}

/**
 * An attempt is opened, and its codes are handed in to it: scored here by what was pressed, judged by the server's own
 * clock, and answered with the key. Rules PRA2, PRA3.
 */
function addAttempts(http: Http, { records, practiceClips, now }: Ports, gate: Gate): void {
  const onRequest = gate.admit('practice:make');
  const config = { rateLimit: PRACTICE_ATTEMPTS };

  /** What was handed in first, with the key, however often it is handed in. */
  async function answer(reply: FastifyReply, kept: KeptAttempt | undefined) {
    const clip = kept && (await practiceClips.find(kept.attempt.clipId));
    return kept && clip ? { ...kept, lines: [...clip.lines] } : reply.code(404).send(NOT_OPEN);
  }

  http.post(
    PRACTICE_ROUTES.attempts,
    { onRequest, config, schema: { body: NewPracticeAttempt, response: { 200: OpenAttempt, '4xx': HttpFailure } } },
    async (request, reply) => {
      const { attemptId, clipId } = request.body;
      if ((await practiceClips.find(clipId)) === undefined) return reply.code(404).send(NO_CLIP);
      const at = now();
      const opened = await records.openAttempt(
        { attemptId, clipId, openedAt: at.toISOString() },
        gate.accountOf(request).userId,
        new Date(at.getTime() - OPEN_FOR_MS),
      );
      return opened ?? reply.code(409).send(TAKEN);
    },
  );

  http.post(
    PRACTICE_ROUTES.codes(':attemptId'),
    {
      onRequest,
      config,
      schema: { params: AttemptParams, body: HandedInCodes, response: { 200: ScoredAttempt, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const { attemptId } = request.params;
      const { given } = request.body;
      const { userId } = gate.accountOf(request);
      const open = await records.findOpenAttempt(attemptId, userId);
      if (open === undefined) return answer(reply, await records.findAttempt(attemptId, userId));
      const clip = await practiceClips.find(open.clipId);
      if (clip === undefined) return reply.code(404).send(NO_CLIP);
      if (!given.every((code) => isOfClip(clip, code))) return reply.code(400).send(NO_CODE);
      return answer(reply, await records.keepAttempt(scored(open, clip, given, now()), given, userId));
    },
  );
}

function isOfClip({ program, offer }: PracticeClip, { code, at }: HandedInCodes['given'][number]): boolean {
  return findCode(program, code) !== undefined && at <= offer.lengthMs;
}

function scored(
  { attemptId, clipId, openedAt }: OpenAttempt,
  clip: PracticeClip,
  given: HandedInCodes['given'],
  handedInAt: Date,
): NewScoredAttempt {
  const { program, phase, offer, lines } = clip;
  return {
    ...{ attemptId, clipId, openedAt },
    program: program.id,
    programVersion: program.version,
    treatmentPhase: phase.id,
    codedAt: handedInAt.toISOString(),
    watched: watchedOf({ openedAt: new Date(openedAt), handedInAt, lengthMs: offer.lengthMs }),
    score: keptScore(scoreRun(clip, lines, given)),
  };
}

/** How practice went over time: one's own attempts, and for supervisors anybody's. Rule PRA2. */
function addAttemptLists(http: Http, { records }: Ports, gate: Gate): void {
  http.get(
    PRACTICE_ROUTES.attempts,
    {
      onRequest: gate.admit('practice:read'),
      schema: { querystring: PracticeQuery, response: { 200: PracticeAttempts, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const { role, userId } = gate.accountOf(request);
      const { coder = userId, before } = request.query;
      if (coder !== userId && role !== 'supervisor') return reply.code(403).send(NOT_YOURS);
      return records.listAttempts(coder, before);
    },
  );

  http.get(
    PRACTICE_ROUTES.coders,
    { onRequest: gate.admit('practice-coders:list'), schema: { response: { 200: z.array(PracticeCoder) } } },
    async () => [...(await records.listPracticeCoders())],
  );
}
