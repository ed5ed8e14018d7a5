import { pino, type Logger } from 'pino';

/** Fields of errors and requests that may contain a secret. They are removed before a line is written. */
const SECRETS = ['password', 'secret', 'credential', 'cookie', 'authorization'];

/** Structured logs on stderr, so that only the links go to stdout. They contain ids, never names or spoken words. */
export function createLog(level: string): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino({ level, redact: { paths, censor: '…' }, base: null }, pino.destination(2));
}
