import type { Chapter } from './requirement.ts';

export const CONFIGURATION: Chapter = {
  id: 'V13',
  about: 'Configuration',
  rows: [
    {
      id: 'V13.1.1',
      asks: 'It is written down what the application connects to',
      met: ['docs/THREATS.md', 'README.md', 'server/config/config.ts'],
    },
    {
      id: 'V13.2.1',
      asks: 'Parts of the backend authenticate to each other with short-lived credentials',
      open: 'The database is a file. The mail server and the provider know us by a password and a client secret that stay the same.',
    },
    {
      id: 'V13.2.2',
      asks: 'Each part has no more rights than it needs',
      open: 'tools/service/earshot.service runs the server as a user of its own, who can write only to the data folder. Media worker and recorder are the same user, and could read that folder too.',
    },
    {
      id: 'V13.2.3',
      asks: 'No credential is a default',
      met: [
        ['server/auth/readSecret.test.ts', 'each clinic has its own secret'],
        [
          'server/keys/clinicKeyFile.test.ts',
          'the first start creates a key that only its owner can read, and later starts find it',
        ],
      ],
    },
    {
      id: 'V13.2.4',
      asks: 'The application may connect only to what is listed',
      met: ['server/config/config.ts', ['server/config/config.test.ts', 'a deployer can set every variable']],
      note: 'The mail server and the provider of the settings. A firewall is the operator’s.',
    },
    {
      id: 'V13.2.5',
      asks: 'The server may load only from what is listed',
      met: ['server/config/config.ts', 'server/auth/identityProvider.ts'],
      note: 'The provider’s metadata name its other addresses.',
    },
    {
      id: 'V13.3.1',
      asks: 'Secrets are in a vault, and in no source or build',
      open: 'Each can be in a file that a vault mounts (CLINIC_KEY_FILE, EARSHOT_SECRET_FILE, SMTP_PASSWORD_FILE, OIDC_CLIENT_SECRET_FILE, TLS_KEY). By default, keys are files in the data folder that only their owner can read. The operator decides whether to use a vault.',
    },
    {
      id: 'V13.3.2',
      asks: 'Only who needs a secret can read it',
      met: [
        ['server/keys/clinicKeyFile.test.ts', 'a key that others can read is refused, with what to do'],
        ['server/auth/readSecret.test.ts', 'the secret is created once, and only its owner can read it'],
        'server/start/closeToOthers.test.ts',
      ],
    },
    {
      id: 'V13.4.1',
      asks: 'Nobody can fetch the folder of the version control',
      met: ['server/http/servePages.ts', ['server/http/servePages.test.ts', '%s is not there']],
      note: 'Only the folder of the built pages is served.',
    },
    {
      id: 'V13.4.2',
      asks: 'Nothing for debugging runs in production',
      met: ['server/main.ts', ['server/http/answerFailures.test.ts', 'a fault of ours says nothing of what is inside']],
      note: 'Development pages need --dev.',
    },
    { id: 'V13.4.3', asks: 'No lists of folders', met: ['server/http/servePages.ts'] },
    {
      id: 'V13.4.4',
      asks: 'TRACE is not answered',
      met: ['server/http/servePages.ts', 'server/http/answerRoutes.ts'],
      note: 'No route has it, so it is not found.',
    },
    {
      id: 'V13.4.5',
      asks: 'Descriptions and health are shown only on purpose',
      met: [
        ['server/http/apiDescriptionAnswers.test.ts', 'staff can read the description of every route'],
        ['server/http/clinicAnswers.test.ts', 'a server whose store answers is well'],
      ],
      note: 'Only signed-in staff read the description. Anybody may ask whether the server is well.',
    },
  ],
};
