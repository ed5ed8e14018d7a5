/** `npm run earshot -- COMMAND`: everything that can be done from a terminal. */
import { runBuilt } from '#server/build/runBuilt.ts';

await runBuilt('cli', ['server']);
