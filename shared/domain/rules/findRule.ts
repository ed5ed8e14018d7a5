import type { Criterion } from '../mastery.ts';
import { ACCOUNTS } from './accounts.ts';
import { AGREEMENT } from './agreement.ts';
import { RECORDING } from './recording.ts';
import { REVIEW } from './review.ts';
import { AUDIT } from './audit.ts';
import { CHILD_LED } from './childLed.ts';
import { COACH } from './coach.ts';
import { CODING } from './coding.ts';
import { CONSENT } from './consent.ts';
import { COURSE_OF_TREATMENT } from './course.ts';
import { KEYS } from './keys.ts';
import { LEVEL_RULES } from './levels.ts';
import { ERASURE } from './erasure.ts';
import { HEARING } from './hearing.ts';
import { PARENT_LED } from './parentLed.ts';
import { PROGRAMS_AND_GOALS } from './programs.ts';
import { RECORD } from './record.ts';
import { RETENTION } from './retention.ts';
import { isAssumedRule, type Rule, type RuleArea } from './rule.ts';
import { OBSERVATION_RULES } from './observation.ts';
import { SAFETY } from './safety.ts';
import { SEQUENCE } from './sequence.ts';
import { TRANSCRIPT } from './transcript.ts';
import { WINDOWS } from './windows.ts';
import { WORKINGS } from './workings.ts';

/** All rules, in the order of `docs/RULES.md`. */
export const RULE_AREAS: readonly RuleArea[] = [
  CODING,
  WINDOWS,
  CHILD_LED,
  PARENT_LED,
  SEQUENCE,
  COURSE_OF_TREATMENT,
  LEVEL_RULES,
  OBSERVATION_RULES,
  SAFETY,
  RECORD,
  COACH,
  AGREEMENT,
  CONSENT,
  RECORDING,
  KEYS,
  ERASURE,
  RETENTION,
  REVIEW,
  PROGRAMS_AND_GOALS,
  HEARING,
  ACCOUNTS,
  AUDIT,
  TRANSCRIPT,
  WORKINGS,
];

/** The rule with this id. Undefined for a clinic’s local goals, whose ids are not in the book. */
export function findRule(id: string): Rule | undefined {
  return RULE_AREAS.flatMap(({ rules }) => rules).find((rule) => rule.id === id);
}

/** Whether a published goal is only assumed to be the published value. */
export function isAssumedGoal({ rule, goalOrigin }: Pick<Criterion, 'rule' | 'goalOrigin'>): boolean {
  const found = findRule(rule);
  return goalOrigin === 'published' && found !== undefined && isAssumedRule(found);
}
