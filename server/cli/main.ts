/** `npm run earshot -- COMMAND`: everything that can be done from a terminal. */
import { commands } from './commands.ts';
import { runCommand } from './runCommand.ts';

process.exitCode = await runCommand(commands, process.argv.slice(2), {
  env: process.env,
  print: console.log,
  complain: console.error,
});
