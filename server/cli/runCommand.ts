/** What a command may use of the world outside. */
export type Terminal = {
  readonly env: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
};

export type Command = {
  /** What follows the name, as shown by help. */
  readonly usage?: string;
  readonly summary: string;
  /** Answers with the exit code. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
};

export type Commands = ReadonlyMap<string, Command>;

/** A request that makes no sense. Its message is for the one who typed it. */
export class UsageError extends Error {}

const MISUSED = 2;

export async function runCommand(commands: Commands, args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args;
  if (['help', '--help', '-h'].includes(name)) {
    terminal.print(helpText(commands));
    return 0;
  }
  const command = commands.get(name);
  if (!command) {
    terminal.complain(`There is no command “${name}”.\n\n${helpText(commands)}`);
    return MISUSED;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!isMisuse(error)) throw error;
    terminal.complain(`${error.message}\nUsage: ${usageOf(name, command)}`);
    return MISUSED;
  }
}

/** Ours, or one of those that `parseArgs` throws for an option it does not know. */
function isMisuse(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

function usageOf(name: string, { usage }: Command): string {
  return ['npm run earshot --', name, usage].filter(Boolean).join(' ');
}

function helpText(commands: Commands): string {
  const rows = [...commands].map(
    ([name, { usage, summary }]) => [[name, usage].filter(Boolean).join(' '), summary] as const,
  );
  const width = Math.max(...rows.map(([call]) => call.length), 'help'.length);
  const lines = [...rows, ['help', 'This list'] as const].map(
    ([call, summary]) => `  ${call.padEnd(width)}   ${summary}`,
  );
  return ['Usage: npm run earshot -- COMMAND', '', ...lines].join('\n');
}
