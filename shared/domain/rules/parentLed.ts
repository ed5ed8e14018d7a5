import { COMMAND_SEQUENCE } from '../programs/pcit/commandSequence.ts';
import { PDI } from '../programs/pcit/phases.ts';
import { clock, goalOf, percent, seconds } from './figures.ts';
import { rule, type RuleArea } from './rule.ts';
import { ASSUMED, DPICS_3, PROTOCOL_2011, TRAINING_QUIZ } from './sources.ts';

const { praiseMs, chairMs, quietMs } = COMMAND_SEQUENCE.clocks;

export const PARENT_LED: RuleArea = {
  title: 'PDI mastery (PDI) for each caregiver, and ratios (RAT)',
  rules: [
    rule('PDI1', ['scoring'], {
      says: 'A command is a direct or indirect command in the window that is not void. A warning, and a command repeated after the chair, are steps of the procedure and not commands.',
      source: `${DPICS_3}; it codes a warning as an indirect command, and leaving it out is ours`,
      confidence: 'ours',
    }),
    rule('PDI2', ['scoring'], {
      says: 'The response to a command is the first CO, NC or NOC after it. If another command comes first, the response is NOC. A response can lie outside the window. A command without a coded response is open and not counted. The console, the review and the report show it as open, and the report counts the open commands.',
      source: `${DPICS_3}; the exact form is ours`,
      confidence: 'published',
    }),
    rule('PDI3', ['leadCoach', 'scoring'], {
      says: `A command is effective if it is direct, positive, single, specific and right for the child, and gave the child a fair chance to comply. At least ${percent(goalOf(PDI.criteria, 'PDI3'))} of all commands must be effective.`,
      source: ASSUMED,
      confidence: 'assumed',
    }),
    rule('PDI4', ['scoring'], {
      says: [
        'Each effective command requires follow-through, unless it was stopped or the record ended first.',
        `After compliance, follow-through is correct if labeled praise comes within ${seconds(praiseMs)} of the last compliance. A second compliance code marks that the child has finished. Before the praise there must be no command, negative talk, warning, chair or repeated command.`,
        'After noncompliance, the warning must come before any command, negative talk, chair, repeated command or acknowledgment. Then either compliance and praise follow as above, or noncompliance and the chair.',
        `The chair is held correctly if nothing is said to the child on it and the release does not come too soon. The earliest release is ${clock(chairMs)} and ${seconds(quietMs)} after the child was last brought to the chair, left it, or went to the back-up. Then the command is repeated. Compliance is followed by a plain acknowledgment, noncompliance by the chair again.`,
        'Other talk between two steps makes no difference.',
        `Follow-through must be correct for at least ${percent(goalOf(PDI.criteria, 'PDI4'))} of the commands that require it. This is scoring revision ${COMMAND_SEQUENCE.revision}. Sessions that were scored by the first revision keep their results.`,
      ].join(' '),
      source: ASSUMED,
      confidence: 'assumed',
    }),
    rule('PDI5', ['scoring'], {
      says: `A window of parent-led play can be assessed if WIN1 holds and at least ${PDI.assessable.directCommands} of its commands are direct.`,
      source: TRAINING_QUIZ,
      confidence: 'reported',
    }),
    rule('PDI6', ['scoring'], {
      says: 'A window shows mastery if it can be assessed and meets both PDI3 and PDI4. A percentage of nothing is not met.',
      source: PROTOCOL_2011,
      confidence: 'reported',
    }),
    rule('PDI7', ['scoring'], {
      says: 'Unlabeled praise alone after compliance is not correct follow-through and is marked as near. Labeled praise that follows it in time is correct.',
    }),
    rule('RAT1', ['goals'], {
      says: 'Direct command ratio: direct commands divided by all commands.',
      source: DPICS_3,
      confidence: 'published',
    }),
    rule('RAT2', ['goals'], {
      says: 'Alpha compliance: compliance divided by all commands that left a chance to comply.',
      source: DPICS_3,
      confidence: 'published',
    }),
    rule('RAT3', ['goals'], {
      says: 'Positive following: descriptions, reflections and praise divided by everything the parent said.',
      source: DPICS_3,
      confidence: 'published',
    }),
    rule('RAT4', ['goals'], {
      says: 'Opportunity commands: commands that left a chance to comply, divided by all commands with a response.',
      source: DPICS_3,
      confidence: 'published',
    }),
  ],
};
