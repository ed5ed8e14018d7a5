// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { LateCodes } from './LateCodes.tsx';

test('[LOG5] the report names each code that came in after the session, and when it was pressed', async () => {
  const codes = [{ code: 'LP', caregiverName: 'Maria', pressedAt: 723_400 }];
  await renderScreen(<LateCodes codes={codes} program={PCIT} />, 'report');
  expect(screen.getByRole('heading', { name: /Arrived after the session/ })).toBeTruthy();
  expect(screen.getByRole('listitem').textContent).toBe('Labeled praise, Maria: pressed at 12:03');
});

test('[LOG5] if no code came late, the report does not mention it', async () => {
  await renderScreen(<LateCodes codes={[]} program={PCIT} />, 'report');
  expect(screen.queryByRole('heading')).toBeNull();
});
