import { LEAK_THRESHOLD_DB } from '../earCheck.ts';
import { PROMPT_LIFETIME_MS } from '../prompts.ts';
import { MAY_RETURN_FOR_MS } from '../returning.ts';
import { hours, seconds } from './figures.ts';
import { rule, type RuleArea } from './rule.ts';

export const HEARING: RuleArea = {
  title: 'Who hears and sees (AUD), who may ask (PER), ear and prompts (EAR, PRM)',
  rules: [
    rule('AUD1', ['hearing'], {
      says: 'A track goes only to the people that `shared/domain/audience.ts` names for the phase. A room device never receives sound.',
    }),
    rule('AUD2', ['hearing'], {
      says: 'The sender’s part decides what a source is. Only a lead coach has a coach’s voice. A device never has a voice. An ear sends nothing.',
    }),
    rule('AUD3', ['hearing'], {
      says: 'The lead coach is silent while coding runs. The lead coach’s microphone is off at the start of every phase and of every connection.',
      source: 'Silence while coding: DPICS. The rest is ours',
      confidence: 'ours',
    }),
    rule('AUD4', ['hearing'], {
      says: 'A fact of the log goes only to the people that `shared/session/visibility.ts` names. A family never receives codes, notes or a supervisor’s voice. A device that was not let in learns whether the lead coach is here, and otherwise only about itself.',
    }),
    rule('AUD5', ['hearing'], {
      says: 'While the session runs, an observer’s codes of the coach or the parent go to observers and never to the lead coach.',
    }),
    rule('PER1', ['permission'], {
      says: 'A command is accepted only if `shared/domain/permissions.ts` lists the sender’s role and part for it.',
    }),
    rule('PER2', ['permission'], {
      says: 'A session can be opened by those who are tied to its family (PER9).',
    }),
    rule('PER3', ['permission'], {
      says: 'A route answers only the roles that its row names. The server does not start with a route that has no row.',
    }),
    rule('PER4', ['permission'], {
      says: 'A family’s record can be changed by the therapists who treat or cover the family (PER9); they also plan its sessions. Its supervisors can read it. Only the caregiver can open their diary.',
    }),
    rule('PER5', ['permission'], {
      says: `If a sign-in or a device’s ticket ends during a session, the person can still return to that session if they had joined it before. They can return to nothing else, only until the session is closed, and for at most ${hours(MAY_RETURN_FOR_MS)}. Signing out ends this at once.`,
    }),
    rule('PER6', ['permission', 'hearing'], {
      says: 'A device that was not let in learns nobody’s name, over HTTP or from the log. Its link may have reached the wrong person.',
    }),
    rule('PER7', ['permission'], {
      says: 'When a person or device loses access, everything that they are receiving ends within a second: connections, media and downloads. Access ends with a sign-out, an end of the sign-in (PER5 says who may stay), a deactivated account, another role or password, a revoked or expired device, or the end of a tie to the family (PER9); it does not matter who changed it. No command is accepted after that, even before the connection has ended.',
    }),
    rule('PER9', ['permission'], {
      says: 'A member of staff can see a family only if they are tied to it (`shared/domain/tie.ts`). A therapist treats a family that is on their caseload, or covers it for a colleague until and including one of the clinic’s days. A supervisor supervises the families of the members of the teams that they lead. Lists, routes and live sessions go by the same tie. Without one, the answer is the same as for a family that does not exist. An admin has no tie: to assign families, they see a family’s name and who treats it. When a tie ends, open connections to the family’s sessions end.',
    }),
    rule('PER15', ['familyLink'], {
      says: 'A family’s link works once and only by a tap, until an hour after the planned end of its session, or for two hours if it is made later. Staff see what became of each link and can withdraw it: then it opens nothing, and the device or diary that it opened is turned away.',
    }),
    rule('EAR1', ['caregiver', 'earCheck'], {
      says: 'A whisper reaches an ear only after its ear check. The caregiver must have heard the tone, and every microphone of the room must have listened without hearing it. If a microphone cannot listen or does not answer in time, the whisper stays off. If one reports the tone late, the whisper is turned off again. The lead coach can override the check with a reason, which the log keeps.',
    }),
    rule('EAR2', ['earCheck'], {
      says: `A microphone heard the tone if, for at least a quarter of its length, the tone was ${LEAK_THRESHOLD_DB} dB or more above the sound of the room at the frequencies around it. A voice that is at the pitch of the tone for a moment does not count.`,
    }),
    rule('EAR3', ['sounding'], {
      says: 'The screen says that a voice is heard only if the listener’s page reports that it can sound there: the connection to the media server is up, the page is playing, and its volume is above zero, as far as the browser shows it. A page that has not reported yet does not count as hearing. What is sent depends only on the audience table, never on this report.',
    }),
    rule('PRM1', ['prompts'], {
      says: `A prompt older than ${seconds(PROMPT_LIFETIME_MS)} is dropped, and its sender is told. This holds for a prompt that arrives late and for one that arrives on a page nobody can see.`,
      source: 'After a review of bug-in-ear coaching (3 to 5 s)',
      confidence: 'reported',
    }),
    rule('PRM2', ['prompts'], {
      says: 'A prompt that was sent in a step of a command sequence leaves the family’s screens when that step ends, by a code or by the clock of the step. A new phase removes it too, unless play with coaching or a command sequence continues in that phase.',
    }),
  ],
};
