import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { mediaPortsFrom } from './mediaPorts.ts';

test('an empty environment is valid', () => {
  expect(readConfig({})).toEqual({
    port: 3_000,
    host: '127.0.0.1',
    clinicKey: { from: 'file', file: resolve('data/clinic.key') },
    dataFolder: resolve('data'),
    database: { engine: 'sqlite', file: resolve('data/earshot.sqlite') },
    recordingsFolder: resolve('data/recordings'),
    nodeAddress: undefined,
    watchAt: undefined,
    publicUrl: 'http://localhost:3000',
    localUrls: { localhost: 'http://localhost:3000', loopback: 'http://127.0.0.1:3000' },
    trustedOrigins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
    demo: true,
    trustedProxies: [],
    connectionsPerAddress: 200,
    mediaListen: ['127.0.0.1'],
    mediaAddresses: ['127.0.0.1'],
    mediaPorts: mediaPortsFrom(44_444),
    secret: undefined,
    mail: undefined,
    identityProvider: undefined,
    tls: undefined,
    speechModel: undefined,
    recordingMinFreeBytes: 2 ** 30,
    logLevel: 'warn',
  });
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', EARSHOT_DEMO: '' })).toEqual(readConfig({}));
});

test('a deployer can set every variable', () => {
  const env = {
    PORT: '8443',
    PUBLIC_URL: 'https://clinic.example/',
    EARSHOT_DEMO: 'off',
    HOST: '::',
    MEDIA_LISTEN: '10.0.0.7, ::',
    MEDIA_ADDRESS: '203.0.113.7,media.clinic.example',
    TRUSTED_PROXIES: '10.0.0.5, 192.168.0.0/16',
    CONNECTIONS_PER_ADDRESS: '50',
    SMTP_URL: 'smtp://earshot@mail.clinic.example',
    SMTP_PASSWORD_FILE: '/run/secrets/mail',
    EARSHOT_SECRET_FILE: '/run/secrets/earshot',
    CLINIC_KEY_FILE: '/run/secrets/clinic',
    NODE_ADDRESS: 'http://10.0.0.5:8443',
    RECORDINGS_FOLDER: '/srv/recordings',
    WATCH_PORT: '9000',
    WATCH_HOST: '10.0.0.5',
    DATABASE_URL: 'postgres://earshot@database.clinic.example/earshot?sslmode=verify-full',
    DATABASE_PASSWORD_FILE: '/run/secrets/database',
    OIDC_ISSUER: 'https://login.hospital.example',
    OIDC_CLIENT_ID: 'earshot',
    OIDC_CLIENT_SECRET_FILE: '/run/secrets/oidc',
    OIDC_NAME: 'Harbor Hospital',
    OIDC_ONLY: 'on',
    OIDC_TWO_FACTOR_ACR: 'gold, https://refeds.org/profile/mfa',
    MAIL_FROM: 'earshot@clinic.example',
  };
  expect(readConfig(env)).toMatchObject({
    port: 8_443,
    nodeAddress: 'http://10.0.0.5:8443',
    recordingsFolder: '/srv/recordings',
    watchAt: { host: '10.0.0.5', port: 9_000 },
    publicUrl: 'https://clinic.example',
    trustedOrigins: ['https://clinic.example'],
    demo: false,
    host: '::',
    mediaListen: ['10.0.0.7', '::'],
    mediaAddresses: ['203.0.113.7', 'media.clinic.example'],
    trustedProxies: ['10.0.0.5', '192.168.0.0/16'],
    connectionsPerAddress: 50,
    identityProvider: {
      issuer: 'https://login.hospital.example',
      clientId: 'earshot',
      clientSecret: { from: 'file', file: '/run/secrets/oidc' },
      name: 'Harbor Hospital',
      isOnly: true,
      twoFactorLevels: ['gold', 'https://refeds.org/profile/mfa'],
    },
    secret: { from: 'file', file: '/run/secrets/earshot' },
    database: {
      engine: 'postgres',
      url: 'postgres://earshot@database.clinic.example/earshot?sslmode=verify-full',
      passwordFile: '/run/secrets/database',
    },
    mail: {
      url: 'smtp://earshot@mail.clinic.example',
      from: 'earshot@clinic.example',
      passwordFile: '/run/secrets/mail',
      needsTls: true,
    },
  });
});

test('at an address that other machines can open, and behind a proxy, the clinic is a real one', () => {
  expect(readConfig({ PUBLIC_URL: 'https://clinic.example', MEDIA_ADDRESS: '203.0.113.7' }).demo).toBe(false);
  expect(readConfig({ TRUSTED_PROXIES: '127.0.0.1' }).demo).toBe(false);
});

