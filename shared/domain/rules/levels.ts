import { LEVELS } from '../programs/pcit/levels.ts';
import { rule, type RuleArea } from './rule.ts';
import { TRAINING_QUIZ } from './sources.ts';

/** How many windows the gate into a level looks at. */
function windowsFor(id: string): number {
  const gate = LEVELS.all.find((level) => level.id === id)?.gate;
  return gate?.is === 'mastered' ? gate.windows : 0;
}

export const LEVEL_RULES: RuleArea = {
  title: 'Levels of PDI (LVL)',
  rules: [
    rule('LVL1', ['course'], {
      says: 'PDI skills come into daily life in levels: play commands, real-life commands, house rules, in public, brothers and sisters. A family moves up one level at a time through its gate, and can go back at any time. Any other move takes a reason, which the record keeps. Which session begins which level is unconfirmed.',
      source: TRAINING_QUIZ,
      confidence: 'reported',
    }),
    rule('LVL2', ['course'], {
      says: 'Commands are practiced at home only after the therapist says so. Until the first level is set, they are for the sessions only. Real-life commands start once each caregiver’s last PDI window that can be judged showed mastery. That gate is ours.',
      source: TRAINING_QUIZ,
      confidence: 'reported',
    }),
    rule('LVL3', ['course'], {
      says: `House rules start once PDI is stable: each caregiver’s last ${windowsFor('house-rules')} PDI windows that can be judged showed mastery. The number is ours. From that level on, a broken house rule leads to the chair, but only if this was agreed.`,
      source: TRAINING_QUIZ,
      confidence: 'reported',
    }),
    rule('LVL4', ['course'], {
      says: `Outings start after house rules, and brothers and sisters come last. Both need mastery in the last ${windowsFor('siblings')} PDI windows.`,
      source: `${TRAINING_QUIZ}: brothers and sisters last. The gate is ours`,
      confidence: 'ours',
    }),
    rule('LVL5', ['course'], {
      says: 'The family’s home practice follows its level, in the diary and on the family card. The tasks of each level are in our own words.',
    }),
  ],
};
