import type { RuleArea } from './rule.ts';

const TELEHEALTH = 'Safety planning for family telehealth';

export const SAFETY: RuleArea = {
  title: 'Safety (SAF)',
  note: '',
  rules: [
    {
      id: 'SAF1',
      says: 'At check-in of every session the family says that its safety sheet holds: where it is, who is at home, where a call reaches it, who else can help and the nearest emergency service. The log keeps that it was confirmed, and nothing of what the sheet says.',
      source: TELEHEALTH,
      confidence: 'reported',
      judgedBy: ['permission'],
    },
    {
      id: 'SAF2',
      says: 'A safety sheet is read by the family’s own therapists, by supervisors and by whoever leads its session, and changed by its therapists. No export, report, recording or log has it.',
      source: '',
      confidence: 'ours',
      judgedBy: ['permission'],
    },
  ],
};
