import { addDays, addMonths } from '../course/days.ts';
import { ERASURE_OBSTACLES } from './erasure.ts';
import { ANNOUNCED_DAYS, PERIOD_MONTHS, type Period, type Retained, type RetentionRules } from './retentionRules.ts';

/** What prevents that something is erased although its time is over. Rule RET4. */
export const RETENTION_OBSTACLES = [...ERASURE_OBSTACLES, 'coding-open'] as const;
export type RetentionObstacle = (typeof RETENTION_OBSTACLES)[number];

/** The rules, and the day on which each was last changed; null if it never was. */
export type RulesInForce = {
  readonly rules: RetentionRules;
  readonly since: { readonly [R in Retained]: string | null };
};

/** A recording or a family's record, as far as its age matters. Days are YYYY-MM-DD. */
export type Aging = {
  readonly kind: Retained;
  /** The day from which its age counts: it was recorded, or the record’s last entry, session or change of its safety sheet. */
  readonly from: string;
  /** The month in which the child of a record was born, YYYY-MM. */
  readonly birthMonth: string | null;
  /** Somebody asked to keep it until this day. */
  readonly keptUntil: string | null;
  readonly announced: { readonly on: string; readonly erasesOn: string } | null;
  readonly obstacles: readonly RetentionObstacle[];
};

/** What is to be done about a thing whose time is over soon, and the day on which it is erased. */
export type Due<A extends Aging> = {
  readonly thing: A;
  readonly next: 'announce' | 'wait' | 'erase' | 'withdraw';
  readonly on: string;
};

/** The first day on which the rules let a thing be erased. Null if they keep it. Rule RET2. */
export function endOf(rules: RetentionRules, { kind, from, birthMonth, keptUntil }: Omit<Aging, 'announced'>) {
  const months = PERIOD_MONTHS[rules[kind]];
  if (months === null) return null;
  const ends = [addMonths(from, months), keptUntil ?? ''];
  if (kind === 'record' && rules.untilAge !== 'any') {
    if (birthMonth === null) return null;
    ends.push(grownUpOn(birthMonth, Number(rules.untilAge)));
  }
  return latest(ends);
}

/**
 * What the rules say about each thing today: announced at least 30 days before, never sooner after a rule was changed,
 * and not while something prevents it. What they keep, or end later, is left out. Rules RET2, RET3, RET4.
 */
export function whatIsDue<A extends Aging>(
  { rules, since }: RulesInForce,
  standing: readonly A[],
  today: string,
): readonly Due<A>[] {
  return standing.flatMap((thing): readonly Due<A>[] => {
    const end = endOf(rules, thing);
    const changed = since[thing.kind];
    const afterChange = changed === null ? '' : addDays(changed, ANNOUNCED_DAYS);
    const { announced } = thing;
    if (announced === null) {
      const on = latest([end ?? '', addDays(today, ANNOUNCED_DAYS), afterChange]);
      return end !== null && end <= addDays(today, ANNOUNCED_DAYS) ? [{ thing, next: 'announce', on }] : [];
    }
    const on = latest([announced.erasesOn, addDays(announced.on, ANNOUNCED_DAYS), afterChange]);
    if (end === null || end > on) return [{ thing, next: 'withdraw', on }];
    const isOver = on <= today && thing.obstacles.length === 0;
    return [{ thing, next: isOver ? 'erase' : 'wait', on }];
  });
}

/** Things from this day on are not announced yet. Null if the rule keeps everything. */
export function firstDayTooYoung(period: Period, today: string): string | null {
  const months = PERIOD_MONTHS[period];
  // Months end on different days: a few days more are read and found to be not due.
  return months === null ? null : addDays(addMonths(addDays(today, ANNOUNCED_DAYS), -months), 5);
}

/** The first day of the month after the one in which a child reaches that age. */
function grownUpOn(birthMonth: string, age: number): string {
  return addMonths(`${birthMonth}-01`, age * 12 + 1);
}

function latest(days: readonly string[]): string {
  return days.reduce((one, other) => (one > other ? one : other), '');
}
