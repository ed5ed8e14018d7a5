import { rule, type RuleArea } from './rule.ts';

export const REVIEW: RuleArea = {
  title: 'Review and supervision (REV, FID)',
  rules: [
    rule('REV1', ['review'], {
      says: 'A person who opened a session’s review or report, led the session, or watched it with the codes visible is not an independent coder of it. A person who could still code it blind sees no code until they open the review.',
    }),
    rule('REV2', ['review'], {
      says: 'An observer can code blind: no code, rating, note or count by anybody else reaches their screen until they end blind coding or take the lead. They count as independent only if they had seen no other code of the window before each of their own arrived.',
    }),
    rule('REV3', ['review'], {
      says: 'After the session, a code can be corrected, removed or added with a reason. The record counts the result. The original code stays visible, and comparisons of coders use the codes as each coder gave them.',
    }),
    rule('REV4', ['review'], {
      says: 'A second coding of a window is visible only to its coder until it is finished. It does not change the record.',
    }),
    rule('REV5', ['review'], {
      says: 'While a record is signed off, codes cannot be corrected, removed or added, codings cannot be imported, and late presses are refused. The sign-off must be withdrawn first.',
    }),
    rule('FID1', ['supervisor'], {
      says: 'Fidelity is the share of the applicable items of a checklist that were done. An item that was partly done counts half.',
      source: 'Integrity checklists by session type: the protocol; counting a part as half is ours',
      confidence: 'ours',
    }),
  ],
};
