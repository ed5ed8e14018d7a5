import { rule, type RuleArea } from './rule.ts';

export const ERASURE: RuleArea = {
  title: 'Erasure (ERA)',
  rules: [
    rule('ERA1', ['permission'], {
      says: 'Erasing a family takes two people. A therapist who treats it or a supervisor of that therapist asks, with a reason from a closed list. An admin, who reads no clinical record, confirms after showing again who they are. Either can withdraw the request before that. Each step is a row of the audit.',
      source: 'GDPR, Article 17, asks for erasure; HIPAA leaves its form to the clinic; the exact form is ours',
      confidence: 'ours',
    }),
    rule('ERA2', ['erasure'], {
      says: 'A family is not erased while a legal hold is set, while somebody is in a session of it that is not over, or while a file with its data is being made.',
    }),
    rule('ERA3', ['erasure'], {
      says: 'The family’s key goes first, in one transaction with the keys of its recordings, its links, devices and caregivers, and the row of the audit. Then follow its recordings and every other row, in small steps. A server that was killed in between goes on at its next start. Afterwards nothing about the family can be read in the database, its journal, recordings or exports. What stays names nobody: ids, times, who asked and who confirmed, the reason, and how much there was.',
      source: 'NIST SP 800-88, Revision 2: cryptographic erase; the exact form is ours',
      confidence: 'ours',
    }),
    rule('ERA4', ['permission', 'erasure'], {
      says: 'A supervisor of the family or an admin sets and lifts a legal hold, with a reason from a closed list. While it is set, nothing of the family is erased. Those who are tied to the family see it on its page.',
      source:
        'Legal holds suspend deletion in common law practice, such as US Federal Rules of Civil Procedure, Rule 37(e)',
      confidence: 'ours',
    }),
    rule('ERA5', ['erasure'], {
      says: 'Whoever has a connection to an erased family’s session, or a file of it on its way, loses it within a second. An open page of its record closes within half a minute, or when it is looked at again.',
    }),
    rule('ERA6', ['erasure'], {
      says: 'A backup from before an erasure does not bring the family back once another backup was made: it has no key there, and a restore removes its rows.',
    }),
    rule('ERA7', ['copy'], {
      says: 'Those who see a family can download a copy of everything about it, to give to the family: one archive of pages that open without Earshot and without a network, the same as data, and the recordings of the room that everyone in them agreed to. It is made while it is downloaded and never stored. Left out is what is about the clinic’s staff: supervision, second codings, codes of the coach’s words, and the coach’s recorded voice. Making one asks again who it is, and is a row of the audit.',
      source: 'GDPR, Articles 15 and 20; HIPAA Privacy Rule, 45 CFR 164.524; the exact form is ours',
      confidence: 'ours',
    }),
  ],
};
