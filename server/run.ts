/** The server as it is built: keeps what Node compiles of it, and runs it. */
import { keepCompiled } from '#server/processes/keepCompiled.ts';

keepCompiled(process.env);
await import('./serve.ts');
