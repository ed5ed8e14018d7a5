import { runBuilt } from './build/runBuilt.ts';

if (process.argv.includes('--dev')) await import('./serve.ts');
else await runBuilt('run', ['pages', 'server']);
