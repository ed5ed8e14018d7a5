import { rule, type RuleArea } from './rule.ts';

const LAW = 'Separate consent to a recording, with its purpose: telehealth practice; jurisdictions differ';

export const RECORDING: RuleArea = {
  title: 'Recording (RCD)',
  note: 'The audience table treats a recorder like any other listener. It receives the tracks that its rows allow and nothing else.',
  rules: [
    rule('RCD1', ['recording'], {
      says: 'The room’s picture, the room’s sound and the coach’s voice can each be recorded separately, from check-in to the end of feedback. The coach’s voice is recorded only while somebody is allowed to hear it. A supervisor’s voice is never recorded.',
    }),
    rule('RCD2', ['recording'], {
      says: 'Nothing is recorded without consent in the session’s log. For the family’s picture and sound, one caregiver gives it and any caregiver can withdraw it. Each coach consents for their own voice.',
      source: LAW,
      confidence: 'reported',
    }),
    rule('RCD3', ['recording'], {
      says: 'When consent is withdrawn or the recording is paused, it stops within a second. Time that could not be recorded is shown as a gap with its reason.',
    }),
    rule('RCD4', ['recording'], {
      says: 'A recording carries a map from its own time to session time. In 95 of 100 cases, this places a code within 33 ms of the moment that it codes.',
    }),
    rule('RCD5', ['recording'], {
      says: 'A recording can be watched once its session is closed, by the therapists and supervisors who are tied to its family (PER9). Nothing on the way keeps it in a cache.',
    }),
    rule('RCD6', ['recording'], {
      says: 'A recording is stored encrypted in chunks. Its key is its own and is encrypted under its family’s key. A chunk that was changed, moved or left out is detected and never shown. A file that was cut off plays up to that point and is marked as incomplete.',
      source: 'HIPAA Security Rule, 45 CFR 164.312(a)(2)(iv) and (c)(1); the exact form is ours',
      confidence: 'ours',
    }),
    rule('RCD7', ['recording'], {
      says: 'A recording is erased by destroying its key and then deleting its files. A session whose recording was erased records no more.',
    }),
    rule('RCD8', ['recording'], {
      says: 'A recording is exported as one file in session time, black and silent where nothing was recorded. It contains only what has consent, both when it is made and when it is downloaded. It is stored encrypted until it is downloaded, and then deleted.',
    }),
    rule('RCD9', ['recording'], {
      says: 'A caregiver can withdraw consent to the family’s recording after the session. From then on, nothing of the room is played, searched for speech or exported. The recording stays locked until it is erased. Codes, words and the report stay.',
      source: LAW,
      confidence: 'ours',
    }),
  ],
};
