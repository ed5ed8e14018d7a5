/** Runs the command of a terminal, and keeps what Node compiles of it. It is built, and `main.ts` starts what was built. */
import { keepCompiled } from '#server/processes/keepCompiled.ts';

keepCompiled(process.env);
const [{ commands }, { runCommand }] = await Promise.all([import('./commands.ts'), import('./runCommand.ts')]);

process.exitCode = await runCommand(commands, process.argv.slice(2), {
  env: process.env,
  print: console.log,
  complain: console.error,
});
