import { findStage } from '#shared/domain/course/findStage.ts';
import { situationsOf, type Situation } from '#shared/domain/programs/observation.ts';
import { codesIn, type Program } from '#shared/domain/programs/program.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { assessedWindows, type CourseEvidence, type HeldSession } from './courseEvidence.ts';

/** When in a treatment an observation took place. Rule OBS3. */
export const OBSERVED_AT = ['first', 'middle', 'end'] as const;
type ObservedAt = (typeof OBSERVED_AT)[number];

/** One figure of a situation at each time of observation: a count, or a share from 0 to 1 (null without events). */
export type ObservedFigure = {
  readonly id: string;
  readonly label: string;
  readonly isShare: boolean;
  readonly at: { readonly [T in ObservedAt]?: number | null };
};

export type ObservedSituation = {
  readonly id: string;
  readonly name: string;
  /** The day of each observation that is compared. */
  readonly on: { readonly [T in ObservedAt]?: string };
  readonly figures: readonly ObservedFigure[];
};

export type ObservedCaregiver = {
  readonly caregiverId: CaregiverId;
  readonly situations: readonly ObservedSituation[];
};

type Window = ReturnType<typeof assessedWindows>[number];
type Times = ReadonlyMap<ObservedAt, Window>;

/** Each caregiver's observations, situation by situation. Rules OBS1, OBS3. */
export function observationsOf(
  caregivers: readonly CaregiverId[],
  program: Program,
  { sessions }: Pick<CourseEvidence, 'sessions'>,
): readonly ObservedCaregiver[] {
  return caregivers.map((caregiverId) => ({
    caregiverId,
    situations: situationsOf(program).flatMap((situation) => {
      const times = timesOf(situation, caregiverId, program, sessions);
      return times.size === 0 ? [] : [compare(situation, times, program)];
    }),
  }));
}

/** The last window of the situation at each time. */
function timesOf(
  { id }: Situation,
  caregiverId: CaregiverId,
  program: Program,
  sessions: readonly HeldSession[],
): Times {
  return new Map(
    sessions.flatMap((session) => {
      const last = assessedWindows([session], id, caregiverId).at(-1);
      return last === undefined ? [] : [[timeOf(session, program), last] as const];
    }),
  );
}

function timeOf({ stage }: HeldSession, program: Program): ObservedAt {
  const kind = stage === null ? undefined : findStage(program, stage)?.kind;
  if (kind === 'intake' || kind === 'assessment') return 'first';
  return kind === 'graduation' || kind === 'booster' ? 'end' : 'middle';
}

function compare({ id, name }: Situation, times: Times, program: Program): ObservedSituation {
  const windows = [...times.values()];
  const counts = codesIn(program, 'parent').concat(codesIn(program, 'child'));
  const counted = counts.filter(({ code }) => windows.some((window) => (window.counts[code] ?? 0) > 0));
  const ratios = new Map(windows.flatMap((window) => window.ratios.map(({ rule, label }) => [rule, label])));
  const at = <T>(figure: (window: Window) => T) =>
    Object.fromEntries([...times].map(([time, window]) => [time, figure(window)]));
  return {
    id,
    name,
    on: at(({ on }) => on),
    figures: [
      ...counted.map(({ code, name: label }) => {
        return { id: code, label, isShare: false, at: at((window) => window.counts[code] ?? 0) };
      }),
      ...[...ratios].map(([rule, label]) => {
        const value = (window: Window) => window.ratios.find((ratio) => ratio.rule === rule)?.value ?? null;
        return { id: rule, label, isShare: true, at: at(value) };
      }),
    ],
  };
}
