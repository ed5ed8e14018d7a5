import type { FidelityChecklist } from '../../supervision/fidelity.ts';
import { makeChecklist } from '../makeChecklist.ts';

/** In our own words; a clinic can replace it with its own list. Rule FID1. */
export const CHECKLISTS: readonly FidelityChecklist[] = [
  makeChecklist('de-escalation-teach', 'Teaching de-escalation', [
    ['build-up', 'Showed how a struggle builds up, with one of this family’s'],
    ['delay', 'Taught putting off the answer, and coming back to it'],
    ['withdraw', 'Taught leaving a struggle without a last word'],
    ['presence', 'Taught one sentence that says: I am here, and I stay'],
    ['supporters', 'Chose supporters, and planned how to ask them'],
    ['safety', 'Went through what to do when somebody is in danger'],
  ]),
  makeChecklist('de-escalation-coach', 'Coaching de-escalation', [
    ['check-in', 'Went through a struggle of the week, step by step'],
    ['scene', 'Set up a role-play close to home'],
    ['coding', 'Coded five minutes in silence'],
    ['calm', 'Coached delay, withdrawal or silence at each provocation'],
    ['words', 'Coached leaving out threats and arguing'],
    ['feedback', 'Named what the parent kept out of, and how'],
    ['week', 'Agreed on one gesture of reconciliation'],
  ]),
  makeChecklist('presence-teach', 'Teaching presence', [
    ['presence', 'Taught saying that one is there, cares and stays'],
    ['announcement', 'Wrote the announcement together'],
    ['sit-in', 'Planned the sit-in: when, who is near, how it ends'],
    ['reconciliation', 'Taught gestures that ask for nothing in return'],
    ['safety', 'Went through when not to do it'],
  ]),
  makeChecklist('presence-coach', 'Coaching presence', [
    ['check-in', 'Asked about gestures and supporters of the week'],
    ['rehearsal', 'Rehearsed the announcement or the sit-in as it is to be done'],
    ['coding', 'Coded five minutes in silence'],
    ['coached', 'Coached calm words, silence and staying'],
    ['supporters', 'Settled what each supporter does'],
    ['feedback', 'Named what showed presence'],
    ['plan', 'Agreed on the day to do it, and on what comes after'],
  ]),
];
