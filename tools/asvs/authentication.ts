import type { Chapter, Requirement } from './requirement.ts';

const PASSWORDS: readonly Requirement[] = [
  {
    id: 'V6.2.1',
    asks: 'A password has at least 8 characters',
    met: [
      'shared/domain/passwordLength.ts',
      ['client/features/set-password/SetPasswordPage.test.tsx', 'a short password is not sent'],
    ],
    note: 'At least 12.',
  },
  {
    id: 'V6.2.2',
    asks: 'People can change their password',
    met: [
      [
        'server/http/myAccountAnswers.test.ts',
        'a person changes their own password, which ends their other sign-ins and no longer takes the old one',
      ],
    ],
  },
  {
    id: 'V6.2.3',
    asks: 'Changing it takes the current one',
    met: [
      [
        'server/http/myAccountAnswers.test.ts',
        '[PER13] a person changes their password only with the current one, and wrong ones are counted',
      ],
    ],
    note: 'Together with a confirmation from the last five minutes (PER13).',
  },
  {
    id: 'V6.2.4',
    asks: 'The most common passwords are refused',
    met: [
      ['shared/protocol/passwordScore.test.ts', '[PER10] “%s” is easy to guess'],
      'server/auth/passwords/isGuessable.ts',
    ],
  },
  {
    id: 'V6.2.5',
    asks: 'Any characters may be used, and none are demanded',
    met: [['shared/protocol/passwordScore.test.ts', '[PER10] “%s” is not'], 'shared/domain/passwordLength.ts'],
  },
  {
    id: 'V6.2.6',
    asks: 'Fields hide what is typed',
    met: ['client/ui/NewPasswordInput.tsx', 'client/features/sign-in/SignInPage.tsx'],
  },
  {
    id: 'V6.2.7',
    asks: 'Pasting and password managers work',
    met: ['client/ui/NewPasswordInput.tsx', 'client/features/sign-in/SignInPage.tsx'],
  },
  {
    id: 'V6.2.8',
    asks: 'The password is checked exactly as it was typed',
    met: [
      [
        'server/auth/passwords/passwordHashes.test.ts',
        '[PER10] a password is checked exactly as it was typed, whatever its characters',
      ],
      ['server/auth/passwords/passwordHashes.test.ts', '[PER10] a password that is %s is wrong'],
    ],
    note: 'Hashes from before, which normalized Unicode, are replaced when their owner signs in.',
  },
  {
    id: 'V6.2.9',
    asks: 'Passwords of 64 characters are possible',
    met: ['shared/domain/passwordLength.ts'],
    note: 'Up to 128.',
  },
  {
    id: 'V6.2.10',
    asks: 'Nobody has to change their password from time to time',
    met: ['docs/decisions/0043-staff-accounts.md', 'server/auth/auth.ts'],
  },
  {
    id: 'V6.2.11',
    asks: 'Words of the context are refused',
    met: [
      ['server/http/accountLinkAnswers.test.ts', '[PER10] the clinic’s name is easy to guess at this clinic'],
      [
        'shared/protocol/passwordScore.test.ts',
        '[PER10] a person’s own name is easier to guess for somebody who knows it',
      ],
    ],
    note: 'The words of the person’s name and address and of the clinic’s name, and “Earshot”.',
  },
  {
    id: 'V6.2.12',
    asks: 'Passwords are compared with those of known breaches',
    open: 'They are compared with dictionaries of common passwords only.',
  },
];

const FACTORS: readonly Requirement[] = [
  {
    id: 'V6.5.1',
    asks: 'Each code works once',
    met: [
      ['server/http/secondFactorAnswers.test.ts', '[PER11] uses each code once, so nobody who saw it can'],
      [
        'server/http/secondFactorAnswers.test.ts',
        '[PER11] uses a recovery code once when the phone is lost, however it is typed',
      ],
      ['server/http/accountLinkAnswers.test.ts', '[PER10] is good for one of two who use it at the same moment'],
    ],
  },
  {
    id: 'V6.5.2',
    asks: 'Short codes are stored with a slow hash and salt',
    met: [
      'server/auth/recoveryCodes.ts',
      [
        'server/http/secondFactorAnswers.test.ts',
        '[PER11] sets up an authenticator app, gets ten recovery codes, and everything opens',
      ],
    ],
    note: 'Recovery codes have 140 random bits, more than the 112 below which a slow hash is asked for. Codes of authenticator apps are not stored.',
  },
  {
    id: 'V6.5.3',
    asks: 'Codes and seeds come from a secure generator',
    met: ['server/auth/recoveryCodes.ts', 'server/auth/authenticatorApp.ts', 'server/storage/secrets.ts'],
  },
  {
    id: 'V6.5.4',
    asks: 'Codes have at least 20 random bits',
    met: ['server/auth/recoveryCodes.ts', 'server/storage/secrets.ts'],
    note: '140 and 256.',
  },
  {
    id: 'V6.5.5',
    asks: 'A code of an app is good for 30 seconds, others for ten minutes',
    open: 'A code of an app counts in its own 30 seconds and in the next (decision 43), so for up to 60: people type slowly. Challenges of passkeys last five minutes.',
  },
  { id: 'V6.6.1', asks: 'Codes by telephone are an extra', notApplicable: 'There are none.' },
  {
    id: 'V6.6.2',
    asks: 'A code that is sent belongs to one request',
    notApplicable: 'No code is sent. The links of PER10 set a password and are no factor.',
  },
  { id: 'V6.6.3', asks: 'Codes that are sent cannot be guessed', notApplicable: 'No code is sent.' },
  {
    id: 'V6.8.1',
    asks: 'Nobody can be another person by way of another provider',
    met: [
      ['server/auth/readClaims.test.ts', '[PER17] the same subject of another issuer is another person'],
      [
        'server/http/providerAnswers.test.ts',
        '[PER17] is known by the subject from then on, and nobody else gets in with the same address',
      ],
    ],
  },
  {
    id: 'V6.8.2',
    asks: 'The signature of what a provider says is checked',
    met: [['server/http/providerAnswers.test.ts', '[PER17] an identity that is %s'], 'server/auth/discoverProvider.ts'],
  },
  { id: 'V6.8.3', asks: 'SAML answers are used once', notApplicable: 'There is no SAML.' },
  {
    id: 'V6.8.4',
    asks: 'How strongly and how recently a provider asked is checked',
    met: [
      ['server/http/providerAnswers.test.ts', '[PER17] gives a second factor here or there: the provider %s'],
      ['server/http/providerAnswers.test.ts', '[PER13] has confirmed who it is only if the provider asked just now'],
    ],
    note: 'A provider that says nothing counts as one that asked for a password.',
  },
];

