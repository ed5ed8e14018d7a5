import type { ChartData } from '#client/ui/charts/chart.ts';
import { formatDayMonth } from '#client/i18n/formatWhen.ts';
import type { MeasureDefinition } from '#shared/domain/programs/measureDefinition.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { MeasurePoint } from '#shared/course/courseView.ts';

type Goal = { readonly atMost: number; readonly withinDays: number; readonly rule: string };

/** The goals of a measure for graduation, from the program's course. */
export function goalsOf(program: Program, measureId: string): readonly Goal[] {
  return program.course.flatMap(({ gate }) =>
    gate.is === 'graduation' ? gate.measures.filter((one) => one.measureId === measureId) : [],
  );
}

type Words = {
  readonly title: (measure: string) => string;
  readonly nameOf: (caregiverId: string | null) => string;
  readonly cutOff: (value: number) => string;
  readonly goal: (value: number) => string;
};

/** A measure's totals over time, one line per respondent. */
export function measureChartOf(
  { name, min, max, cutOff }: MeasureDefinition,
  points: readonly MeasurePoint[],
  goals: readonly Goal[],
  words: Words,
): ChartData {
  const days = [...new Set(points.map(({ on }) => on))].toSorted();
  const whose = [...new Set(points.map(({ caregiverId }) => caregiverId))];
  return {
    title: words.title(name),
    places: days.map((day) => formatDayMonth(day)),
    series: whose.map((caregiverId) => ({
      id: caregiverId ?? 'nobody',
      label: words.nameOf(caregiverId),
      short: words.nameOf(caregiverId),
      values: days.map(
        (day) => points.findLast((point) => point.on === day && point.caregiverId === caregiverId)?.total ?? null,
      ),
    })),
    lines: [
      ...(cutOff === undefined ? [] : [{ value: cutOff, label: words.cutOff(cutOff) }]),
      ...goals.map(({ atMost }) => ({ value: atMost, label: words.goal(atMost) })),
    ],
    from: min,
    upTo: max,
    format: String,
  };
}
