/**
 * `npm run bench`: measures Earshot beside a baseline in the same run. Prints a table, or with `--json` one JSON
 * object, and with `--page` also writes docs/PERFORMANCE.md. Ends with 1 if something could not be measured; a missed
 * target is no failure.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { clinicDay } from '#shared/domain/clinicDay.ts';
import { type Bench, runBench } from './bench.ts';
import type { Figures } from './figure.ts';
import { fuzz } from './fuzz/fuzz.ts';
import { keyToAck } from './keys/keyToAck.ts';
import { keyToScreen } from './keys/keyToScreen.ts';
import { parentPage } from './page/parentPage.ts';
import { codingReturns } from './faults/codingReturns.ts';
import { faults } from './faults/faults.ts';
import { kills } from './faults/kills.ts';
import { forwardingCost } from './load/forwardingCost.ts';
import { whisperUnderLoad } from './load/whisperUnderLoad.ts';
import { lists } from './lists/lists.ts';
import { whisperOverNetwork } from './network/whisperOverNetwork.ts';
import { whisperReturns } from './network/whisperReturns.ts';
import { performancePage, type Section } from './performancePage.ts';
import { codeOnPicture } from './recording/codeOnPicture.ts';
import { recordingLost } from './recording/recordingLost.ts';
import { reviewOpens } from './review/reviewOpens.ts';
import { tableOf } from './table.ts';
import { soak } from './soak/soak.ts';
import { sessionWakes } from './wake/sessionWakes.ts';
import { whisperMouthToEar } from './whisper/whisperMouthToEar.ts';

const BENCHES: Readonly<Record<string, readonly [Bench, measures: string]>> = {
  whisperMouthToEar: [
    whisperMouthToEar,
    'P1: from the coach’s microphone to the parent’s ear, beside a call between two browsers.',
  ],
  whisperOverNetwork: [
    whisperOverNetwork,
    'P2 and P3: the same over a network of 40 ms to the server and 40 ms from it, and over one that loses 5 % of all packets.',
  ],
  whisperReturns: [
    whisperReturns,
    'R2: how soon a whisper is heard again after media workers were killed, nothing passed for ten seconds, or every address changed.',
  ],
  forwardingCost: [forwardingCost, 'P6: what media workers spend on a packet, beside workers without Earshot.'],
  whisperUnderLoad: [
    whisperUnderLoad,
    'P7: the same beside 80 sessions that are only packets, and how many of those are dropped.',
  ],
  keyToAck: [keyToAck, 'P4: from a key press until it is on the disk and acknowledged, beside 20 other sessions.'],
  keyToScreen: [keyToScreen, 'P5: from a key press until every other screen shows it.'],
  codeOnPicture: [codeOnPicture, 'P8: how far a code stands from its picture in the recording.'],
  recordingLost: [recordingLost, 'R3: how much of a recording is lost when the server is killed; each take must play.'],
  parentPage: [parentPage, 'P9: the parent’s first page over a slow mobile network on a slow phone.'],
  reviewOpens: [reviewOpens, 'P11: how long the review of 60 minutes with 2,000 codes takes to open.'],
  sessionWakes: [
    sessionWakes,
    'P11: how long a session takes to wake from its log, beside the same without kept pages and states.',
  ],
  fuzz: [fuzz, 'R4: a million hostile commands, frames and requests beside a live session.'],
  lists: [
    lists,
    'P10: every list and card with the sessions of ten years, right after a start too, while a coach codes.',
  ],
  kills: [
    kills,
    'R1: servers are killed and connections cut while twelve people code, and the log is compared with what they pressed.',
  ],
  codingReturns: [
    codingReturns,
    'R2: how soon a press is acknowledged that was made when the server was killed, or one of several nodes.',
  ],
  soak: [soak, 'What a server holds after four hours’ worth of sessions, one after the other.'],
  faults: [
    faults,
    'What is lost, doubled or reordered under other faults, and how soon after their end everybody codes again.',
  ],
};

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
});
const rounds = z.coerce.number().int().positive().parse(options.rounds);
const chosen = Object.entries(BENCHES).filter(([name]) => options.only === undefined || options.only === name);
if (chosen.length === 0) throw new Error(`There is no such bench. There are: ${Object.keys(BENCHES).join(', ')}.`);

let figures: Figures = {};
const missing: string[] = [];
for (const [name, [bench, measures]] of chosen) {
  const say = (line: string) => console.error(`${name}: ${line}`);
  try {
    const measured = await runBench(bench, { rounds, say });
    figures = { ...figures, ...measured };
    if (options.page) await writePage({ name, measures, where: whereAndWhen(), table: tableOf(measured) });
  } catch (error) {
    missing.push(`${name} could not be measured: ${error instanceof Error ? error.message : String(error)}`);
  }
}

if (options.json) console.log(JSON.stringify(figures));
else console.log(tableOf(figures));
for (const line of missing) console.error(line);
process.exitCode = missing.length === 0 ? 0 : 1;

async function writePage(section: Section): Promise<void> {
  const file = join(import.meta.dirname, '../../docs/PERFORMANCE.md');
  await writeFile(file, performancePage(await readFile(file, 'utf8').catch(() => ''), section));
}

function whereAndWhen(): string {
  const [core] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = clinicDay(new Date(), 'UTC');
  return `${day}, ${cpus().length} cores (${core?.model ?? 'unknown'}), ${memory} GiB, Node ${process.versions.node}, ${rounds} rounds.`;
}