test.for([
  ['with the demo', {}, '127.0.0.1'],
  ['without it', { EARSHOT_DEMO: 'off' }, '127.0.0.1'],
  ['with a certificate for this machine', { EARSHOT_DEMO: 'off', TLS_SELF_SIGNED: 'on' }, '127.0.0.1'],
  ['where other machines open it', { PUBLIC_URL: 'https://clinic.example', MEDIA_ADDRESS: '203.0.113.7' }, '0.0.0.0'],
  ['behind a proxy', { TRUSTED_PROXIES: '10.0.0.5' }, '0.0.0.0'],
  ['where HOST says so', { HOST: '192.0.2.7' }, '192.0.2.7'],
] as const)('%s the server listens at an address that fits', ([, env, host]) => {
  expect(readConfig(env).host).toBe(host);
});

test('with a certificate the address is https', () => {
  const config = readConfig({ TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' });
  expect(config).toMatchObject({ publicUrl: 'https://localhost:3000', tls: { cert: 'cert.pem', key: 'key.pem' } });
});

test('with a certificate of its own the address is https too', () => {
  expect(readConfig({ TLS_SELF_SIGNED: 'on' })).toMatchObject({
    publicUrl: 'https://localhost:3000',
    tls: 'self-signed',
  });
});

test.for([
  [{ TLS_SELF_SIGNED: 'on', TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' }, /TLS_SELF_SIGNED and TLS_CERT exclude/],
  [{ TLS_SELF_SIGNED: 'on', PUBLIC_URL: 'http://localhost:3000' }, /PUBLIC_URL must begin with https.* with TLS_SELF/],
  [
    { PUBLIC_URL: 'http://clinic.example' },
    /PUBLIC_URL must begin with https.* TLS_CERT .* proxy .* TLS_SELF_SIGNED=on/,
  ],
  [{ PUBLIC_URL: 'http://192.168.1.20:3000' }, /PUBLIC_URL must begin with https/],
  [{ PUBLIC_URL: 'http://clinic.example', TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' }, /PUBLIC_URL must begin with/],
  [{ PORT: 'http' }, /PORT must be a number from 1 to 65535/],
  [{ PORT: '70000' }, /PORT must be 65535 or less/],
  [{ EARSHOT_DEMO: 'yes' }, /EARSHOT_DEMO must be on or off/],
  [{ PUBLIC_URL: 'clinic.example' }, /PUBLIC_URL must be an address like/],
  [{ PUBLIC_URL: 'ftp://clinic.example' }, /PUBLIC_URL must be an address like/],
  [{ PUBLIC_URL: 'https://' }, /PUBLIC_URL must be an address like/],
  [{ PUBLIC_URL: 'https://clinic.example/earshot' }, /PUBLIC_URL must end after the host and port/],
  [{ PUBLIC_URL: 'https://clinic.example/?from=mail' }, /PUBLIC_URL must end after the host and port/],
  [{ PUBLIC_URL: 'https://clinic.example/#join' }, /PUBLIC_URL must end after the host and port/],
  [{ PUBLIC_URL: 'https://ida:secret@clinic.example' }, /PUBLIC_URL must end after the host and port/],
  [{ HOST: 'clinic.example' }, /HOST must be an IP address/],
  [{ PORT: '44444' }, /MEDIA_PORT is the first of 10 ports, which must all differ from PORT/],
  [{ PORT: '44453' }, /MEDIA_PORT is the first of 10 ports, which must all differ from PORT/],
  [{ MEDIA_PORT: '65527' }, /MEDIA_PORT must be 65526 or less/],
  [{ MEDIA_ADDRESS: 'https://clinic.example' }, /MEDIA_ADDRESS must be IP addresses or host names/],
  [{ MEDIA_ADDRESS: 'clinic.example:44444' }, /MEDIA_ADDRESS must be IP addresses or host names/],
  [{ MEDIA_ADDRESS: '0.0.0.0' }, /MEDIA_ADDRESS must be the addresses that browsers reach/],
  [{ MEDIA_ADDRESS: '203.0.113.7, ::' }, /MEDIA_ADDRESS must be the addresses that browsers reach/],
  [{ MEDIA_ADDRESS: '203.0.113.7,' }, /MEDIA_ADDRESS must be IP addresses or host names/],
  [{ MEDIA_LISTEN: 'eth0' }, /MEDIA_LISTEN must be IP addresses of this machine/],
  [{ MEDIA_LISTEN: '0.0.0.0:44444' }, /MEDIA_LISTEN must be IP addresses of this machine/],
  [
    { PUBLIC_URL: 'https://clinic.example', MEDIA_ADDRESS: '203.0.113.7', MEDIA_LISTEN: '127.0.0.1, ::1' },
    /MEDIA_LISTEN must be an address at which other machines arrive/,
  ],
  [{ PUBLIC_URL: 'https://clinic.example' }, /MEDIA_ADDRESS must be an address that other machines can reach/],
  [
    { PUBLIC_URL: 'https://clinic.example', MEDIA_ADDRESS: 'localhost' },
    /MEDIA_ADDRESS must be an address that other machines can reach/,
  ],
  [
    { PUBLIC_URL: 'https://clinic.example', MEDIA_ADDRESS: '203.0.113.7', EARSHOT_DEMO: 'on' },
    /EARSHOT_DEMO must be off/,
  ],
  [{ TRUSTED_PROXIES: '127.0.0.1', EARSHOT_DEMO: 'on' }, /EARSHOT_DEMO must be off .* behind a proxy/],
  [{ OIDC_ISSUER: 'https://login.example' }, /OIDC_ISSUER goes together with OIDC_CLIENT_ID/],
  [{ OIDC_TWO_FACTOR_ACR: 'gold' }, /OIDC_ISSUER goes together with OIDC_CLIENT_ID/],
  [{ OIDC_TWO_FACTOR_ACR: 'gold silver' }, /OIDC_TWO_FACTOR_ACR.* must be values of acr/],
  [{ OIDC_CLIENT_SECRET: 'a secret' }, /OIDC_ISSUER goes together with OIDC_CLIENT_ID/],
  [{ OIDC_ISSUER: 'http://login.example' }, /OIDC_ISSUER must begin with https/],
  [{ SMTP_URL: 'smtp://127.0.0.1' }, /SMTP_URL and MAIL_FROM go together/],
  [{ SMTP_URL: 'https://mail.example', MAIL_FROM: 'a@b.example' }, /SMTP_URL must be an address like smtps/],
  [{ SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: 'Earshot' }, /MAIL_FROM must be an email address/],
  [{ SMTP_PASSWORD_FILE: 'password' }, /SMTP_PASSWORD_FILE needs an SMTP_URL/],
  [
    { SMTP_URL: 'smtp://a:b@127.0.0.1', MAIL_FROM: 'a@b.example', SMTP_PASSWORD_FILE: 'password' },
    /SMTP_PASSWORD_FILE needs an SMTP_URL with a name and without a password/,
  ],
  [{ EARSHOT_SECRET: 'x'.repeat(32), EARSHOT_SECRET_FILE: 'secret' }, /EARSHOT_SECRET exclude each other/],
  [{ DATABASE_URL: 'mysql://127.0.0.1/earshot' }, /DATABASE_URL must be an address like postgres/],
  [{ DATABASE_URL: 'postgres://earshot@127.0.0.1' }, /DATABASE_URL must end with the name of a database/],
  [{ DATABASE_URL: 'postgres://earshot@database/earshot' }, /DATABASE_URL is on another machine and must say how/],
  [
    { DATABASE_URL: 'postgres://earshot:word@127.0.0.1/earshot', DATABASE_PASSWORD_FILE: 'password' },
    /DATABASE_PASSWORD_FILE needs a DATABASE_URL with a name and without a password/,
  ],
  [{ NODE_ADDRESS: 'https://10.0.0.5' }, /NODE_ADDRESS must be an address like http:/],
  [{ NODE_ADDRESS: 'http://10.0.0.5/path' }, /NODE_ADDRESS must be an address without a path/],
  [
    { NODE_ADDRESS: 'http://10.0.0.5' },
    /NODE_ADDRESS makes this one of several servers, which need the same DATABASE_URL/,
  ],
  [{ WATCH_HOST: 'everywhere' }, /WATCH_HOST must be an IP address/],
  [{ TLS_CERT: 'cert.pem' }, /TLS_CERT and TLS_KEY go together/],
  [{ TRUSTED_PROXIES: 'proxy.example' }, /TRUSTED_PROXIES must be IP addresses or ranges/],
  [{ TRUSTED_PROXIES: '0.0.0.0/0' }, /TRUSTED_PROXIES must be IP addresses or ranges/],
  [{ CONNECTIONS_PER_ADDRESS: '0' }, /CONNECTIONS_PER_ADDRESS must be 1 or more/],
  [{ EARSHOT_SECRET: 'short' }, /EARSHOT_SECRET must be 32 characters or longer/],
] as const)('%j is refused with a message', ([env, words]) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(words);
});

test.for(['44443', '44454'])('the port %s is beside those of media', (PORT) => {
  expect(readConfig({ PORT }).port).toBe(Number(PORT));
});

test('all faults are reported together', () => {
  expect(() => readConfig({ PORT: '0', EARSHOT_DEMO: 'maybe' })).toThrow(/PORT[\s\S]*EARSHOT_DEMO/);
});

test.for(['clinic.example', 'media', '203.0.113.7', '2001:db8::7'])(
  'browsers can reach media at %s',
  (MEDIA_ADDRESS) => {
    expect(readConfig({ PUBLIC_URL: 'https://clinic.example', MEDIA_ADDRESS }).mediaAddresses).toEqual([MEDIA_ADDRESS]);
  },
);

test.for(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://clinic.localhost'])(
  '%s is a loopback address, so media may stay on it',
  (PUBLIC_URL) => {
    expect(readConfig({ PUBLIC_URL }).mediaAddresses).toEqual(['127.0.0.1']);
  },
);
