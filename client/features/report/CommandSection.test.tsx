// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { PDI } from '#shared/domain/programs/pcit/phases.ts';
import { scoreWindow } from '#shared/domain/scoring/scoreWindow.ts';
import { aReportedWindow } from '#shared/course/testing/aFamilyRecord.ts';
import { CommandSection } from './CommandSection.tsx';

/** The commands of a window with these codes, one per second. */
async function show(text: string) {
  const events = text.split(' ').map((code, index) => ({ code, at: index * 1_000 }));
  const scored = scoreWindow(events, { program: PCIT, phase: PDI, spans: [[0, 300_000]], void: false });
  const window = aReportedWindow({}, { kind: 'pdi', commands: scored.commands, outcomes: [...scored.outcomes] });
  await renderScreen(<CommandSection window={window} program={PCIT} />, 'report', 'why');
}

test('[PDI2] the report says how many answers of the child’s were not coded', async () => {
  await show('DC DC CO LP IC');
  const label = screen.getByText(/^Open: the child’s answer was not coded/);
  expect(label.closest('div')?.querySelector('dd')?.textContent).toBe('2');
  expect(screen.getAllByText('not coded')).toHaveLength(2);
});

test('[PDI2] if every answer was coded, the report does not mention it', async () => {
  await show('DC CO LP DC NOC');
  expect(screen.queryByText(/was not coded/)).toBeNull();
});
