import { isIP } from 'node:net';
import { z } from 'zod';
import { saysHowItIsReached } from './databaseSetting.ts';
import { trustProxies } from '#server/network/clientAddress.ts';
import { isWholeProvider } from './identityProviderSetting.ts';
import { hostOf } from './hostOf.ts';
import { isThisMachine } from './isThisMachine.ts';
import { reachOthers, someAnnounced, someListening } from './mediaAddressSettings.ts';
import { MOST_MEDIA_PORTS } from './mediaPorts.ts';

const aPort = (least: number, most: number) =>
  z.coerce
    .number({ error: `must be a number from ${least} to ${most}` })
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be ${least} or more`)
    .max(most, `must be ${most} or less`);

/** 32 bytes in base64, with or without padding. */
const aKey = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=?$/, 'must be 32 random bytes in base64, like those of: openssl rand -base64 32')
  .transform((text) => Buffer.from(text, 'base64'));

/** Keys with commas between them. */
const someKeys = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .pipe(z.array(aKey));

/** Scheme, host and port only, because every link, cookie and origin check is made from it. */
const aPublicUrl = z
  .url({ protocol: /^https?$/, abort: true, error: 'must be an address like https://clinic.example' })
  .refine((text) => isOriginAlone(new URL(text)), {
    abort: true,
    error: 'must end after the host and port, like https://clinic.example: no path, query, fragment or user name',
  })
  .refine(isEncryptedOrHere, {
    abort: true,
    error:
      'must begin with https://, because other machines can open it: set TLS_CERT and TLS_KEY, or put a proxy with https in front (README.md), or try it with TLS_SELF_SIGNED=on',
  });

/** It names a database of the clinic’s own: the one that PostgreSQL is installed with is for its administrators. */
const aDatabaseUrl = z
  .url({
    protocol: /^postgres(ql)?$/,
    abort: true,
    error: 'must be an address like postgres://earshot@database.clinic.example/earshot?sslmode=verify-full',
  })
  .refine((url) => new URL(url).pathname.length > 1, {
    abort: true,
    error: 'must end with the name of a database, like /earshot',
  })
  .refine(
    saysHowItIsReached,
    'is on another machine and must say how it is reached: with ?sslmode=verify-full, or with ?sslmode=disable in a network that nobody else uses',
  );

/** Sockets are passed on between nodes as they are, so the network between them is nobody else's. */
const aNodeAddress = z
  .url({ protocol: /^http$/, abort: true, error: 'must be an address like http://10.0.0.5:3000' })
  .refine((url) => isOriginAlone(new URL(url)), 'must be an address without a path, like http://10.0.0.5:3000');

/** IP addresses or ranges, separated by commas. */
const someProxies = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim()))
  .refine(areProxies, 'must be IP addresses or ranges, separated by commas, like 10.0.0.5, 192.168.0.0/16');

/** Values of `acr` with commas between them. They cannot contain a space. */
const someLevels = z
  .string()
  .transform((text) => text.split(',').map((level) => level.trim()))
  .pipe(z.array(z.string().regex(/^\S+$/, 'must be values of acr, separated by commas')));

const isOriginAlone = (url: URL) => url.href === `${url.origin}/`;

/** Whether nobody reaches the server from another machine by its own address or through a named proxy. */
export function isOnlyHere(set: {
  readonly PUBLIC_URL?: string | undefined;
  readonly TRUSTED_PROXIES?: unknown;
}): boolean {
  return isThisMachine(hostOf(set.PUBLIC_URL)) && set.TRUSTED_PROXIES === undefined;
}

/** Encrypted on the way, unless it is on this machine. */
const anIssuer = z
  .url({ protocol: /^https?$/, abort: true, error: 'must be an address like https://login.hospital.example' })
  .refine(isEncryptedOrHere, 'must begin with https://');

/** The variables that a deployer can set, and which of them go together. */
export const Environment = z
  .object({
    PORT: aPort(1, 65_535).default(3_000),
    HOST: z
      .string()
      .refine((host) => isIP(host) !== 0, 'must be an IP address, such as 0.0.0.0')
      .optional(),
    EARSHOT_DEMO: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
    EARSHOT_SECRET: z.string().min(32, 'must be 32 characters or longer').optional(),
    EARSHOT_SECRET_FILE: z.string().optional(),
    DATABASE_URL: aDatabaseUrl.optional(),
    DATABASE_PASSWORD_FILE: z.string().optional(),
    NODE_ADDRESS: aNodeAddress.optional(),
    RECORDINGS_FOLDER: z.string().optional(),
    WATCH_PORT: aPort(1, 65_535).optional(),
    WATCH_HOST: z
      .string()
      .refine((host) => isIP(host) !== 0, 'must be an IP address, such as 0.0.0.0')
      .default('127.0.0.1'),
    CLINIC_KEY: aKey.optional(),
    CLINIC_KEY_FORMER: someKeys.default([]),
    CLINIC_KEY_FILE: z.string().optional(),
    RECORDING_KEY: aKey.optional(),
    PUBLIC_URL: aPublicUrl.optional(),
    TRUSTED_PROXIES: someProxies.optional(),
    CONNECTIONS_PER_ADDRESS: z.coerce
      .number({ error: 'must be a number' })
      .int('must be a whole number')
      .min(1, 'must be 1 or more')
      .default(200),
    MEDIA_LISTEN: someListening.optional(),
    MEDIA_ADDRESS: someAnnounced.optional(),
    MEDIA_PORT: aPort(0, 65_536 - MOST_MEDIA_PORTS).default(44_444),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'must be an address like smtps://name:password@mail.clinic.example' })
      .optional(),
    SMTP_PASSWORD_FILE: z.string().optional(),
    MAIL_FROM: z.email('must be an email address').optional(),
    OIDC_ISSUER: anIssuer.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_CLIENT_SECRET_FILE: z.string().optional(),
    OIDC_ONLY: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
    OIDC_TWO_FACTOR_ACR: someLevels.optional(),
    OIDC_NAME: z.string().max(40, 'must have 40 characters or fewer').optional(),
    TLS_CERT: z.string().optional(),
    TLS_KEY: z.string().optional(),
    TLS_SELF_SIGNED: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
    SPEECH_MODEL: z.string().optional(),
    RECORDING_MIN_FREE_MB: z.coerce
      .number({ error: 'must be a number of megabytes' })
      .nonnegative('must be 0 or more')
      .default(1_024),
    LOG_LEVEL: z
      .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'must be silent, error, warn, info or debug' })
      .default('warn'),
  })
  .refine(({ TLS_CERT, TLS_KEY }) => (TLS_CERT === undefined) === (TLS_KEY === undefined), {
    path: ['TLS_CERT'],
    error: 'and TLS_KEY go together: set both or neither',
  })
  .refine(({ TLS_CERT, TLS_SELF_SIGNED }) => TLS_CERT === undefined || TLS_SELF_SIGNED === 'off', {
    path: ['TLS_SELF_SIGNED'],
    error: 'and TLS_CERT exclude each other: set one of them',
  })
  .refine(({ PUBLIC_URL, TLS_SELF_SIGNED }) => TLS_SELF_SIGNED === 'off' || !PUBLIC_URL?.startsWith('http:'), {
    path: ['PUBLIC_URL'],
    error: 'must begin with https:// with TLS_SELF_SIGNED',
  })
  .refine(({ CLINIC_KEY: key, RECORDING_KEY: same }) => !key || !same || key.equals(same), {
    path: ['RECORDING_KEY'],
    error: 'is the former name of CLINIC_KEY and has another value: remove it, or put its key into CLINIC_KEY_FORMER',
  })
  .refine(({ CLINIC_KEY, RECORDING_KEY, CLINIC_KEY_FILE }) => !CLINIC_KEY_FILE || !(CLINIC_KEY ?? RECORDING_KEY), {
    path: ['CLINIC_KEY_FILE'],
    error: 'and CLINIC_KEY exclude each other: set one of them',
  })
  .refine(({ CLINIC_KEY, RECORDING_KEY, CLINIC_KEY_FORMER: [former] }) => !former || (CLINIC_KEY ?? RECORDING_KEY), {
    path: ['CLINIC_KEY_FORMER'],
    error: 'needs CLINIC_KEY: a key file contains its former keys itself',
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => (SMTP_URL === undefined) === (MAIL_FROM === undefined), {
    path: ['SMTP_URL'],
    error: 'and MAIL_FROM go together: set both or neither',
  })
  .refine(({ SMTP_URL, SMTP_PASSWORD_FILE: file }) => !file || (SMTP_URL !== undefined && lacksPassword(SMTP_URL)), {
    path: ['SMTP_PASSWORD_FILE'],
    error: 'needs an SMTP_URL with a name and without a password, like smtps://name@mail.clinic.example',
  })
  .refine(({ DATABASE_URL: url, DATABASE_PASSWORD_FILE: file }) => !file || (url !== undefined && lacksPassword(url)), {
    path: ['DATABASE_PASSWORD_FILE'],
    error:
      'needs a DATABASE_URL with a name and without a password, like postgres://earshot@database.clinic.example/earshot',
  })
  .refine((set) => !set.NODE_ADDRESS || isSharedByNodes(set), {
    path: ['NODE_ADDRESS'],
    error:
      'makes this one of several servers, which need the same DATABASE_URL, RECORDINGS_FOLDER, EARSHOT_SECRET and CLINIC_KEY, or files with the latter two',
  })
  .refine(({ EARSHOT_SECRET, EARSHOT_SECRET_FILE }) => !EARSHOT_SECRET || !EARSHOT_SECRET_FILE, {
    path: ['EARSHOT_SECRET_FILE'],
    error: 'and EARSHOT_SECRET exclude each other: set one of them',
  })
  .refine(isWholeProvider, {
    path: ['OIDC_ISSUER'],
    error: 'goes together with OIDC_CLIENT_ID and one of OIDC_CLIENT_SECRET and OIDC_CLIENT_SECRET_FILE',
  })
  .refine(({ PUBLIC_URL, MEDIA_ADDRESS }) => isThisMachine(hostOf(PUBLIC_URL)) || reachOthers(MEDIA_ADDRESS), {
    path: ['MEDIA_ADDRESS'],
    error:
      'must be an address that other machines can reach, as PUBLIC_URL is: otherwise nobody can see or hear anybody',
  })
  .refine(({ PUBLIC_URL, MEDIA_LISTEN: at }) => isThisMachine(hostOf(PUBLIC_URL)) || !at || reachOthers(at), {
    path: ['MEDIA_LISTEN'],
    error: 'must be an address at which other machines arrive, as they do at PUBLIC_URL, not one of this machine alone',
  })
  .refine((set) => set.EARSHOT_DEMO !== 'on' || isOnlyHere(set), {
    path: ['EARSHOT_DEMO'],
    error: 'must be off where other machines can open PUBLIC_URL, or behind a proxy: the demo needs no password',
  })
  .refine(({ PORT, MEDIA_PORT: first }) => first === 0 || PORT < first || PORT >= first + MOST_MEDIA_PORTS, {
    path: ['MEDIA_PORT'],
    error: `is the first of ${MOST_MEDIA_PORTS} ports, which must all differ from PORT`,
  });

type Shared =
  'DATABASE_URL' | 'RECORDINGS_FOLDER' | 'EARSHOT_SECRET' | 'EARSHOT_SECRET_FILE' | 'CLINIC_KEY' | 'CLINIC_KEY_FILE';

function isSharedByNodes(set: { readonly [S in Shared]?: unknown }): boolean {
  const [secret, key] = [set.EARSHOT_SECRET ?? set.EARSHOT_SECRET_FILE, set.CLINIC_KEY ?? set.CLINIC_KEY_FILE];
  return [set.DATABASE_URL, set.RECORDINGS_FOLDER, secret, key].every((one) => one !== undefined);
}

function isEncryptedOrHere(url: string): boolean {
  return new URL(url).protocol === 'https:' || isThisMachine(hostOf(url));
}

function areProxies(addresses: readonly string[]): boolean {
  try {
    trustProxies(addresses);
    return true;
  } catch {
    return false;
  }
}

function lacksPassword(url: string): boolean {
  const { username, password } = new URL(url);
  return username !== '' && password === '';
}
