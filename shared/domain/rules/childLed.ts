import { CDI } from '../programs/pcit/phases.ts';
import { goalOf } from './figures.ts';
import { rule, type RuleArea } from './rule.ts';
import { NC_PROGRAM } from './sources.ts';

export const CHILD_LED: RuleArea = {
  title: 'CDI mastery (CDI), criteria set `pcit-2011`, for each caregiver',
  rules: [
    rule('CDI1', ['scoring'], {
      says: `At least ${goalOf(CDI.criteria, 'CDI1')} labeled praises. Unlabeled praise does not count.`,
      source: NC_PROGRAM,
      confidence: 'reported',
    }),
    rule('CDI2', ['scoring'], {
      says: `At least ${goalOf(CDI.criteria, 'CDI2')} behavior descriptions.`,
      source: NC_PROGRAM,
      confidence: 'reported',
    }),
    rule('CDI3', ['scoring'], {
      says: `At least ${goalOf(CDI.criteria, 'CDI3')} reflections. A question that repeats the child’s words is coded as a question.`,
      source: NC_PROGRAM,
      confidence: 'reported',
    }),
    rule('CDI4', ['scoring'], {
      says: `At most ${goalOf(CDI.criteria, 'CDI4')} questions, commands and negative talk, counted together.`,
      source: NC_PROGRAM,
      confidence: 'reported',
    }),
    rule('CDI5', ['scoring'], {
      says: 'A window shows mastery if it can be assessed and meets CDI1 to CDI4. A kind of window without criteria never shows mastery. Unlabeled praise and neutral talk make no difference.',
      source: NC_PROGRAM,
      confidence: 'reported',
    }),
    rule('CDI6', ['leadCoach'], {
      says: 'Imitation, enthusiasm and ignoring are rated right after the window. The ratings are shown and never decide about the next stage.',
      source: 'Fields of a weekly coding sheet, as a published coding app has them; that they decide nothing is ours',
      confidence: 'reported',
    }),
  ],
};
