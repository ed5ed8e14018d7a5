import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { databaseSetting, type DatabaseSetting } from './databaseSetting.ts';
import { clinicKeySetting, type ClinicKeySetting } from './clinicKeySetting.ts';
import { Environment, isOnlyHere } from './environment.ts';
import { identityProviderOf, type IdentityProviderSetting } from './identityProviderSetting.ts';
import { hostOf } from './hostOf.ts';
import { isThisMachine } from './isThisMachine.ts';
import { mediaAddressesOf } from './mediaAddressSettings.ts';
import { mediaPortsFrom, type MediaPorts } from './mediaPorts.ts';
import type { SecretText } from './secretText.ts';

/** What a deployer can set, with every default filled in. */
export type Config = {
  readonly port: number;
  /** The IP address to listen on. */
  readonly host: string;
  /** The folder of the recordings and secrets, and of the database if that is a file. */
  readonly dataFolder: string;
  readonly database: DatabaseSetting;
  readonly recordingsFolder: string;
  /** Where those who watch the server ask it. If undefined, nobody can. */
  readonly watchAt: { readonly host: string; readonly port: number } | undefined;
  /** Where the clinic's other servers reach this one. If undefined, it is the only one. */
  readonly nodeAddress: string | undefined;
  /** The address that people open, without a slash at the end. */
  readonly publicUrl: string;
  /** The address for a browser on this machine. The demo needs two host names because cookies are kept by host. */
  readonly localUrls: { readonly localhost: string; readonly loopback: string };
  /** The origins whose pages may send requests that change something. */
  readonly trustedOrigins: readonly string[];
  /** Never at an address that other machines can open. */
  readonly demo: boolean;
  /** The proxies in front, as IP addresses or ranges. Only they are believed about who a client is. */
  readonly trustedProxies: readonly string[];
  /** How many sockets may be open from one address at once. */
  readonly connectionsPerAddress: number;
  /** The IP addresses at which media arrive. If undefined, on all networks (`findMediaPlaces`). */
  readonly mediaListen: readonly string[] | undefined;
  /** The addresses or host names at which browsers reach the media server. */
  readonly mediaAddresses: readonly string[];
  readonly mediaPorts: MediaPorts;
  /** Signs cookies. If undefined, a file in the data folder is used. */
  readonly secret: SecretText | undefined;
  readonly clinicKey: ClinicKeySetting;
  /** The server that mail is handed to. If undefined, no mail is sent. */
  readonly mail: MailServer | undefined;
  /** Where staff may sign in instead. If undefined, only here. */
  readonly identityProvider: IdentityProviderSetting | undefined;
  /** Paths of the certificate and its key, in PEM format, or one of our own. */
  readonly tls: { readonly cert: string; readonly key: string } | 'self-signed' | undefined;
  /** The folder of a speech-to-text model. Setting it turns transcription on. */
  readonly speechModel: string | undefined;
  /** Recording stops when the disk has less free space than this. */
  readonly recordingMinFreeBytes: number;
  readonly logLevel: string;
};

/** Where and how mail is handed over. */
export type MailServer = {
  /** Such as smtps://name:password@mail.clinic.example. */
  readonly url: string;
  /** The address that messages come from. */
  readonly from: string;
  /** The file with the password, if it is not in the address. */
  readonly passwordFile: string | undefined;
  /** Whether the connection must be encrypted before a message is sent: its link is as good as a password. */
  readonly needsTls: boolean;
};

/** The environment is not valid. The message is for the person who set it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The folder of the database and the secrets. Terminal commands need it too. */
export function dataFolderOf({ EARSHOT_DATA: named = '' }: NodeJS.ProcessEnv): string {
  return resolve(named === '' ? './data' : named);
}

/** The folder of the recordings, which several servers share. Terminal commands need it too. */
export function recordingsFolderOf(env: NodeJS.ProcessEnv): string {
  const { RECORDINGS_FOLDER: named = '' } = env;
  return named === '' ? join(dataFolderOf(env), 'recordings') : resolve(named);
}

/** Reads the environment once. Throws `ConfigError` that lists every variable that is not valid. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) throw new ConfigError(inWords(parsed.error));
  const { PORT, HOST, TLS_CERT, TLS_KEY, PUBLIC_URL, MEDIA_PORT, SMTP_URL, MAIL_FROM, ...rest } = parsed.data;
  const files = TLS_CERT !== undefined && TLS_KEY !== undefined ? { cert: TLS_CERT, key: TLS_KEY } : undefined;
  const tls = rest.TLS_SELF_SIGNED === 'on' ? 'self-signed' : files;
  const scheme = tls ? 'https' : 'http';
  const localUrls = { localhost: `${scheme}://localhost:${PORT}`, loopback: `${scheme}://127.0.0.1:${PORT}` };
  const publicUrl = new URL(PUBLIC_URL ?? localUrls.localhost).origin;
  const onlyHere = isOnlyHere(parsed.data);
  const host = HOST ?? (onlyHere ? '127.0.0.1' : '0.0.0.0');
  const demo = rest.EARSHOT_DEMO !== 'off' && onlyHere;
  return {
    port: PORT,
    host,
    dataFolder: dataFolderOf(env),
    database: databaseSetting(rest, dataFolderOf(env)),
    nodeAddress: rest.NODE_ADDRESS,
    recordingsFolder: recordingsFolderOf(env),
    watchAt: rest.WATCH_PORT === undefined ? undefined : { host: rest.WATCH_HOST, port: rest.WATCH_PORT },
    publicUrl,
    localUrls,
    trustedOrigins: [...new Set([publicUrl, ...(demo ? Object.values(localUrls) : [])])],
    demo,
    trustedProxies: rest.TRUSTED_PROXIES ?? [],
    connectionsPerAddress: rest.CONNECTIONS_PER_ADDRESS,
    ...mediaAddressesOf(rest, host, onlyHere),
    mediaPorts: mediaPortsFrom(MEDIA_PORT),
    secret: secretOf(rest),
    clinicKey: clinicKeySetting(rest, dataFolderOf(env)),
    mail: mailServerOf(SMTP_URL, MAIL_FROM, rest.SMTP_PASSWORD_FILE),
    identityProvider: identityProviderOf(rest),
    tls,
    speechModel: rest.SPEECH_MODEL === undefined ? undefined : resolve(rest.SPEECH_MODEL),
    recordingMinFreeBytes: rest.RECORDING_MIN_FREE_MB * 2 ** 20,
    logLevel: rest.LOG_LEVEL,
  };
}

/** On this machine, nobody is between the two servers. */
function mailServerOf(url?: string, from?: string, file?: string): MailServer | undefined {
  if (url === undefined || from === undefined) return undefined;
  return { url, from, passwordFile: file && resolve(file), needsTls: !isThisMachine(hostOf(url)) };
}

type SecretVariables = {
  readonly EARSHOT_SECRET?: string | undefined;
  readonly EARSHOT_SECRET_FILE?: string | undefined;
};

function secretOf({ EARSHOT_SECRET: text, EARSHOT_SECRET_FILE: file }: SecretVariables): SecretText | undefined {
  if (text !== undefined) return { from: 'environment', text };
  return file === undefined ? undefined : { from: 'file', file: resolve(file) };
}

function inWords({ issues }: z.ZodError): string {
  const lines = issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
  return ['The environment is not valid:', ...lines].join('\n');
}
