import { LEAK_THRESHOLD_DB } from '../earCheck.ts';
import { PROMPT_LIFETIME_MS } from '../prompts.ts';
import { MAY_RETURN_FOR_MS } from '../returning.ts';
import { hours, seconds } from './figures.ts';
import type { RuleArea } from './rule.ts';

export const HEARING: RuleArea = {
  title: 'Who hears and sees (AUD), who may ask (PER), ear and prompts (EAR, PRM)',
  note: '',
  rules: [
    {
      id: 'AUD1',
      says: 'A track flows to whom `shared/domain/audience.ts` names for the phase, and to nobody else. A room device never receives sound.',
      source: '',
      confidence: 'ours',
      judgedBy: ['hearing'],
    },
    {
      id: 'AUD2',
      says: 'What a source becomes follows from its sender’s part: only a lead coach has a coach’s voice; a device never has a voice; an ear sends nothing.',
      source: '',
      confidence: 'ours',
      judgedBy: ['hearing'],
    },
    {
      id: 'AUD3',
      says: 'The lead coach is silent while coding runs. Every phase begins with the lead coach’s voice closed, and so does every connection.',
      source: 'Silence while coding: DPICS. The rest is ours',
      confidence: 'ours',
      judgedBy: ['hearing'],
    },
    {
      id: 'AUD4',
      says: 'A fact of the log reaches whom `shared/session/visibility.ts` names. A family never receives codes, notes or a supervisor’s voice. A device that was not let in is told whether the lead coach is here, and of nobody else but itself.',
      source: '',
      confidence: 'ours',
      judgedBy: ['hearing'],
    },
    {
      id: 'AUD5',
      says: 'While the session goes on, what an observer codes, of the coach or of the parent, reaches observers and themselves, and never the lead coach.',
      source: '',
      confidence: 'ours',
      judgedBy: ['hearing'],
    },
    {
      id: 'PER1',
      says: 'A command is answered when `shared/domain/permissions.ts` has the asker’s role and part in its row.',
      source: '',
      confidence: 'ours',
      judgedBy: ['permission'],
    },
    {
      id: 'PER2',
      says: 'A session is open to the therapist who leads it and to supervisors (`shared/domain/attendance.ts`).',
      source: '',
      confidence: 'ours',
      judgedBy: ['permission'],
    },
    {
      id: 'PER3',
      says: 'A route answers the roles that `server/http/access.ts` names, and a route without a row does not start.',
      source: '',
      confidence: 'ours',
      judgedBy: ['permission'],
    },
    {
      id: 'PER4',
      says: 'A family’s record is open to the therapists who made it or lead a session of it, who may enter into it and plan sessions (any therapist while nobody leads one), and to supervisors, who may read it. A caregiver’s diary is open to the caregiver alone.',
      source: '',
      confidence: 'ours',
      judgedBy: ['permission'],
    },
    {
      id: 'PER5',
      says: `The end of a sign-in, or of a device’s ticket, cuts nobody off from a session in progress that they joined before it: they may come back to that session, and to nothing else, until it is closed, for at most ${hours(MAY_RETURN_FOR_MS)}. A sign-out shuts it at once.`,
      source: '',
      confidence: 'ours',
      judgedBy: ['permission'],
    },
    {
      id: 'PER6',
      says: 'A device that was not let in is told nobody’s name, neither over HTTP nor by the log: its link may have reached the wrong person.',
      source: '',
      confidence: 'ours',
      judgedBy: ['permission', 'hearing'],
    },
    {
      id: 'EAR1',
      says: 'Whispers reach an ear only after its ear check: the caregiver heard the tone, and every microphone of the room that was asked to listen did, and did not hear it. One that does not answer in time, or cannot listen, leaves the way shut; one that reports the tone late shuts it again. The lead coach may override it with a reason, which the log keeps.',
      source: '',
      confidence: 'ours',
      judgedBy: ['caregiver', 'earCheck'],
    },
    {
      id: 'EAR2',
      says: `A tone that stands ${LEAK_THRESHOLD_DB} dB or more above the room was heard by the room.`,
      source: '',
      confidence: 'ours',
      judgedBy: ['earCheck'],
    },
    {
      id: 'EAR3',
      says: 'A voice is said to be heard only where the listener’s page says that it would sound there: the way from the media server stands, the page plays, and its volume is above zero, as far as a browser shows it. A page that has not said so since it came is not taken to hear. The table of who hears what decides what is sent, and does not go by this.',
      source: '',
      confidence: 'ours',
      judgedBy: ['sounding'],
    },
    {
      id: 'PRM1',
      says: `A prompt older than ${seconds(PROMPT_LIFETIME_MS)} is dropped, and its sender told: one that comes late, and one that came to a page that nobody could see.`,
      source: 'After a review of bug-in-ear coaching (3 to 5 s)',
      confidence: 'reported',
      judgedBy: ['prompts'],
    },
    {
      id: 'PRM2',
      says: 'A prompt that was sent in a step of a command sequence goes from the family’s screens when that step is over, by a code or by the step’s own clock. A new phase takes it away too, unless play that is followed or coached goes on in it.',
      source: '',
      confidence: 'ours',
      judgedBy: ['prompts'],
    },
  ],
};
