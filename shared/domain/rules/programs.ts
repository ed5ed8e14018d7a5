import { COURSE as CALM_COURSE } from '../programs/calm/course.ts';
import { CONNECTION, GUIDANCE } from '../programs/cfpt/phases.ts';
import { DE_ESCALATION, PRESENCE } from '../programs/nvr/phases.ts';
import { ATTUNEMENT } from '../programs/pace/phases.ts';
import { PROMPTING, REINFORCEMENT } from '../programs/pmt/phases.ts';
import type { Criterion } from '../mastery.ts';
import { goalOf, minutes, percent, seconds, withinOf } from './figures.ts';
import type { Judge } from './judges.ts';
import type { RuleArea } from './rule.ts';

/** A goal of ours for a program that has published none: judged by scoring, unless said otherwise. */
const goal = (id: string, says: string, judgedBy: readonly [Judge, ...Judge[]] = ['goals']) => {
  return { id, says, source: '', confidence: 'ours' as const, judgedBy };
};
/** How a program is made: kept by its tables and their tests. */
const made = (id: string, says: string) => goal(id, says, ['programs']);

const PMT = [...PROMPTING.criteria, ...REINFORCEMENT.criteria];
const CFP = [...CONNECTION.criteria, ...GUIDANCE.criteria];
const PAC = ATTUNEMENT.criteria;
const NVR = [...DE_ESCALATION.criteria, ...PRESENCE.criteria];

const share = (criteria: readonly Criterion[], rule: string) => percent(goalOf(criteria, rule));
const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

function sessionsOf(stage: string): number {
  const gate = CALM_COURSE.find(({ id }) => id === stage)?.gate;
  if (gate?.is !== 'sessions') throw new Error(`${stage} is not left by a number of sessions.`);
  return gate.count;
}

export const PROGRAMS_AND_GOALS: RuleArea = {
  title: 'Programs (PRO) and their practice goals (CAL, PMT, CFP, PAC, NVR)',
  note: 'The codes and goals of the sister programs are ours. What is published of each program stands in its description.',
  rules: [
    made('PRO1', 'Only what is published is called mastery. Every other goal is a practice goal.'),
    made(
      'PRO2',
      'A clinic’s copy of a program is kept in versions that never change. A session keeps the edits that it was made under in its own log.',
    ),
    made(
      'PRO3',
      'How a code is meant belongs to the code and the phase, in one program. No table of them is shared: an if-then warning is right in one program and wrong in another.',
    ),
    made('PRO4', 'A goal that a clinic changed or added is local. It never passes to another program or another copy.'),
    made(
      'PRO5',
      'Where the scoring of a program changes, it gets a new version. A session keeps the version in its first fact, and its score; what is made from now on takes the newest.',
    ),
    {
      id: 'CAL1',
      says: `PCIT-CALM goes on by number of sessions: ${sessionsOf('cdi-teach')} of teaching, ${sessionsOf('cdi-coach')} of coached child-led play, ${sessionsOf('exposure-coach')} with exposure, ${sessionsOf('dads-teach')} of teaching DADS, ${sessionsOf('dads-coach')} of coached DADS with exposure. No numeric mastery was found.`,
      source: 'PCIT-CALM slides; a pilot with nine children',
      confidence: 'reported',
      judgedBy: ['programs'],
    },
    goal(
      'PMT1',
      `Effective praise, with touch or without, at least ${goalOf(PMT, 'PMT1')} in ${minutes(PROMPTING.windowMs)}.`,
    ),
    goal('PMT2', `Of effective praise and criticism together, at least ${share(PMT, 'PMT2')} praise.`),
    goal('PMT3', `At least ${share(PMT, 'PMT3')} of prompts calm, specific and given once.`),
    goal(
      'PMT4',
      `At least ${share(PMT, 'PMT4')} of the child’s target behaviors reinforced within ${seconds(withinOf(PMT, 'PMT4'))}.`,
    ),
    goal('PMT5', 'The point chart filled on at least 5 of 7 days. It is followed, and closes nothing.', ['caregiver']),
    goal(
      'PMT6',
      `Of planned ignoring, criticism and giving in together, at least ${share(PMT, 'PMT6')} planned ignoring.`,
    ),
    goal('PMT7', 'No giving in after a refusal.'),
    goal('CFP1', `Labeled praise at least ${goalOf(CFP, 'CFP1')} in ${minutes(CONNECTION.windowMs)}.`),
    goal('CFP2', `At least ${share(CFP, 'CFP2')} of instructions effective.`),
    goal(
      'CFP3',
      `At least ${share(CFP, 'CFP3')} of chances to ignore taken: by the code of active ignoring itself, which tells of the whole of it.`,
    ),
    goal('CFP4', 'One-on-one time each day, for as long as home practice is planned.', ['caregiver']),
    goal('CFP5', 'Each correction of the parent comes after one that validates or praises.', ['coder']),
    goal('CFP6', `Validation at least ${times(goalOf(CFP, 'CFP6'))} in ${minutes(CONNECTION.windowMs)}.`),
    goal('CFP7', `At least ${share(CFP, 'CFP7')} of self-compassion, repair and shaming together is no shaming.`),
    goal('CFP8', 'No shaming, of the child or of oneself.'),
    goal(
      'CFP9',
      `In one-on-one time at least ${goalOf(CFP, 'CFP9')} of the window’s ${minutes(CONNECTION.windowMs)} led by the child.`,
    ),
    goal('PAC1', `Playfulness at least ${times(goalOf(PAC, 'PAC1'))} in ${minutes(ATTUNEMENT.windowMs)}.`),
    goal('PAC2', `Acceptance at least ${times(goalOf(PAC, 'PAC2'))} in ${minutes(ATTUNEMENT.windowMs)}.`),
    goal('PAC3', `Curiosity at least ${times(goalOf(PAC, 'PAC3'))} in ${minutes(ATTUNEMENT.windowMs)}.`),
    goal('PAC4', `Empathy at least ${times(goalOf(PAC, 'PAC4'))} in ${minutes(ATTUNEMENT.windowMs)}.`),
    goal('PAC5', `At least ${share(PAC, 'PAC5')} of what is coded connects.`),
    goal('PAC6', `Repair within ${minutes(withinOf(PAC, 'PAC6'))} for at least ${share(PAC, 'PAC6')} of the ruptures.`),
    goal('PAC7', 'No raised voice and no threat.'),
    goal(
      'NVR1',
      `Threats and arguing at most ${goalOf(NVR, 'NVR1')} in a role-play of ${minutes(DE_ESCALATION.windowMs)}.`,
    ),
    goal(
      'NVR2',
      `At least ${share(NVR, 'NVR2')} of provocations met by delay, withdrawal or silence for ${seconds(withinOf(NVR, 'NVR2'))}.`,
    ),
    goal('NVR3', 'At least 3 gestures of reconciliation in a week. They are followed, and close nothing.', [
      'caregiver',
    ]),
    goal('NVR4', 'At least 2 supporters contacted in a week. They are followed, and close nothing.', ['caregiver']),
    goal('NVR5', `Presence at least ${times(goalOf(NVR, 'NVR5'))} in a role-play.`),
    goal('NVR6', 'No capitulation.'),
  ],
};
