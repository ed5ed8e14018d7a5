import { z } from 'zod';

/** The counts from the JSON reports of the two runners. */
export type Counts = { readonly passed: number; readonly failed: number };

const NOTHING: Counts = { passed: 0, failed: 0 };

const VitestReport = z
  .object({ numPassedTests: z.int(), numFailedTests: z.int() })
  .transform(({ numPassedTests, numFailedTests }): Counts => ({ passed: numPassedTests, failed: numFailedTests }));

/** A test that failed and then passed on a second try counts as passed. */
const PlaywrightReport = z
  .object({ stats: z.object({ expected: z.int(), flaky: z.int(), unexpected: z.int() }) })
  .transform(({ stats }): Counts => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }));

export const readVitestReport = (report: string): Counts => countsOf(VitestReport, report);
export const readPlaywrightReport = (report: string): Counts => countsOf(PlaywrightReport, report);

/** A runner that crashed leaves no report or half of one: then nothing counts as run. */
function countsOf(schema: z.ZodType<Counts>, report: string): Counts {
  try {
    return schema.parse(JSON.parse(report));
  } catch {
    return NOTHING;
  }
}
