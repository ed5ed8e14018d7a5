import type { Chapter } from './requirement.ts';

export const CRYPTOGRAPHY: Chapter = {
  id: 'V11',
  about: 'Cryptography',
  rows: [
    {
      id: 'V11.1.1',
      asks: 'It is written down how keys are made, kept, replaced and destroyed',
      open: 'docs/KEYS.md says it for each key. It departs from NIST SP 800-57 in two points: the server’s secret has two uses, and the keys of families and recordings are never replaced.',
    },
    {
      id: 'V11.1.2',
      asks: 'All keys, algorithms and certificates are listed, with what they are for',
      met: ['docs/KEYS.md', 'docs/decisions/0045-one-key-a-family.md', 'docs/decisions/0012-recordings-at-rest.md'],
    },
    {
      id: 'V11.2.1',
      asks: 'Cryptography comes from proven implementations',
      met: ['server/keys/seal.ts', 'server/recording/store/pieceCipher.ts', 'server/auth/webAuthn.ts'],
      note: 'Node’s OpenSSL, better-auth, SimpleWebAuthn, otpauth and mediasoup.',
    },
    {
      id: 'V11.2.2',
      asks: 'Algorithms and keys can be replaced',
      open: 'The clinic’s key can be replaced, and sealed values have a version. Nothing encrypts again what is sealed under a family’s key, and a recording’s format names its algorithm only in code.',
    },
    {
      id: 'V11.2.3',
      asks: 'Everything has a strength of 128 bits',
      open: 'Our own keys have 256. RSA keys of passkeys, of the provider and of certificates are accepted whatever their length.',
    },
    {
      id: 'V11.3.1',
      asks: 'No ECB and no weak padding',
      met: ['server/keys/seal.ts', 'server/recording/store/pieceCipher.ts'],
    },
    {
      id: 'V11.3.2',
      asks: 'Only approved ciphers, such as AES-GCM',
      met: ['server/keys/seal.ts', 'server/recording/store/pieceCipher.ts', 'server/auth/secondFactors.ts'],
      note: 'AES-256-GCM; XChaCha20-Poly1305 for secrets of authenticator apps.',
    },
    {
      id: 'V11.3.3',
      asks: 'What is encrypted cannot be changed unnoticed',
      met: [
        ['server/keys/familyKey.test.ts', '[KEY1] a value with any changed, missing or added byte does not open'],
        [
          'server/keys/familyKey.test.ts',
          '[KEY1] a value opens only in its place: not in another column, row or family',
        ],
        [
          'server/recording/store/sealing.test.ts',
          '[RCD6] a changed byte is detected: only what was recorded is ever read',
        ],
      ],
    },
    {
      id: 'V11.4.1',
      asks: 'Only approved hashes',
      open: 'SHA-256 everywhere but in authenticator apps, whose codes are HMAC-SHA-1, as most apps know no other.',
    },
    {
      id: 'V11.4.2',
      asks: 'Passwords are stored with a slow hash, as slow as is advised now',
      met: [
        [
          'server/auth/passwords/passwordHashes.test.ts',
          '[PER10] a password is stored as a salted scrypt hash, as slow as OWASP advises',
        ],
        [
          'server/auth/auth.test.ts',
          '[PER10] an old hash of a password is replaced at the next sign-in, and by nothing else',
        ],
      ],
      note: 'scrypt with N = 2^17, r = 8, p = 1. Hashes from before still open, until their owner signs in.',
    },
    {
      id: 'V11.4.3',
      asks: 'Hashes that protect data have 256 bits',
      met: [
        ['server/audit/auditChain.test.ts', '[ADT3] a row that was changed is found, whatever was changed in it'],
        'server/audit/auditChain.ts',
        'server/cli/backup/verifyBackup.ts',
      ],
    },
    {
      id: 'V11.4.4',
      asks: 'Keys from passwords are derived slowly',
      notApplicable: 'No key comes from a password. EARSHOT_SECRET has to be random.',
    },
    {
      id: 'V11.5.1',
      asks: 'What nobody may guess has 128 random bits',
      met: [
        'server/auth/recoveryCodes.ts',
        'server/storage/secrets.ts',
        [
          'server/http/secondFactorAnswers.test.ts',
          '[PER11] sets up an authenticator app, gets ten recovery codes, and everything opens',
        ],
      ],
      note: 'Links, cookies, challenges and keys have 256, recovery codes 140. Recovery codes from before have 80 until their owner renews them.',
    },
    {
      id: 'V11.6.1',
      asks: 'Keys and signatures are made with approved algorithms',
      open: 'A passkey may sign with RS256, whose padding the standard no longer approves. EdDSA and ES256 are preferred.',
    },
  ],
};
