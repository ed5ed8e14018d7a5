/** How many of one runner's tests (or checks) passed and failed, and whether the runner itself succeeded. */
export type Tally = {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly endedWell: boolean;
};

type Total = { readonly passed: number; readonly failed: number; readonly complaints: readonly string[] };

/** Adds the runners up. One that ran nothing, or failed without a failed test, counts as one failure. */
export function sumTallies(tallies: readonly Tally[]): Total {
  const complaints = tallies.map(complaintAbout).filter((complaint) => complaint !== undefined);
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, complaints.length);
  return { passed, failed, complaints };
}

function complaintAbout({ name, passed, failed, endedWell }: Tally): string | undefined {
  if (failed > 0) return undefined;
  if (passed === 0) return `${name}: nothing ran.`;
  return endedWell ? undefined : `${name}: no test failed, and yet it ended with an error.`;
}

export function summaryLine({ passed, failed }: Total): string {
  return `${passed} passed, ${failed} failed`;
}
