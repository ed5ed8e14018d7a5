import { ANNOUNCED_DAYS, ENDED_KEPT_DAYS } from '../retention/retentionRules.ts';
import { rule, type RuleArea } from './rule.ts';

export const RETENTION: RuleArea = {
  title: 'Retention (RET)',
  rules: [
    rule('RET1', ['retention', 'permission'], {
      says: 'How long recordings and whole records are kept is the clinic’s rule, chosen by an admin from a closed list after showing again who they are. Until then they are all kept. Before a rule is set, the admin is told how much it would erase. Each change is a row of the audit.',
      source:
        'GDPR, Article 5(1)(e), asks for limits of storage; how long a record must be kept is the law of the country; the exact form is ours',
      confidence: 'ours',
    }),
    rule('RET2', ['retention'], {
      says: 'A recording’s age counts from the day on which it was recorded, a record’s from its last entry, its last session or the last change of its safety sheet. With an age of the child in the rule, a record is also kept until the end of the month in which the child reaches that age; without a month of birth it is kept.',
      source: 'Records of minors are often kept until some years after majority, by the law of the country',
      confidence: 'ours',
    }),
    rule('RET3', ['retention'], {
      says: `Whatever these rules will erase is announced at least ${ANNOUNCED_DAYS} days before, to the admins and on the family’s page. If the clinic sends mail, admins get one that names nobody. If a rule changes, its announcements start again. What the rule then keeps, or a record in which something happened, is not erased: its announcement is withdrawn. A restored backup has no announcements: everything is announced anew.`,
    }),
    rule('RET4', ['retention', 'permission'], {
      says: 'Nothing is erased because of its age while a legal hold is set, while somebody is in a session of the family that is not over, while a file with its data is being made, or, for a recording, while a second coding from it is not finished. Who treats or supervises the family can keep it for another year, with a reason from a closed list, counted from the day of its erasure or, if that has passed, from today. It is then announced again. A record is kept as long as any of its recordings. Whatever changed after it was judged is judged anew the next night.',
    }),
    rule('RET5', ['retention'], {
      says: 'Once a night the server announces and erases, in small steps and never twice at once. If it is off at night, it does so by day, when nobody is in a session. Each recording and record that it erases is a row of the audit, written in the transaction that destroys the key. A server that was stopped in between goes on.',
    }),
    rule('RET6', ['retention', 'erasure'], {
      says: 'Of a recording, its key and its files are erased; codes, words and the report stay. A whole record is erased as ERA3 says; the list of erasures still says that a rule decided it, and which admin set it.',
    }),
    rule('RET7', ['audit'], {
      says: 'The audit is kept. Its rows are a chain in which none can be missing, and they have ids and no names.',
    }),
    rule('RET8', ['retention'], {
      says: `Links, and the devices and diaries that they opened, are removed ${ENDED_KEPT_DAYS} days after they ended, every night, at every clinic and without an announcement: they open nothing anymore. Those of one session stay together: the days count from the end of the last of them, or from the time for which the session was planned if that is later. A used link of a diary stays as long as a browser or a passkey goes back to it, an invitation until it is accepted or withdrawn. While a legal hold is set, those of the family stay. A link that was removed is refused in the same words as an unknown one. Sign-ins of staff go sooner: at a sign-out, or when they can lead back to no session (PER5).`,
    }),
  ],
};
