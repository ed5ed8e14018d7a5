import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MIGRATIONS } from '#server/storage/migrate.ts';

export type Terminal = {
  readonly env: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
};

export type Command = {
  /** The arguments after the name, as help shows them. */
  readonly usage?: string;
  readonly summary: string;
  /** Resolves to the exit code. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
};

export type Commands = ReadonlyMap<string, Command>;

/** A wrong call. The message is for the person who typed it. */
export class UsageError extends Error {}

const MISUSED = 2;

export async function runCommand(commands: Commands, args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args;
  if (['help', '--help', '-h'].includes(name)) {
    terminal.print(helpText(commands, terminal));
    return 0;
  }
  if (name === '--version') {
    terminal.print(versionText());
    return 0;
  }
  const command = commands.get(name);
  if (!command) {
    terminal.complain(`There is no command “${name}”.\n\n${helpText(commands, terminal)}`);
    return MISUSED;
  }
  if (rest.some((one) => ['--help', '-h'].includes(one))) {
    terminal.print(`${command.summary}\nUsage: ${usageOf(name, command, terminal)}`);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!isMisuse(error)) throw error;
    terminal.complain(`${error.message}\nUsage: ${usageOf(name, command, terminal)}`);
    return MISUSED;
  }
}

/** A `UsageError`, or an error that `parseArgs` throws for an unknown option. */
function isMisuse(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

function usageOf(name: string, { usage }: Command, terminal: Terminal): string {
  return [callOf(terminal), name, usage].filter(Boolean).join(' ');
}

/** How it was called: by npm in the sources, or by `bin/earshot` of a release. */
function callOf({ env }: Terminal): string {
  return env['npm_lifecycle_event'] === undefined ? 'earshot' : 'npm run earshot --';
}

/** The version of this server, and of the last change to its database. */
function versionText(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(manifest);
  return `earshot ${version}, database ${Object.keys(MIGRATIONS).at(-1)}`;
}

function helpText(commands: Commands, terminal: Terminal): string {
  const rows = [...commands].map(
    ([name, { usage, summary }]) => [[name, usage].filter(Boolean).join(' '), summary] as const,
  );
  const width = Math.max(...rows.map(([call]) => call.length), 'help'.length);
  const lines = [...rows, ['help', 'Shows this list'] as const].map(
    ([call, summary]) => `  ${call.padEnd(width)}   ${summary}`,
  );
  return [
    `Usage: ${callOf(terminal)} COMMAND`,
    '',
    ...lines,
    '',
    'COMMAND --help shows one of them, and --version the version.',
  ].join('\n');
}
