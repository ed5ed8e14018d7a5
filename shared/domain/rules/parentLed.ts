import { COMMAND_SEQUENCE } from '../programs/pcit/commandSequence.ts';
import { PDI } from '../programs/pcit/phases.ts';
import { clock, goalOf, percent, seconds } from './figures.ts';
import type { RuleArea } from './rule.ts';
import { ASSUMED, DPICS_3, PROTOCOL_2011, TRAINING_QUIZ } from './sources.ts';

const { praiseMs, chairMs, quietMs } = COMMAND_SEQUENCE.clocks;

export const PARENT_LED: RuleArea = {
  title: 'PDI mastery (PDI) for each caregiver, and ratios (RAT)',
  note: '',
  rules: [
    {
      id: 'PDI1',
      says: 'A command is a direct or indirect command in the window, unless void. A warning and a command given again after the chair are steps of the procedure, not commands.',
      source: `${DPICS_3}; it codes a warning as an indirect command, and leaving it out is ours`,
      confidence: 'ours',
      judgedBy: ['scoring'],
    },
    {
      id: 'PDI2',
      says: 'A command’s response is the first of CO, NC and NOC after it; where another command comes first it is NOC. A response may lie outside the window. A command without any response yet is open, and counted nowhere. Where no response was coded, the console, the review and the report show the command as open, and the report says how many there are.',
      source: `${DPICS_3}, as we put it into an exact form`,
      confidence: 'published',
      judgedBy: ['scoring'],
    },
    {
      id: 'PDI3',
      says: `A command is effective when it is direct, positive, single, specific and fit for the child, and left the child a fair chance to comply. At least ${percent(goalOf(PDI.criteria, 'PDI3'))} of all commands are to be effective.`,
      source: ASSUMED,
      confidence: 'assumed',
      judgedBy: ['leadCoach', 'scoring'],
    },
    {
      id: 'PDI4',
      says: [
        'Follow-through is due for each effective command, unless it was stopped or the record ended first.',
        `After compliance it is correct when labeled praise comes within ${seconds(praiseMs)} of the last compliance, for a second one marks that the child has finished; before it no command, negative talk, warning, chair or command again.`,
        'After noncompliance comes the warning, before any command, negative talk, chair, command again or acknowledgement; then compliance and praise as above, or noncompliance and the chair.',
        `The chair is well held when nothing is said to the child on it, and the child is released no sooner than ${clock(chairMs)} and ${seconds(quietMs)} after it was last brought to the chair, left it, or went to the back-up. Then the command again; after compliance a plain acknowledgement, after noncompliance the chair once more.`,
        'Other talk between two steps does no harm.',
        `At least ${percent(goalOf(PDI.criteria, 'PDI4'))} of what is due is to be correct. This is scoring revision ${COMMAND_SEQUENCE.revision}; sessions that were scored by the first keep it.`,
      ].join(' '),
      source: ASSUMED,
      confidence: 'assumed',
      judgedBy: ['scoring'],
    },
    {
      id: 'PDI5',
      says: `A window of parent-led play is assessed when WIN1 holds and at least ${PDI.assessable.directCommands} of its commands are direct.`,
      source: TRAINING_QUIZ,
      confidence: 'reported',
      judgedBy: ['scoring'],
    },
    {
      id: 'PDI6',
      says: 'Mastered when the window can be assessed and PDI3 and PDI4 are both met. A percentage over nothing is nothing, and not met.',
      source: PROTOCOL_2011,
      confidence: 'reported',
      judgedBy: ['scoring'],
    },
    {
      id: 'PDI7',
      says: 'Unlabeled praise alone after compliance is not correct follow-through, and is marked as near; labeled praise after it, in time, is correct.',
      source: '',
      confidence: 'ours',
      judgedBy: ['scoring'],
    },
    {
      id: 'RAT1',
      says: 'Direct command ratio: direct commands of all commands.',
      source: DPICS_3,
      confidence: 'published',
      judgedBy: ['goals'],
    },
    {
      id: 'RAT2',
      says: 'Alpha compliance: compliance of all commands that left a chance to comply.',
      source: DPICS_3,
      confidence: 'published',
      judgedBy: ['goals'],
    },
    {
      id: 'RAT3',
      says: 'Positive following: descriptions, reflections and praise of all that the parent said.',
      source: DPICS_3,
      confidence: 'published',
      judgedBy: ['goals'],
    },
    {
      id: 'RAT4',
      says: 'Opportunity commands: commands that left a chance to comply, of all that were responded to.',
      source: DPICS_3,
      confidence: 'published',
      judgedBy: ['goals'],
    },
  ],
};
