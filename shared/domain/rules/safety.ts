import { rule, type RuleArea } from './rule.ts';

const TELEHEALTH = 'Safety planning for family telehealth';

export const SAFETY: RuleArea = {
  title: 'Safety (SAF)',
  rules: [
    rule('SAF1', ['permission'], {
      says: 'At check-in of every session, the family confirms that its safety sheet is right: where the family is, who is at home, the number for calls, who else can help, and the nearest emergency service. The log keeps that this was confirmed, and nothing that the sheet says.',
      source: TELEHEALTH,
      confidence: 'reported',
    }),
    rule('SAF2', ['permission'], {
      says: 'A safety sheet can be read by the therapists who treat or cover the family and by its supervisors (PER9). Only those therapists can change it. For a call for help, each device of the family that was let in shows the nearest emergency service, and one with the camera of the room the address too; an earphone may be somewhere else. It is never part of an export, a report, a recording or the log.',
    }),
    rule('SAF3', ['permission', 'session'], {
      says: 'Until a session is closed, everybody who is in it can raise an emergency: the coach, an observer, and the family on each of its devices. It pauses a running window, shows whom to call, is told to everybody in the session and, by mail, to the supervisors of the family, and stays until staff end it. The log says who raised and who ended it.',
    }),
    rule('SAF4', ['familyRoom'], {
      says: 'A family can turn off its camera and microphone and leave the session at any moment, with one press and without a reason. What it turned off stays off until it turns it on again, also after its page was loaded again.',
    }),
  ],
};
