import type { Chapter } from './requirement.ts';

export const SESSIONS: Chapter = {
  id: 'V7',
  about: 'Sign-ins',
  rows: [
    {
      id: 'V7.1.1',
      asks: 'It is written down when a sign-in ends, unused and at the latest',
      met: [
        'docs/RULES.md',
        'docs/decisions/0043-staff-accounts.md',
        'docs/decisions/0024-sign-in-that-expires-during-a-session.md',
      ],
    },
    {
      id: 'V7.1.2',
      asks: 'It is written down how many sign-ins one account may have',
      met: [
        'docs/RULES.md',
        ['server/auth/auth.test.ts', '[PER14] loses the one that was used least recently with one more'],
        ['server/auth/auth.test.ts', '[PER14] loses none that gave both factors to somebody who has only the password'],
      ],
      note: 'Twenty (PER14), and twelve live connections (decision 41).',
    },
    {
      id: 'V7.1.3',
      asks: 'It is written down how sign-ins here and at the provider belong together',
      met: ['docs/decisions/0049-identity-provider.md'],
    },
    { id: 'V7.2.1', asks: 'The server checks every token', met: ['server/http/gate.ts', 'server/auth/identify.ts'] },
    {
      id: 'V7.2.2',
      asks: 'Tokens are made for each sign-in',
      met: [
        [
          'server/auth/auth.test.ts',
          'a person with an account signs in with their password and is recognized by the cookie',
        ],
        'server/auth/signInAs.ts',
      ],
    },
    {
      id: 'V7.2.3',
      asks: 'Tokens have at least 128 random bits',
      met: ['server/storage/secrets.ts', 'server/auth/authOptions.ts'],
      note: 'Devices and diaries have 256. Those of staff are made by better-auth: 32 letters and digits.',
    },
    {
      id: 'V7.2.4',
      asks: 'Whoever signs in, also once more, gets a new token and loses the former one',
      met: [
        [
          'server/http/confirmation.test.ts',
          '[PER13] a confirmation gives the sign-in a new token and ends the former one',
        ],
        [
          'server/http/secondFactorAnswers.test.ts',
          '[PER11] goes on under a new token once they gave it, and the former one ends',
        ],
        [
          'server/signInEnds.test.ts',
          '[PER13] goes on under a new token after a confirmation: the connection stays, and the former token leads nowhere',
        ],
        ['server/signInEnds.test.ts', '[PER5] is renewed in place: the connection stays and uses the new sign-in'],
      ],
    },
    {
      id: 'V7.3.1',
      asks: 'A sign-in ends when it is not used',
      met: [
        [
          'server/auth/auth.test.ts',
          '[PER14] a sign-in with a password ends when it is not used for half an hour, and leads back into its session',
        ],
        ['shared/domain/signInEnd.test.ts', '[PER14] a sign-in ends half an hour after it was last used'],
      ],
      note: 'A caregiver’s diary stays open in a browser for 120 days, used or not.',
    },
    {
      id: 'V7.3.2',
      asks: 'A sign-in ends at the latest after some time',
      met: [['shared/domain/signInEnd.test.ts', '[PER14] and twelve hours after it began, however much it is used']],
    },
    {
      id: 'V7.4.1',
      asks: 'A token that ended is worth nothing',
      met: [
        ['server/auth/auth.test.ts', 'signing out also ends a copy of the cookie'],
        ['server/signInEnds.test.ts', '[PER5] a sign-out ends access to the session at once and permanently'],
      ],
    },
    {
      id: 'V7.4.2',
      asks: 'Whoever is deactivated is signed out everywhere',
      met: [
        ['server/accessEnds.test.ts', 'who %s is cut off, with their media'],
        ['server/http/peopleAnswers.test.ts', 'takes the access away, and gives it back'],
      ],
    },
    {
      id: 'V7.4.3',
      asks: 'After a change of a factor, other sign-ins can be ended',
      met: [
        [
          'server/http/myAccountAnswers.test.ts',
          'a person changes their own password, which ends their other sign-ins and no longer takes the old one',
        ],
        [
          'server/http/passkeyAnswers.test.ts',
          '[PER16] is renamed and removed, and removing it ends the other sign-ins',
        ],
        ['server/http/myAccountAnswers.test.ts', 'a person signs out all other browsers at once'],
      ],
    },
    {
      id: 'V7.4.4',
      asks: 'Every page has a way to sign out',
      open: 'Pages of staff have it in the menu under the name, and a caregiver’s diary at its end. A live session has it only after it is left.',
    },
    {
      id: 'V7.4.5',
      asks: 'An admin can sign somebody out',
      met: [['server/http/peopleAnswers.test.ts', 'takes the access away, and gives it back'], 'server/auth/auth.ts'],
    },
    {
      id: 'V7.5.1',
      asks: 'Changes of how somebody signs in ask again who it is',
      met: [
        [
          'server/http/confirmation.test.ts',
          '[PER13] every route whose row asks again does so before it looks at what was sent',
        ],
        ['server/http/secondFactorAnswers.test.ts', '[PER11] cannot set up another one with the password alone'],
      ],
    },
    {
      id: 'V7.5.2',
      asks: 'People see their sign-ins and end them after showing again who they are',
      met: [
        [
          'server/http/myAccountAnswers.test.ts',
          'a person sees where they are signed in, since when, and when each was last used',
        ],
        ['server/http/myAccountAnswers.test.ts', '[PER13] signing out in another browser asks again who it is'],
      ],
    },
    {
      id: 'V7.6.1',
      asks: 'Sign-ins here and at the provider end as written',
      met: [
        ['server/http/providerAnswers.test.ts', '[PER17] signs out here and is told where to sign out there'],
        ['server/http/providerAnswers.test.ts', '[PER13] has confirmed who it is only if the provider asked just now'],
      ],
    },
    {
      id: 'V7.6.2',
      asks: 'A sign-in begins only by an act of its person',
      met: [
        [
          'server/http/providerAnswers.test.ts',
          '[PER17] an answer that is used again, in another browser, too late, or made up',
        ],
        'client/ui/ProviderButton.tsx',
      ],
    },
  ],
};
