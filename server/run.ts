/** Where the built server starts. Keeps what Node compiles of it, so that its next start is sooner. */
import { keepCompiled } from '#server/processes/keepCompiled.ts';

keepCompiled(process.env);
await import('./serve.ts');
