import type { RuleArea } from './rule.ts';
import { DPICS_3, PROTOCOL_2011, TRAINING_QUIZ } from './sources.ts';

export const PARENT_LED: RuleArea = {
  title: 'PDI mastery (PDI) for each caregiver, and ratios (RAT)',
  note: '',
  rules: [
    {
      id: 'PDI1',
      says: 'A command is a direct or indirect command in the window, unless void. A warning and a command given again after the chair are steps of the procedure, not commands.',
      source: `${DPICS_3}; it codes a warning as an indirect command, and leaving it out is ours`,
      confidence: 'ours',
    },
    {
      id: 'PDI2',
      says: 'A command’s response is the first of CO, NC and NOC after it; where another command comes first it is NOC. A response may lie outside the window. A command without any response yet is open, and counted nowhere.',
      source: `${DPICS_3}, as we put it into an exact form`,
      confidence: 'published',
    },
    {
      id: 'PDI3',
      says: 'A command is effective when it is direct, positive, single, specific and fit for the child, and left the child a fair chance to comply. At least 75 % of all commands are to be effective.',
      source: `${PROTOCOL_2011}. The exact denominator is an assumption`,
      confidence: 'reported',
    },
    {
      id: 'PDI4',
      says: 'Follow-through is due for each effective command. It is correct when compliance is praised with a label within 5 s, and noncompliance is warned once and then followed by compliance and praise, or by the chair procedure to its end. At least 75 % of what is due is to be correct.',
      source: `${PROTOCOL_2011}. The exact denominator is an assumption`,
      confidence: 'reported',
    },
    {
      id: 'PDI5',
      says: 'A window of parent-led play is assessed when WIN1 holds and at least 4 of its commands are direct.',
      source: TRAINING_QUIZ,
      confidence: 'reported',
    },
    {
      id: 'PDI6',
      says: 'Mastered when the window can be assessed and PDI3 and PDI4 are both met. A percentage over nothing is nothing, and not met.',
      source: PROTOCOL_2011,
      confidence: 'reported',
    },
    {
      id: 'PDI7',
      says: 'Unlabeled praise after compliance is not correct follow-through, and is marked as near.',
      source: '',
      confidence: 'ours',
    },
    {
      id: 'RAT1',
      says: 'Direct command ratio: direct commands of all commands.',
      source: DPICS_3,
      confidence: 'published',
    },
    {
      id: 'RAT2',
      says: 'Alpha compliance: compliance of all commands that left a chance to comply.',
      source: DPICS_3,
      confidence: 'published',
    },
    {
      id: 'RAT3',
      says: 'Positive following: descriptions, reflections and praise of all that the parent said.',
      source: DPICS_3,
      confidence: 'published',
    },
    {
      id: 'RAT4',
      says: 'Opportunity commands: commands that left a chance to comply, of all that were responded to.',
      source: DPICS_3,
      confidence: 'published',
    },
  ],
};