export const AUTHENTICATION: Chapter = {
  id: 'V6',
  about: 'Authentication',
  rows: [
    {
      id: 'V6.1.1',
      asks: 'It is written down how guessing is stopped, and how nobody is locked out by others',
      met: [
        'docs/RULES.md',
        'docs/decisions/0043-staff-accounts.md',
        'docs/decisions/0041-limits-and-ends-of-connections.md',
      ],
    },
    {
      id: 'V6.1.2',
      asks: 'Words that may not be in passwords are written down',
      met: ['docs/RULES.md', 'shared/protocol/passwordScore.ts'],
      note: 'Rule PER10.',
    },
    {
      id: 'V6.1.3',
      asks: 'All ways to sign in are written down, with how strong each is',
      met: [
        'docs/RULES.md',
        'docs/decisions/0043-staff-accounts.md',
        'docs/decisions/0048-passkeys.md',
        'docs/decisions/0049-identity-provider.md',
      ],
    },
    ...PASSWORDS,
    {
      id: 'V6.3.1',
      asks: 'Guessing is stopped as written',
      met: [
        [
          'server/http/signInAnswers.test.ts',
          '[PER12] ten wrong passwords lock the account, from wherever they come, and a /64 network counts as one address',
        ],
        ['server/auth/attempts.test.ts', '[PER12] tries at the same time do not outrun the count'],
      ],
    },
    {
      id: 'V6.3.2',
      asks: 'There are no accounts that everybody knows',
      met: [
        ['server/http/clinicAnswers.test.ts', 'the first visitor cannot become admin without the printed link'],
        'server/start/refuseDemoData.ts',
      ],
    },
    {
      id: 'V6.3.3',
      asks: 'Everybody signs in with two factors',
      open: 'A new clinic requires it. An admin can turn it off, and clinics from before decide themselves.',
    },
    {
      id: 'V6.3.4',
      asks: 'No way to sign in is weaker than the others, and none is hidden',
      met: [
        ['server/http/secondFactorAnswers.test.ts', '[PER11] is answered by no route but those that set one up'],
        ['server/http/providerAnswers.test.ts', '[PER17] gives a second factor here or there: the provider %s'],
        [
          'server/everyRoute.test.ts',
          '[PER2] [PER3] [PER4] [PER9] lets in exactly those whom the table of permissions names',
        ],
      ],
    },
    {
      id: 'V6.4.1',
      asks: 'First passwords and codes are random, end soon, and are no lasting password',
      met: [
        [
          'server/http/accountLinkAnswers.test.ts',
          '[PER10] ends after a week, when it is withdrawn, and when another one is sent',
        ],
        ['server/http/peopleAnswers.test.ts', 'cannot choose the person’s password'],
      ],
    },
    { id: 'V6.4.2', asks: 'No hints and no secret questions', notApplicable: 'There are none.' },
    {
      id: 'V6.4.3',
      asks: 'A new password does not replace the second factor',
      met: [
        ['server/http/accountLinkAnswers.test.ts', '[PER10] replaces the old password and ends every sign-in with it'],
        ['server/http/secondFactorAnswers.test.ts', '[PER11] gives a code of it at every sign-in'],
      ],
    },
    {
      id: 'V6.4.4',
      asks: 'Whoever lost a factor shows again who they are',
      met: [
        [
          'client/features/start/changePerson.test.tsx',
          'a second step is removed only once the admin said how they made sure who asks',
        ],
        [
          'server/http/secondFactorAnswers.test.ts',
          '[PER11] is removed by an admin for whoever lost it: they are signed out, told by mail, and set up another one',
        ],
        'SECURITY.md',
      ],
      note: 'In person, or by a call to the number that the clinic already had; the audit keeps which. Nobody can check that the admin did it.',
    },
    ...FACTORS,
  ],
};
