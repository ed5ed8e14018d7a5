import { type DestinationStream, pino, type Logger } from 'pino';

/** Fields of errors and requests that may contain a secret. They are removed before a line is written. */
const SECRETS = ['password', 'secret', 'credential', 'cookie', 'authorization'];

/**
 * Structured logs on stderr, so that only the links go to stdout. They contain ids, never names, spoken or written words,
 * or secrets.
 */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const serializers = { err: errorAsLogged };
  return pino({ level, redact: { paths, censor: '…' }, base: null, serializers }, destination);
}

type LoggedError = {
  readonly type: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code?: unknown;
  readonly cause?: LoggedError;
};

/** Libraries hang requests, answers and people's claims on their errors. Only what every error has is logged. */
function errorAsLogged(error: unknown): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'Something other than an error was thrown.', stack: undefined };
  const { name: type, message, stack, cause } = error;
  return {
    ...{ type, message, stack },
    ...('code' in error && { code: error.code }),
    ...(cause instanceof Error && { cause: errorAsLogged(cause) }),
  };
}
