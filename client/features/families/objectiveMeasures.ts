import { percentText } from '#shared/domain/criterionFigures.ts';
import { isShare } from '#shared/domain/mastery.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { ObjectiveMeasure } from '#shared/protocol/familyFacts.ts';
import { isShareMeasure } from '#shared/course/objectives.ts';

type Words = {
  readonly codeCount: (label: string, phase: string) => string;
  readonly effective: string;
  readonly followThrough: string;
  readonly practiceDays: string;
  readonly praisesADay: string;
};

type MeasureChoice = { readonly value: string; readonly label: string; readonly measure: ObjectiveMeasure };

/** Everything an objective can be measured by in this program: codes and diary entries. Rule OBJ1. */
export function objectiveMeasuresOf(program: Program, words: Words): readonly MeasureChoice[] {
  const criteria = program.phases.flatMap((phase) =>
    [...phase.criteria, ...phase.practiceGoals].map((criterion) => ({ phase, criterion })),
  );
  const counts = criteria.flatMap(({ phase, criterion }) =>
    criterion.of === 'count'
      ? [
          {
            label: words.codeCount(criterion.label, phase.shortName),
            measure: { of: 'code-count' as const, codes: [...criterion.codes], treatmentPhase: phase.id },
          },
        ]
      : [],
  );
  const has = (of: string) => criteria.some(({ criterion }) => isShare(criterion) && criterion.of === of);
  const all: { label: string; measure: ObjectiveMeasure }[] = [
    ...counts,
    ...(has('effective') ? [{ label: words.effective, measure: { of: 'effective-commands' as const } }] : []),
    ...(has('follow-through') ? [{ label: words.followThrough, measure: { of: 'follow-through' as const } }] : []),
    { label: words.practiceDays, measure: { of: 'practice-days' as const } },
    { label: words.praisesADay, measure: { of: 'praises-a-day' as const } },
  ];
  return all.map((choice) => ({ ...choice, value: JSON.stringify(choice.measure) }));
}

/** Formats a value of a measure for people. */
export function sayValue(measure: ObjectiveMeasure, value: number): string {
  return isShareMeasure(measure) ? percentText(value) : String(Math.round(value * 10) / 10);
}
