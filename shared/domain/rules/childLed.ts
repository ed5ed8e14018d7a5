import { CDI } from '../programs/pcit/phases.ts';
import { goalOf } from './figures.ts';
import type { RuleArea } from './rule.ts';
import { NC_PROGRAM } from './sources.ts';

export const CHILD_LED: RuleArea = {
  title: 'CDI mastery (CDI), criteria set `pcit-2011`, for each caregiver',
  note: '',
  rules: [
    {
      id: 'CDI1',
      says: `Labeled praise at least ${goalOf(CDI.criteria, 'CDI1')}. Unlabeled praise never counts.`,
      source: NC_PROGRAM,
      confidence: 'reported',
      judgedBy: ['scoring'],
    },
    {
      id: 'CDI2',
      says: `Behavior descriptions at least ${goalOf(CDI.criteria, 'CDI2')}.`,
      source: NC_PROGRAM,
      confidence: 'reported',
      judgedBy: ['scoring'],
    },
    {
      id: 'CDI3',
      says: `Reflections at least ${goalOf(CDI.criteria, 'CDI3')}; a question that repeats is a question.`,
      source: NC_PROGRAM,
      confidence: 'reported',
      judgedBy: ['scoring'],
    },
    {
      id: 'CDI4',
      says: `Questions, commands and negative talk at most ${goalOf(CDI.criteria, 'CDI4')}, all together.`,
      source: NC_PROGRAM,
      confidence: 'reported',
      judgedBy: ['scoring'],
    },
    {
      id: 'CDI5',
      says: 'Mastered when the window can be assessed and CDI1 to CDI4 are met; a kind of window without criteria is never mastered. Unlabeled praise and neutral talk never matter.',
      source: NC_PROGRAM,
      confidence: 'reported',
      judgedBy: ['scoring'],
    },
    {
      id: 'CDI6',
      says: 'Imitation, enthusiasm and ignoring are rated right after the window. They are shown, and never a gate.',
      source: 'Fields of a weekly coding sheet, as a published coding app has them; that they do not gate is ours',
      confidence: 'reported',
      judgedBy: ['leadCoach'],
    },
  ],
};
