import { rule, type RuleArea } from './rule.ts';

export const KEYS: RuleArea = {
  title: 'Keys (KEY)',
  rules: [
    rule('KEY1', ['keys'], {
      says: 'What is stored about a family is encrypted under a key of its own: names, contact details, facts and diaries. Only ids, times, types, counts, the program and the stage can be read without it. A value that was changed, or moved to another row, column or family, is never read.',
      source: 'HIPAA Security Rule, 45 CFR 164.312(a)(2)(iv) and (c)(1); the exact form is ours',
      confidence: 'ours',
    }),
    rule('KEY2', ['keys'], {
      says: 'The keys of families are encrypted under the clinic’s key, which can be replaced while the server runs. The former key stays until nothing needs it.',
    }),
    rule('KEY3', ['keys'], {
      says: 'What an earlier version stored as plain text is encrypted before the server listens, and the plain text is removed from the database file.',
    }),
    rule('KEY4', ['keys'], {
      says: 'A backup contains neither the clinic’s key nor those of families and recordings. The keys that still exist, encrypted, are one file beside all backups, which every backup replaces. So no backup, whatever its age, opens what was erased before the latest one.',
    }),
  ],
};
