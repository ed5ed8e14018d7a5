import { percentText } from '#shared/domain/criterionFigures.ts';
import type { ChartData } from '#client/ui/charts/chart.ts';
import { formatDayMonth } from '#client/i18n/formatWhen.ts';
import { actualOf, isShare, type Criterion } from '#shared/domain/mastery.ts';
import { isMasteryPhase, type Program } from '#shared/domain/programs/program.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import type { CourseView, PastSession } from '#shared/course/courseView.ts';

/** Texts for the charts of one treatment phase. */
export type SkillWords = {
  readonly counts: (phase: string) => string;
  readonly shares: (phase: string) => string;
  readonly goal: (bound: Criterion['bound'], goal: string) => string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<WindowResult, string>>;
};

type WindowResult = 'mastered' | 'met' | 'notYet' | 'notEnough';
type Window = PastSession['windows'][number] & { readonly on: string };

type SkillChart = { readonly id: string; readonly criteria: readonly Criterion[]; readonly data: ChartData };

/** A caregiver's windows over sessions as charts: counts and shares for each coded treatment phase. */
export function skillChartsOf(
  course: Pick<CourseView, 'sessions'>,
  program: Program,
  caregiverId: CaregiverId,
  words: SkillWords,
): readonly SkillChart[] {
  const windows = course.sessions.flatMap(({ on, windows }) =>
    windows.filter((window) => window.caregiverId === caregiverId).map((window) => ({ ...window, on })),
  );
  return program.phases.flatMap((phase) => {
    const coded = windows.filter(({ kind }) => kind === phase.id);
    return [false, true].flatMap((shares) => {
      const criteria = [...phase.criteria, ...phase.practiceGoals].filter((one) => isShare(one) === shares);
      if (coded.length === 0 || criteria.length === 0) return [];
      return [
        { id: `${phase.id}-${shares ? 'shares' : 'counts'}`, criteria, data: chartOf(phase, coded, criteria, words) },
      ];
    });
  });
}

function chartOf(
  phase: TreatmentPhase,
  coded: readonly Window[],
  criteria: readonly Criterion[],
  words: SkillWords,
): ChartData {
  const shares = criteria.some(isShare);
  const format = (value: number) => (shares ? percentText(value) : String(value));
  const series = criteria.map(({ rule, label, short }) => ({
    id: rule,
    label,
    short,
    values: coded.map((window) => {
      const scored = [...window.criteria, ...window.goals].find((one) => one.rule === rule);
      return scored === undefined ? null : actualOf(scored);
    }),
  }));
  const goals = new Map(criteria.map(({ bound, goal }) => [`${bound} ${goal}`, { bound, goal }]));
  const highest = Math.max(...criteria.map(({ goal }) => goal), ...series.flatMap(({ values }) => values.map(Number)));
  const outcomes = coded.map((window) => outcomeOf(phase, window));
  return {
    title: shares ? words.shares(phase.name) : words.counts(phase.name),
    places: coded.map(({ on }, index) => {
      const day = formatDayMonth(on);
      return outcomes[index] === 'mastered' || outcomes[index] === 'met' ? `${day} ✓` : day;
    }),
    series,
    lines: [...goals.values()].map(({ bound, goal }) => ({ value: goal, label: words.goal(bound, format(goal)) })),
    upTo: shares ? 1 : Math.ceil((highest + 1) / 5) * 5,
    format,
    isHollow: (place) => coded[place]?.assessable === false,
    remarks: { heading: words.outcome, at: outcomes.map((outcome) => words.outcomes[outcome]) },
  };
}

function outcomeOf(phase: TreatmentPhase, { assessable, mastered }: Window): WindowResult {
  if (!assessable) return 'notEnough';
  if (!mastered) return 'notYet';
  return isMasteryPhase(phase) ? 'mastered' : 'met';
}
