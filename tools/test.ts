/** `npm test`: the checks, the unit tests, then the stories in browsers. All of them run, even if one fails. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './runChecks.ts';
import { runTool } from './runTool.ts';
import { sumTallies, summaryLine, type Tally } from './tally.ts';
import { readPlaywrightReport, readVitestReport, type Counts } from './testReports.ts';

const reports = await mkdtemp(join(tmpdir(), 'earshot-test-'));
const total = sumTallies([await checks(), await unitTests(), await stories()]);
await rm(reports, { recursive: true });

for (const complaint of total.complaints) console.log(complaint);
console.log(summaryLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;

async function checks(): Promise<Tally> {
  console.log('\nChecks');
  const results = await runChecks(console.log);
  const passed = results.filter((result) => result.passed).length;
  return { name: 'Checks', passed, failed: results.length - passed, endedWell: true };
}

async function unitTests(): Promise<Tally> {
  console.log('\nUnit tests');
  const report = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runTool(['vitest', 'run', ...reporters], { shown: true });
  return { name: 'Unit tests', ...(await counted(report, readVitestReport)), endedWell: code === 0 };
}

async function stories(): Promise<Tally> {
  console.log('\nStories');
  const report = join(reports, 'stories.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { code } = await runTool(['playwright', 'test', '--reporter=list,json', '--grep-invert=@gallery'], {
    shown: true,
    env,
  });
  return { name: 'Stories', ...(await counted(report, readPlaywrightReport)), endedWell: code === 0 };
}

async function counted(report: string, read: (report: string) => Counts): Promise<Counts> {
  return read(await readFile(report, 'utf8').catch(() => ''));
}
