import { rule, type RuleArea } from './rule.ts';
import { minutes } from './figures.ts';
import { LOOKED_BACK_DAYS } from '../audit/lookedAt.ts';
import { SAME_DENIAL_MS, SAME_READING_MS } from '../audit/audited.ts';

export const AUDIT: RuleArea = {
  title: 'Audit (ADT)',
  rules: [
    rule('ADT1', ['audit'], {
      says: 'Sign-ins, readings of records and recordings, changes, exports, overrides and refused attempts are rows of the audit. Every route of HTTP and every command of a session says which row it writes, or that it writes none. A row has ids, and no name, word or secret, so it stays when a family is erased.',
      source: 'HIPAA Security Rule, 45 CFR 164.312(b); the exact form is ours',
      confidence: 'ours',
    }),
    rule('ADT2', ['audit'], {
      says: `A change is answered only when its row is on the disk. The row of a reading is written within a second, and so is that of a command of a session, which never waits for it. The same reading within ${minutes(SAME_READING_MS)}, and the same refused attempt within ${minutes(SAME_DENIAL_MS)}, is one row. When too many rows wait because the disk takes none, nothing is read.`,
    }),
    rule('ADT3', ['audit'], {
      says: 'The audit only grows, and the database refuses anything else. Each row has the hash of itself and the hash before it, so a row that was changed, removed or moved is found. A head that was kept elsewhere shows whether the end was removed or everything was made again.',
      source: 'HIPAA Security Rule, 45 CFR 164.312(c)(1); the exact form is ours',
      confidence: 'ours',
    }),
    rule('ADT4', ['audit'], {
      says: `An admin reads all rows, by family, person or kind. Those who are tied to a family read its rows. A caregiver reads in their diary, for the last ${LOOKED_BACK_DAYS} days, on which days which roles looked at the record, a session or a recording, or made a copy, and not who. Reading the audit is a row too.`,
      source: 'HIPAA Privacy Rule, 45 CFR 164.528, asks for less: an account of disclosures; the exact form is ours',
      confidence: 'ours',
    }),
  ],
};
