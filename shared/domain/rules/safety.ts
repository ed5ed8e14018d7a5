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
      says: 'A safety sheet can be read by the therapists who treat or cover the family and by its supervisors (PER9). Only those therapists can change it. It is never part of an export, a report, a recording or the log.',
    }),
  ],
};
