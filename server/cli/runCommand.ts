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

/** A `UsageError`, or an error that `parseArgs` throws for an unknown option. */
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
  const lines = [...rows, ['help', 'Shows this list'] as const].map(
    ([call, summary]) => `  ${call.padEnd(width)}   ${summary}`,
  );
  return ['Usage: npm run earshot -- COMMAND', '', ...lines].join('\n');
}
