/**
 * `npm run bench`: measures Earshot beside a baseline in the same run. Prints a table, or with `--json` one JSON
 * object. Ends with 1 if something could not be measured; a missed target is no failure.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Bench, runBench } from './bench.ts';
import type { Figures } from './figure.ts';
import { fuzz } from './fuzz/fuzz.ts';
import { keyToAck } from './keys/keyToAck.ts';
import { keyToScreen } from './keys/keyToScreen.ts';
import { parentPage } from './page/parentPage.ts';
import { kills } from './kills/kills.ts';
import { lists } from './lists/lists.ts';
import { reviewOpens } from './review/reviewOpens.ts';
import { tableOf } from './table.ts';
import { sessionWakes } from './wake/sessionWakes.ts';
import { whisperMouthToEar } from './whisper/whisperMouthToEar.ts';

const BENCHES: Readonly<Record<string, Bench>> = {
  whisperMouthToEar,
  keyToAck,
  keyToScreen,
  parentPage,
  reviewOpens,
  sessionWakes,
  fuzz,
  lists,
  kills,
};

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
});
const rounds = z.coerce.number().int().positive().parse(options.rounds);
const chosen = Object.entries(BENCHES).filter(([name]) => options.only === undefined || options.only === name);
if (chosen.length === 0) throw new Error(`There is no such bench. There are: ${Object.keys(BENCHES).join(', ')}.`);

let figures: Figures = {};
const missing: string[] = [];
for (const [name, bench] of chosen) {
  const say = (line: string) => console.error(`${name}: ${line}`);
  try {
    figures = { ...figures, ...(await runBench(bench, { rounds, say })) };
  } catch (error) {
    missing.push(`${name} could not be measured: ${error instanceof Error ? error.message : String(error)}`);
  }
}

if (options.json) console.log(JSON.stringify(figures));
else console.log(tableOf(figures));
for (const line of missing) console.error(line);
process.exitCode = missing.length === 0 ? 0 : 1;
