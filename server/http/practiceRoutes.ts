import { z } from 'zod';
import { HttpFailure } from '#shared/protocol/http.ts';
import {
  NewPracticeAttempt,
  PRACTICE_ROUTES,
  PracticeAttempt,
  PracticeAttempts,
  PracticeCoder,
  PracticeQuery,
} from '#shared/protocol/practice.ts';
import { findCode } from '#shared/domain/programmes/programme.ts';
import { keptScore, scoreRun } from '#shared/session/practice/scoreRun.ts';
import type { Gate } from './gate.ts';
import type { Http } from './http.ts';
import type { HttpPorts } from './httpPorts.ts';
import { PRACTICE_ATTEMPTS } from './rates.ts';

type Ports = Pick<HttpPorts, 'records' | 'practiceClips' | 'now'>;

/** A browser may say that a film runs some frames longer than it should. */
const PAST_THE_END_MS = 1_000;

const NO_CLIP = { error: 'There is no such clip. Load the page again.' };
const NO_CODE = { error: 'A code of this attempt is not one of the clip’s. Load the page again.' };
const NOT_YOURS = { error: 'This attempt belongs to somebody else.' };

/** Attempts at practice clips: scored here by what was pressed, and kept for who made them and for supervisors. Rule PRA2. */
export function addPracticeRoutes(http: Http, { records, practiceClips, now }: Ports, gate: Gate): void {
  http.post(
    PRACTICE_ROUTES.attempts,
    {
      onRequest: gate.admit('practice:make'),
      config: { rateLimit: PRACTICE_ATTEMPTS },
      schema: { body: NewPracticeAttempt, response: { 200: PracticeAttempt, '4xx': HttpFailure } },
    },
    async (request, reply) => {
      const { attemptId, clipId, given } = request.body;
      const clip = await practiceClips.find(clipId);
      if (clip === undefined) return reply.code(404).send(NO_CLIP);
      const { programme, phase, offer, lines } = clip;
      const isOfClip = given.every(
        ({ code, at }) => findCode(programme, code) !== undefined && at <= offer.lengthMs + PAST_THE_END_MS,
      );
      if (!isOfClip) return reply.code(400).send(NO_CODE);
      const attempt: PracticeAttempt = {
        attemptId,
        clipId,
        programme: programme.id,
        programmeVersion: programme.version,
        treatmentPhase: phase.id,
        codedAt: now().toISOString(),
        score: keptScore(scoreRun(clip, lines, given)),
      };
      const kept = await records.keepAttempt(attempt, given, gate.accountOf(request).userId);
      return kept ?? reply.code(409).send(NOT_YOURS);
    },
  );

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
