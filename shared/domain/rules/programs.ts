import { COURSE as CALM_COURSE } from '../programs/calm/course.ts';
import { CONNECTION, GUIDANCE } from '../programs/cfpt/phases.ts';
import { DE_ESCALATION, PRESENCE } from '../programs/nvr/phases.ts';
import { ATTUNEMENT } from '../programs/pace/phases.ts';
import { PROMPTING, REINFORCEMENT } from '../programs/pmt/phases.ts';
import type { Criterion } from '../mastery.ts';
import { goalOf, minutes, percent, seconds, withinOf } from './figures.ts';
import { rule, type RuleArea } from './rule.ts';

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
    rule('PRO1', ['programs'], {
      says: 'Only meeting published criteria is called mastery. Every other goal is a practice goal.',
    }),
    rule('PRO2', ['programs'], {
      says: 'A clinic’s copy of a program is kept in versions that never change. A session’s own log keeps the edits that applied to it.',
    }),
    rule('PRO3', ['programs'], {
      says: 'The meaning of a code belongs to the code and the phase in one program. Programs share no table of meanings: an if-then warning is right in one program and wrong in another.',
    }),
    rule('PRO4', ['programs'], {
      says: 'A goal that a clinic changed or added is local. It never passes to another program or to another copy.',
    }),
    rule('PRO5', ['programs'], {
      says: 'When the scoring of a program changes, the program gets a new version. A session keeps its version in its first fact, and keeps its score. New sessions use the newest version.',
    }),
    rule('CAL1', ['programs'], {
      says: `PCIT-CALM moves on by number of sessions: ${sessionsOf('cdi-teach')} of teaching, ${sessionsOf('cdi-coach')} of coached child-led play, ${sessionsOf('exposure-coach')} with exposure, ${sessionsOf('dads-teach')} of teaching DADS, ${sessionsOf('dads-coach')} of coached DADS with exposure. We found no numeric criteria for mastery.`,
      source: 'PCIT-CALM slides; a pilot with nine children',
      confidence: 'reported',
    }),
    rule('PMT1', ['goals'], {
      says: `At least ${goalOf(PMT, 'PMT1')} effective praises, with or without touch, in ${minutes(PROMPTING.windowMs)}.`,
    }),
    rule('PMT2', ['goals'], {
      says: `At least ${share(PMT, 'PMT2')} of effective praise and criticism together is praise.`,
    }),
    rule('PMT3', ['goals'], { says: `At least ${share(PMT, 'PMT3')} of prompts are calm, specific and given once.` }),
    rule('PMT4', ['goals'], {
      says: `At least ${share(PMT, 'PMT4')} of the child’s target behaviors are reinforced within ${seconds(withinOf(PMT, 'PMT4'))}.`,
    }),
    rule('PMT5', ['caregiver'], {
      says: 'The point chart is filled in on at least 5 of 7 days. This is tracked and closes no gate.',
    }),
    rule('PMT6', ['goals'], {
      says: `At least ${share(PMT, 'PMT6')} of planned ignoring, criticism and giving in together is planned ignoring.`,
    }),
    rule('PMT7', ['goals'], { says: 'The parent never gives in after a refusal.' }),
    rule('CFP1', ['goals'], {
      says: `At least ${goalOf(CFP, 'CFP1')} labeled praises in ${minutes(CONNECTION.windowMs)}.`,
    }),
    rule('CFP2', ['goals'], { says: `At least ${share(CFP, 'CFP2')} of instructions are effective.` }),
    rule('CFP3', ['goals'], {
      says: `At least ${share(CFP, 'CFP3')} of the chances to ignore are taken. The code for active ignoring covers the whole of it.`,
    }),
    rule('CFP4', ['caregiver'], { says: 'One-on-one time on each day for which home practice is planned.' }),
    rule('CFP5', ['coder'], {
      says: 'Each correction of the parent comes after a statement that validates or praises.',
    }),
    rule('CFP6', ['goals'], {
      says: `At least ${times(goalOf(CFP, 'CFP6'))} validation in ${minutes(CONNECTION.windowMs)}.`,
    }),
    rule('CFP7', ['goals'], {
      says: `At least ${share(CFP, 'CFP7')} of self-compassion, repair and shaming together is free of shaming.`,
    }),
    rule('CFP8', ['goals'], { says: 'No shaming of the child or of oneself.' }),
    rule('CFP9', ['goals'], {
      says: `In one-on-one time the child leads at least ${goalOf(CFP, 'CFP9')} of the window’s ${minutes(CONNECTION.windowMs)}.`,
    }),
    rule('PAC1', ['goals'], {
      says: `Playfulness at least ${times(goalOf(PAC, 'PAC1'))} in ${minutes(ATTUNEMENT.windowMs)}.`,
    }),
    rule('PAC2', ['goals'], {
      says: `Acceptance at least ${times(goalOf(PAC, 'PAC2'))} in ${minutes(ATTUNEMENT.windowMs)}.`,
    }),
    rule('PAC3', ['goals'], {
      says: `Curiosity at least ${times(goalOf(PAC, 'PAC3'))} in ${minutes(ATTUNEMENT.windowMs)}.`,
    }),
    rule('PAC4', ['goals'], {
      says: `Empathy at least ${times(goalOf(PAC, 'PAC4'))} in ${minutes(ATTUNEMENT.windowMs)}.`,
    }),
    rule('PAC5', ['goals'], { says: `At least ${share(PAC, 'PAC5')} of the parent’s codes are connecting ones.` }),
    rule('PAC6', ['goals'], {
      says: `At least ${share(PAC, 'PAC6')} of ruptures are repaired within ${minutes(withinOf(PAC, 'PAC6'))}.`,
    }),
    rule('PAC7', ['goals'], { says: 'No raised voice and no threat.' }),
    rule('NVR1', ['goals'], {
      says: `At most ${goalOf(NVR, 'NVR1')} threats and arguments in a role-play of ${minutes(DE_ESCALATION.windowMs)}.`,
    }),
    rule('NVR2', ['goals'], {
      says: `At least ${share(NVR, 'NVR2')} of provocations are met by delay, withdrawal or ${seconds(withinOf(NVR, 'NVR2'))} of silence.`,
    }),
    rule('NVR3', ['caregiver'], {
      says: 'At least 3 gestures of reconciliation in a week. This is tracked and closes no gate.',
    }),
    rule('NVR4', ['caregiver'], {
      says: 'At least 2 supporters contacted in a week. This is tracked and closes no gate.',
    }),
    rule('NVR5', ['goals'], { says: `Presence at least ${times(goalOf(NVR, 'NVR5'))} in a role-play.` }),
    rule('NVR6', ['goals'], { says: 'No capitulation.' }),
  ],
};
