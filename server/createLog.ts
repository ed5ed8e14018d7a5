import { pino, type Logger } from 'pino';

/** Whatever an error or a request may carry of a secret is blotted out before it is written. */
const SECRETS = ['password', 'secret', 'credential', 'cookie', 'authorization'];

/** Structured logs on stderr, so that the links on stdout stand alone. They carry ids, and never names or words. */
export function createLog(level: string): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino({ level, redact: { paths, censor: '…' }, base: null }, pino.destination(2));
}
