/** Runs the command of a terminal. It is built into one file, which `main.ts` starts. */
import { commands } from './commands.ts';
import { runCommand } from './runCommand.ts';

process.exitCode = await runCommand(commands, process.argv.slice(2), {
  env: process.env,
  print: console.log,
  complain: console.error,
});
