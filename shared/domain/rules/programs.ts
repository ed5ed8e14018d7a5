import { COURSE as CALM_COURSE } from '../programs/calm/course.ts';
import { CONNECTION, GUIDANCE } from '../programs/cfpt/phases.ts';
import { DE_ESCALATION, PRESENCE } from '../programs/nvr/phases.ts';
import { ATTUNEMENT } from '../programs/pace/phases.ts';
import { PROMPTING, REINFORCEMENT } from '../programs/pmt/phases.ts';
import type { Criterion } from '../mastery.ts';
import { goalOf, minutes, percent, seconds, withinOf } from './figures.ts';
import type { Judge } from './judges.ts';
import type { RuleArea } from './rule.ts';

/** A practice goal of ours for a program without a published one. Scoring judges it unless `judges` says otherwise. */
const goal = (id: string, says: string, judgedBy: readonly [Judge, ...Judge[]] = ['goals']) => {
  return { id, says, source: '', confidence: 'ours' as const, judgedBy };
};
/** A rule about how programs are built. Their tables and tests keep it. */
const made = (id: string, says: string) => goal(id, says, ['programs']);

const PMT = [...PROMPTING.criteria, ...REINFORCEMENT.criteria];
const CFP = [...CONNECTION.criteria, ...GUIDANCE.criteria];
const PAC = ATTUNEMENT.criteria;
const NVR = [...DE_ESCALATION.criteria, ...PRESENCE.criteria];

const share = (criteria: readonly Criterion[], rule: string) => percent(goalOf(criteria, rule));
const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

function sessionsOf(stage: string): number {
  const gate = CALM_COURSE.find(({ id }) => id === stage)?.gate;
  if (gate?.is !== 'sessions') throw new Error(`${stage} is not gated by a number of sessions.`);
  return gate.count;
}

export const PROGRAMS_AND_GOALS: RuleArea = {
  title: 'Programs (PRO) and their practice goals (CAL, PMT, CFP, PAC, NVR)',
  note: 'The codes and goals of the sister programs are ours. Each program’s description says what is published about it.',
  rules: [
    made('PRO1', 'Only meeting published criteria is called mastery. Every other goal is a practice goal.'),
    made(
      'PRO2',
      'A clinic’s copy of a program is kept in versions that never change. A session’s own log keeps the edits that applied to it.',
    ),
    made(
      'PRO3',
      'The meaning of a code belongs to the code and the phase in one program. Programs share no table of meanings: an if-then warning is right in one program and wrong in another.',
    ),
    made(
      'PRO4',
      'A goal that a clinic changed or added is local. It never passes to another program or to another copy.',
    ),
    made(
      'PRO5',
      'When the scoring of a program changes, the program gets a new version. A session keeps its version in its first fact, and keeps its score. New sessions use the newest version.',
    ),
    {
      id: 'CAL1',
      says: `PCIT-CALM goes on by number of sessions: ${sessionsOf('cdi-teach')} of teaching, ${sessionsOf('cdi-coach')} of coached child-led play, ${sessionsOf('exposure-coach')} with exposure, ${sessionsOf('dads-teach')} of teaching DADS, ${sessionsOf('dads-coach')} of coached DADS with exposure. We found no numeric criteria for mastery.`,
      source: 'PCIT-CALM slides; a pilot with nine children',
      confidence: 'reported',
      judgedBy: ['programs'],
    },
    goal(
      'PMT1',
      `At least ${goalOf(PMT, 'PMT1')} effective praises, with or without touch, in ${minutes(PROMPTING.windowMs)}.`,
    ),
    goal('PMT2', `At least ${share(PMT, 'PMT2')} of effective praise and criticism together is praise.`),
    goal('PMT3', `At least ${share(PMT, 'PMT3')} of prompts are calm, specific and given once.`),
    goal(
      'PMT4',
      `At least ${share(PMT, 'PMT4')} of the child’s target behaviors are reinforced within ${seconds(withinOf(PMT, 'PMT4'))}.`,
    ),
    goal('PMT5', 'The point chart is filled in on at least 5 of 7 days. This is tracked and closes no gate.', [
      'caregiver',
    ]),
    goal(
      'PMT6',
      `At least ${share(PMT, 'PMT6')} of planned ignoring, criticism and giving in together is planned ignoring.`,
    ),
    goal('PMT7', 'The parent never gives in after a refusal.'),
    goal('CFP1', `At least ${goalOf(CFP, 'CFP1')} labeled praises in ${minutes(CONNECTION.windowMs)}.`),
    goal('CFP2', `At least ${share(CFP, 'CFP2')} of instructions are effective.`),
    goal(
      'CFP3',
      `At least ${share(CFP, 'CFP3')} of the chances to ignore are taken. The code for active ignoring covers the whole of it.`,
    ),
    goal('CFP4', 'One-on-one time on each day for which home practice is planned.', ['caregiver']),
    goal('CFP5', 'Each correction of the parent comes after a statement that validates or praises.', ['coder']),
    goal('CFP6', `At least ${times(goalOf(CFP, 'CFP6'))} validation in ${minutes(CONNECTION.windowMs)}.`),
    goal('CFP7', `At least ${share(CFP, 'CFP7')} of self-compassion, repair and shaming together is free of shaming.`),
    goal('CFP8', 'No shaming of the child or of oneself.'),
    goal(
      'CFP9',
      `In one-on-one time the child leads at least ${goalOf(CFP, 'CFP9')} of the window’s ${minutes(CONNECTION.windowMs)}.`,
    ),
    goal('PAC1', `Playfulness at least ${times(goalOf(PAC, 'PAC1'))} in ${minutes(ATTUNEMENT.windowMs)}.`),
    goal('PAC2', `Acceptance at least ${times(goalOf(PAC, 'PAC2'))} in ${minutes(ATTUNEMENT.windowMs)}.`),
    goal('PAC3', `Curiosity at least ${times(goalOf(PAC, 'PAC3'))} in ${minutes(ATTUNEMENT.windowMs)}.`),
    goal('PAC4', `Empathy at least ${times(goalOf(PAC, 'PAC4'))} in ${minutes(ATTUNEMENT.windowMs)}.`),
    goal('PAC5', `At least ${share(PAC, 'PAC5')} of the parent’s codes are connecting ones.`),
    goal('PAC6', `At least ${share(PAC, 'PAC6')} of ruptures are repaired within ${minutes(withinOf(PAC, 'PAC6'))}.`),
    goal('PAC7', 'No raised voice and no threat.'),
    goal(
      'NVR1',
      `At most ${goalOf(NVR, 'NVR1')} threats and arguments in a role-play of ${minutes(DE_ESCALATION.windowMs)}.`,
    ),
    goal(
      'NVR2',
      `At least ${share(NVR, 'NVR2')} of provocations are met by delay, withdrawal or ${seconds(withinOf(NVR, 'NVR2'))} of silence.`,
    ),
    goal('NVR3', 'At least 3 gestures of reconciliation in a week. This is tracked and closes no gate.', ['caregiver']),
    goal('NVR4', 'At least 2 supporters contacted in a week. This is tracked and closes no gate.', ['caregiver']),
    goal('NVR5', `Presence at least ${times(goalOf(NVR, 'NVR5'))} in a role-play.`),
    goal('NVR6', 'No capitulation.'),
  ],
};
