import { LEVELS } from '../programs/pcit/levels.ts';
import type { RuleArea } from './rule.ts';
import { TRAINING_QUIZ } from './sources.ts';

/** How many windows the gate into a level looks at. */
function windowsFor(id: string): number {
  const gate = LEVELS.all.find((level) => level.id === id)?.gate;
  return gate?.is === 'mastered' ? gate.windows : 0;
}

export const LEVEL_RULES: RuleArea = {
  title: 'Levels of PDI (LVL)',
  note: '',
  rules: [
    {
      id: 'LVL1',
      says: 'What PDI teaches comes into daily life in levels: play commands, real-life commands, house rules, in public, brothers and sisters. A family goes on by one level through its gate, and back at any time. To go on otherwise takes a reason, which the record keeps. Which session begins which level is unconfirmed.',
      source: TRAINING_QUIZ,
      confidence: 'reported',
      judgedBy: ['course'],
    },
    {
      id: 'LVL2',
      says: 'Commands are practiced at home only once the therapist says so: until the first level is set, they are for the sessions alone. Real-life commands come once each caregiver’s last PDI window that can be judged was mastered; that gate is ours.',
      source: TRAINING_QUIZ,
      confidence: 'reported',
      judgedBy: ['course'],
    },
    {
      id: 'LVL3',
      says: `House rules come once PDI is stable: each caregiver’s last ${windowsFor('house-rules')} PDI windows that can be judged were mastered, which is our figure. A broken house rule leads to the chair only from that level on, and only where that is agreed.`,
      source: TRAINING_QUIZ,
      confidence: 'reported',
      judgedBy: ['course'],
    },
    {
      id: 'LVL4',
      says: `Going out, and last of all brothers and sisters, come after house rules, while the last ${windowsFor('siblings')} PDI windows are still mastered.`,
      source: `${TRAINING_QUIZ}: brothers and sisters last. The gate is ours`,
      confidence: 'ours',
      judgedBy: ['course'],
    },
    {
      id: 'LVL5',
      says: 'What a family does at home follows its level, on its diary and on the card that it takes home. What each level asks is in our own words.',
      source: '',
      confidence: 'ours',
      judgedBy: ['course'],
    },
  ],
};
