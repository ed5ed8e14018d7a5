/** `npm run earshot -- COMMAND`: everything that can be done from a terminal. */
import { keepCompiled } from '#server/processes/keepCompiled.ts';

keepCompiled(process.env);
const { commands } = await import('./commands.ts');
const { runCommand } = await import('./runCommand.ts');

process.exitCode = await runCommand(commands, process.argv.slice(2), {
  env: process.env,
  print: console.log,
  complain: console.error,
});
