import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import { runCommand, UsageError, type Command, type Commands } from './runCommand.ts';

const greet: Command = {
  usage: '[--loudly]',
  summary: 'Says hello',
  run: async (args, { print }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { loudly: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (positionals.length > 0) throw new UsageError('Nobody else can be greeted.');
    print(values.loudly ? 'HELLO' : 'hello');
    return 0;
  },
};

test('a command receives the words after its name', async () => {
  expect(await typed('greet', '--loudly')).toEqual({ code: 0, printed: 'HELLO', complained: '' });
});

test.for([[], ['help'], ['--help']])('%j lists the commands', async (args) => {
  const { code, printed } = await typed(...args);
  expect(code).toBe(0);
  expect(printed).toContain('greet [--loudly]   Says hello');
});

test.for(['--help', '-h'])('a command shows with %s how it is used, and does nothing', async (help) => {
  const { code, printed } = await typed('greet', '--loudly', help);
  expect([code, printed]).toEqual([0, 'Says hello\nUsage: npm run earshot -- greet [--loudly]']);
});

test('in a release, which has no npm, a command is called by its own name', async () => {
  expect((await typedIn({}, 'greet', '--help')).printed).toContain('Usage: earshot greet');
  expect((await typedIn({}, 'help')).printed).toContain('Usage: earshot COMMAND');
});

test('--version says which server and which database it is', async () => {
  expect((await typed('--version')).printed).toMatch(/^earshot \d+\.\d+\.\d+, database \d{4}-/u);
});

test('an unknown command is refused with a list of the known ones', async () => {
  const { code, complained } = await typed('gret');
  expect(code).toBe(2);
  expect(complained).toContain('“gret”');
  expect(complained).toContain('Says hello');
});

test.for([
  [['--softly'], 'Unknown option'],
  [['Ada'], 'Nobody else can be greeted.'],
] as const)('%j is answered with the usage', async ([args, message]) => {
  const { code, complained } = await typed('greet', ...args);
  expect(code).toBe(2);
  expect(complained).toContain(message);
  expect(complained).toContain('Usage: npm run earshot -- greet [--loudly]');
});

test('a fault is not reported as misuse', async () => {
  const broken: Command = { summary: '', run: () => Promise.reject(new Error('disk on fire')) };
  const terminal = { env: {}, print: () => undefined, complain: () => undefined };
  await expect(runCommand(new Map([['broken', broken]]), ['broken'], terminal)).rejects.toThrow('disk on fire');
});

test('every real command has a summary', () => {
  for (const [, { summary }] of commands) expect(summary).not.toBe('');
});

const typed = (...args: string[]) => typedIn({ npm_lifecycle_event: 'earshot' }, ...args);

async function typedIn(env: NodeJS.ProcessEnv, ...args: string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const known: Commands = new Map([['greet', greet]]);
  const terminal = {
    env,
    print: (line: string) => void printed.push(line),
    complain: (line: string) => void complained.push(line),
  };
  const code = await runCommand(known, args, terminal);
  return { code, printed: printed.join('\n'), complained: complained.join('\n') };
}
