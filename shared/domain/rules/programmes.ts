import type { RuleArea } from './rule.ts';

/** A goal of ours for a programme that has published none. */
const goal = (id: string, says: string, source = '') => ({ id, says, source, confidence: 'ours' as const });

export const PROGRAMMES_AND_GOALS: RuleArea = {
  title: 'Programmes (PRO) and their practice goals (CAL, PMT, CFP, PAC, NVR)',
  note: 'The codes and goals of the sister programmes are ours. What is published of each programme stands in its description.',
  rules: [
    goal('PRO1', 'Only what is published is called mastery. Every other goal is a practice goal.'),
    goal(
      'PRO2',
      'A clinic’s copy of a programme is kept in versions that never change. A session keeps the edits that it was made under in its own log.',
    ),
    goal(
      'PRO3',
      'How a code is meant belongs to the code and the phase, in one programme. No table of them is shared: an if-then warning is right in one programme and wrong in another.',
    ),
    goal(
      'PRO4',
      'A goal that a clinic changed or added is local. It never passes to another programme or another copy.',
    ),
    goal(
      'PRO5',
      'Where the scoring of a programme changes, it gets a new version. A session keeps the version in its first fact, and its score; what is made from now on takes the newest.',
    ),
    {
      id: 'CAL1',
      says: 'PCIT-CALM goes on by number of sessions: 2 of teaching, 2 of coached child-led play, 2 with exposure, 1 of teaching DADS, 5 of coached DADS with exposure. No numeric mastery was found.',
      source: 'PCIT-CALM slides; a pilot with nine children',
      confidence: 'reported',
    },
    goal('PMT1', 'Effective praise, with touch or without, at least 10 in ten minutes.'),
    goal('PMT2', 'Of effective praise and criticism together, at least 80 % praise: four to one.'),
    goal('PMT3', 'At least 80 % of prompts calm, specific and given once.'),
    goal('PMT4', 'At least 75 % of the child’s target behaviors reinforced within 5 s.'),
    goal('PMT5', 'The point chart filled on at least 5 of 7 days.'),
    goal('PMT6', 'Of planned ignoring, criticism and giving in together, at least 75 % planned ignoring.'),
    goal('PMT7', 'No giving in after a refusal.'),
    goal('CFP1', 'Labeled praise at least 10 in ten minutes.'),
    goal('CFP2', 'At least 75 % of instructions effective.'),
    goal(
      'CFP3',
      'At least 75 % of chances to ignore taken: by the code of active ignoring itself, which tells of the whole of it.',
    ),
    goal('CFP4', 'One-on-one time of at least 5 minutes a day.'),
    goal('CFP5', 'Each correction of the parent comes after one that validates or praises.'),
    goal('CFP6', 'Validation at least once in ten minutes.'),
    goal('CFP7', 'At least half of self-compassion, repair and shaming together is no shaming.'),
    goal('CFP8', 'No shaming, of the child or of oneself.'),
    goal('CFP9', 'In one-on-one time at least 5 of ten minutes led by the child.'),
    goal('PAC1', 'Playfulness at least once in ten minutes.'),
    goal('PAC2', 'Acceptance at least once in ten minutes.'),
    goal('PAC3', 'Curiosity at least once in ten minutes.'),
    goal('PAC4', 'Empathy at least once in ten minutes.'),
    goal('PAC5', 'At least 80 % of what is coded connects.'),
    goal('PAC6', 'Repair within two minutes for at least half of the ruptures.'),
    goal('PAC7', 'No raised voice and no threat.'),
    goal('NVR1', 'Threats and arguing at most 1 in a role-play of five minutes.'),
    goal('NVR2', 'At least 80 % of provocations met by delay, withdrawal or silence for 5 s.'),
    goal('NVR3', 'At least 3 gestures of reconciliation in a week.'),
    goal('NVR4', 'At least 2 supporters contacted in a week.'),
    goal('NVR5', 'Presence at least once in a role-play.'),
    goal('NVR6', 'No capitulation.'),
  ],
};
