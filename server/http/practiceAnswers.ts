import { findCode } from '#shared/domain/programs/program.ts';
import { keptScore, scoreRun } from '#shared/practice/scoreRun.ts';
import { watchedOf } from '#shared/practice/watched.ts';
import { practiceRoutes } from '#shared/protocol/http/practice.ts';
import type { SubmittedCodes, OpenAttempt } from '#shared/protocol/practice.ts';
import type { PracticeClip } from '#server/practice/practiceClips.ts';
import type { KeptAttempt, NewScoredAttempt } from '#server/storage/practiceRecords.ts';
import type { AnswersTo, Asked } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';
import { sendBytes } from './sendBytes.ts';

type Ports = Pick<HttpPorts, 'records' | 'practiceClips' | 'now'>;

/** How long an open attempt can be submitted, in ms: a week, for a page that was left open. */
const OPEN_FOR_MS = 7 * 24 * 3_600_000;

const NO_CLIP = refuse(404, 'There is no such clip. Reload the page.');
const NO_CODE = refuse(
  400,
  'A code of this attempt is not one of the clip’s, or lies after its end. Load the page again.',
);
const NOT_OPEN = refuse(404, 'This try is no longer open. Open the clip again to code it.');
const TAKEN = refuse(409, 'This try was already sent, or belongs to someone else. Open the clip again.');
const NOT_YOURS = refuse(403, 'This try belongs to someone else.');

/** Practice clips and their attempts, from opening to score. Rules PRA2, PRA3. */
export function practiceAnswers(ports: Ports): AnswersTo<typeof practiceRoutes> {
  const { records, practiceClips, now } = ports;

  async function sendFile(
    { params, request, reply }: Pick<Asked<'clip:film'>, 'params' | 'request' | 'reply'>,
    what: 'film' | 'captions',
  ) {
    const file = await practiceClips.open(params.clipId, what);
    if (file === undefined) return NO_CLIP;
    return sendBytes(request, reply, { ...file, mediaType: practiceRoutes[`clip:${what}`].answer.file });
  }

  /** The score of the first submission, with the key. Later ones change nothing. */
  async function scoredAttempt(kept: KeptAttempt | undefined) {
    const clip = kept && (await practiceClips.find(kept.attempt.clipId));
    return kept && clip ? { ...kept, lines: [...clip.lines] } : NOT_OPEN;
  }

  return {
    'clips:list': async () => [...(await practiceClips.offers())],
    'clip:film': (asked) => sendFile(asked, 'film'),
    'clip:captions': (asked) => sendFile(asked, 'captions'),

    'attempts:list': async ({ account: { role, userId }, query: { coder = userId, before } }) => {
      const isTheirs = role === 'supervisor' && (await records.isSupervisedBy(userId, coder));
      if (coder !== userId && !isTheirs) return NOT_YOURS;
      return records.listAttempts(coder, before);
    },

    'attempt:open': async ({ account, body: { attemptId, clipId } }) => {
      if ((await practiceClips.find(clipId)) === undefined) return NO_CLIP;
      const at = now();
      const opened = await records.openAttempt(
        { attemptId, clipId, openedAt: at.toISOString() },
        account.userId,
        new Date(at.getTime() - OPEN_FOR_MS),
      );
      return opened ?? TAKEN;
    },

    'attempt:submit': async ({ account: { userId }, params: { attemptId }, body: { given } }) => {
      const open = await records.findOpenAttempt(attemptId, userId);
      if (open === undefined) return scoredAttempt(await records.findAttempt(attemptId, userId));
      const clip = await practiceClips.find(open.clipId);
      if (clip === undefined) return NO_CLIP;
      if (!given.every((code) => isOfClip(clip, code))) return NO_CODE;
      return scoredAttempt(await records.keepAttempt(scored(open, clip, given, now()), given, userId));
    },

    'practice-coders:list': async ({ account }) => [...(await records.listPracticeCoders(account.userId))],
  };
}

function isOfClip({ program, offer }: PracticeClip, { code, at }: SubmittedCodes['given'][number]): boolean {
  return findCode(program, code) !== undefined && at <= offer.lengthMs;
}

function scored(
  { attemptId, clipId, openedAt }: OpenAttempt,
  clip: PracticeClip,
  given: SubmittedCodes['given'],
  submittedAt: Date,
): NewScoredAttempt {
  const { program, phase, offer, lines } = clip;
  return {
    ...{ attemptId, clipId, openedAt },
    program: program.id,
    programVersion: program.version,
    treatmentPhase: phase.id,
    codedAt: submittedAt.toISOString(),
    watched: watchedOf({ openedAt: new Date(openedAt), submittedAt, lengthMs: offer.lengthMs }),
    score: keptScore(scoreRun(clip, lines, given)),
  };
}
