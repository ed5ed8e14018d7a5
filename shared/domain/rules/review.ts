import type { RuleArea } from './rule.ts';

export const REVIEW: RuleArea = {
  title: 'Review and supervision (REV, FID)',
  note: '',
  rules: [
    {
      id: 'REV1',
      says: 'Whoever opened a session’s review or report, led it, or watched it with the codes in sight, is not an independent coder of it. Until they open it, nobody who could code it blind is shown a code.',
      source: '',
      confidence: 'ours',
      judgedBy: ['review'],
    },
    {
      id: 'REV2',
      says: 'An observer may code blind: no code, rating, note or count of anybody else reaches their screen until they end it, or take the lead. They are independent only where no code of another in the window was in their sight before each of their own came in.',
      source: '',
      confidence: 'ours',
      judgedBy: ['review'],
    },
    {
      id: 'REV3',
      says: 'After the session a code can be corrected, taken out or added, with a reason. The record counts it so; the code as it was given stays in sight, and comparisons of coders go by what each gave.',
      source: '',
      confidence: 'ours',
      judgedBy: ['review'],
    },
    {
      id: 'REV4',
      says: 'A second coding of a window is its coder’s own until it is finished, and does not change the record.',
      source: '',
      confidence: 'ours',
      judgedBy: ['review'],
    },
    {
      id: 'REV5',
      says: 'While a record is signed off, no code of it is corrected, taken out or added, no coding is imported, and no late press is taken: the sign-off is taken back first.',
      source: '',
      confidence: 'ours',
      judgedBy: ['review'],
    },
    {
      id: 'FID1',
      says: 'Fidelity is the share of a checklist’s items that were done, of those that apply; one done partly counts half.',
      source: 'Integrity checklists by session type: the protocol; counting a part as half is ours',
      confidence: 'ours',
      judgedBy: ['supervisor'],
    },
  ],
};
