import { GRADUATION_ECBI as ecbi } from '../programs/pcit/course.ts';
import { STALL_LIMITS as limits } from '../course/stallLimits.ts';
import { rule, type RuleArea } from './rule.ts';
import { ASSUMED, PROTOCOL_2011 } from './sources.ts';

export const COURSE_OF_TREATMENT: RuleArea = {
  title: 'The course (CRS) and stalls (STA)',
  rules: [
    rule('CRS1', ['course'], {
      says: 'A course goes through the stages of its program in order. Moving on before a gate is met, or skipping a stage, needs a reason. The record keeps the reason with the name of the person who decided.',
      source: `Stages: ${PROTOCOL_2011}. The rest is ours`,
      confidence: 'ours',
    }),
    rule('CRS2', ['course'], {
      says: 'A course can go back to an earlier stage. Criteria that were met in that stage before must be met again.',
    }),
    rule('CRS3', ['course'], {
      says: 'Each caregiver meets a gate alone, and the family moves on together. The family’s stage is that of the caregiver who is furthest back. One caregiver can move on alone only with a reason.',
      source: 'Mastery for each caregiver: PCIT protocol. Moving on together is ours',
      confidence: 'ours',
    }),
    rule('CRS4', ['course'], {
      says: 'A stage of teaching or assessment can be left once its session was held.',
      source: PROTOCOL_2011,
      confidence: 'reported',
    }),
    rule('CRS5', ['course'], {
      says: 'A stage with a set number of sessions can be left once that many were held.',
      source: 'PCIT-CALM slides: stages by session number',
      confidence: 'reported',
    }),
    rule('CRS6', ['course'], {
      says: 'A gate with criteria is met once a window of the caregiver could be assessed and met all of them. If the criteria belong to two phases, they need not be met in the same session.',
      source: `${PROTOCOL_2011}; whether both must be in the same session is unconfirmed`,
      confidence: 'reported',
    }),
    rule('CRS7', ['course'], {
      says: `To graduate in standard PCIT, a family needs mastery of CDI and of PDI. Each caregiver’s own last ECBI Intensity total must be at most ${ecbi.atMost} and at most ${ecbi.withinDays} days old. A clinician must judge each caregiver ready to continue alone. ${ecbi.atMost} is half a standard deviation above the mean of the norm sample; one trainers’ quiz says 115.`,
      source: ASSUMED,
      confidence: 'assumed',
    }),
    rule('CRS8', ['therapist', 'course'], {
      says: 'Whether a caregiver is ready to continue alone is a yes or no by a clinician, given for each caregiver.',
      source: PROTOCOL_2011,
      confidence: 'reported',
    }),
    rule('CRS9', ['course'], {
      says: 'A course ends by graduation, or early, with reasons from the clinician and from the caregiver. A booster session leaves a family graduated. Restarting a course takes a reason.',
    }),
    rule('CRS10', ['course'], { says: 'A paused course cannot change its stage until it is resumed.' }),
    rule('CRS11', ['programs'], {
      says: 'A decision keeps the version of the program, and the clinic’s changes to it, under which it was made.',
    }),
    rule('CRS12', ['course'], {
      says: 'CDI is coded again in PDI sessions. To graduate, each caregiver’s last such window that can be judged must show mastery. A skill that fell below mastery is named for the coach to look at.',
      source: 'Coding CDI in PDI sessions: PCIT protocol, unconfirmed. The gate is ours',
      confidence: 'ours',
    }),
    rule('STA1', ['course'], {
      says: `After more than ${limits.coachSessions} sessions in one coaching stage, a supervisor should look at the course.`,
    }),
    rule('STA2', ['course'], {
      says: `After ${limits.withoutGain} coded sessions in a row without one better than the best before, a supervisor should look at the course.`,
    }),
    rule('STA3', ['course'], {
      says: `After ${limits.missed} missed sessions within ${limits.missedWithinDays} days, someone should talk with the family.`,
    }),
    rule('STA4', ['course'], {
      says: `After ${limits.practiceWeeks} weeks in a row with fewer than ${limits.practiceDays} days of home practice each, someone should talk with the family.`,
    }),
    rule('STA5', ['course'], {
      says: `A running course without a session or a diary entry for ${limits.silentDays} days is silent, and someone should talk with the family.`,
    }),
  ],
};
