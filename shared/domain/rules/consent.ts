import { CONSENT_LASTS_DAYS } from '../consent/consentPurposes.ts';
import { days } from './figures.ts';
import { rule, type RuleArea } from './rule.ts';

const DAY_MS = 86_400_000;
const PRACTICE =
  'Separate consent by purpose, with expiry, and the child’s assent: telehealth practice; jurisdictions differ';

export const CONSENT: RuleArea = {
  title: 'Consent (CNS)',
  rules: [
    rule('CNS1', ['consent'], {
      says: `A family is asked about each purpose separately: live sessions, the recording of the room, the transcript, supervision, training, research. Each caregiver answers for themselves, and a guardian also for the child, with the child’s own wish. The last answer counts. A yes has a last day, within ${days(CONSENT_LASTS_DAYS.longest * DAY_MS)}, and belongs to a version of the wording. When the wording changes so much that it must be asked again, earlier answers no longer count.`,
      source: PRACTICE,
      confidence: 'reported',
    }),
    rule('CNS2', ['consent', 'permission'], {
      says: 'Nobody turns another person’s no into a yes. A refusal that was given on a device is changed only on that device, one given on a caregiver’s own page only there, and one that staff noted only by staff. A guardian who said no for the child is removed only with a reason, which the record keeps. Everyone has their own answer, and one no outweighs another person’s yes.',
    }),
    rule('CNS3', ['consent'], {
      says: 'A purpose is agreed to when each caregiver concerned and a guardian for the child say yes, and nobody says no. A child who objects outweighs their guardian, except for live sessions and supervision. If nobody says no and somebody has not answered, the question is open.',
    }),
    rule('CNS4', ['consent', 'permission'], {
      says: 'Every feature asks the one table. After a no to live sessions, none can be planned or begun, and one that has begun ends. After a no to the recording, nothing of the room is recorded, played or exported. Words are only written down with consent to the transcript. After a no to supervision, a supervisor can neither watch live nor play a recording. A recording leaves the clinic only for a purpose that was agreed to. A no takes effect within a second.',
    }),
  ],
};
