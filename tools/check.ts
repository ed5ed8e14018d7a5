/** `npm run check`: types, lint, boundaries, exports, format and licenses. The last line is a JSON summary. */
import { runChecks } from './runChecks.ts';

const checks = await runChecks(console.log);
console.log(JSON.stringify({ checks }));
process.exitCode = checks.every((check) => check.passed) ? 0 : 1;
