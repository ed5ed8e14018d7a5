import { actualOf, isAtGoal } from '#shared/domain/mastery.ts';
import { codesIn, findTreatmentPhase, isMasteryPhase, type Program } from '#shared/domain/programs/program.ts';
import { scoreWindow, type WindowScore } from '#shared/domain/scoring/scoreWindow.ts';
import type { Transcript } from '#shared/protocol/transcript.ts';
import { eventsToScore } from '#shared/protocol/transcriptEvents.ts';
import { rounded } from '../rounded.ts';

export function scoreTranscript(transcript: Transcript, program: Program) {
  const events = eventsToScore(transcript, program);
  const windows = transcript.windows.flatMap(({ id, kind, spans, void: isVoid = false }) => {
    const phase = findTreatmentPhase(program, kind);
    if (phase === undefined) return [];
    const score = scoreWindow(events, { program, phase, spans, void: isVoid });
    return [
      {
        id,
        kind,
        codedMs: score.codedMs,
        counts: countsOf(score, program),
        ...figuresOf(score),
        assessable: score.assessable,
        mastered: score.mastered && isMasteryPhase(phase),
        criteria: score.criteria.map((criterion) => {
          const { rule, label, bound, goal, result } = criterion;
          // Null: it did not occur and is left out of the verdict. Rule ANS2.
          const met = result.is === 'not applicable' ? null : isAtGoal(criterion);
          return { rule, label, actual: rounded(actualOf(criterion)), bound, goal, met };
        }),
      },
    ];
  });
  return { windows };
}

/** Every code of the parent, also those that were never given. */
function countsOf({ tally }: WindowScore, program: Program): Record<string, number> {
  return Object.fromEntries(codesIn(program, 'parent').map(({ code }) => [code, tally[code] ?? 0]));
}

function figuresOf({ commands: figures }: WindowScore) {
  if (figures === null) return {};
  const { commands, effective, followUpDue, followUpCorrect, pctEffective, pctFollowThrough } = figures;
  return {
    commands,
    effective,
    followUpDue,
    followUpCorrect,
    pctEffective: rounded(pctEffective),
    pctFollowThrough: rounded(pctFollowThrough),
  };
}
