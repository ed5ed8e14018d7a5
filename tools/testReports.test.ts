import { expect, test } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './testReports.ts';

test('Vitest counts its tests', () => {
  const report = JSON.stringify({ numTotalTests: 5, numPassedTests: 3, numFailedTests: 1, numPendingTests: 1 });
  expect(readVitestReport(report)).toEqual({ passed: 3, failed: 1 });
});

test('Playwright counts a flaky test as passed and a skipped one not at all', () => {
  const report = JSON.stringify({ stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 4 } });
  expect(readPlaywrightReport(report)).toEqual({ passed: 4, failed: 2 });
});

test.for(['', '{"stats":', '{}'])('a report that is not whole (%j) counts nothing', (report) => {
  expect(readVitestReport(report)).toEqual({ passed: 0, failed: 0 });
  expect(readPlaywrightReport(report)).toEqual({ passed: 0, failed: 0 });
});
