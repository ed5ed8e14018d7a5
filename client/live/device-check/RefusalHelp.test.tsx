// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { RefusalHelp } from './RefusalHelp.tsx';

test.for([
  ['denied', 'ios', /Open Settings/],
  ['denied', 'chromium', /left of the address/],
  ['not-found', 'android', /Close other apps/],
  ['not-found', 'chromium', /Plug it in/],
  ['in-use', 'firefox', /other video calls/],
  ['insecure', 'safari', /starts with https/],
  ['other', 'safari', /Unplug it/],
] as const)('a camera that is %s on %s comes with help for just that', async ([why, platform, help]) => {
  await renderScreen(<RefusalHelp what="camera" why={why} platform={platform} onRetry={vi.fn()} />, 'deviceCheck');
  expect(screen.getByRole('alert').textContent).toMatch(help);
});

test('a refusal can be tried again', async () => {
  const onRetry = vi.fn();
  await renderScreen(<RefusalHelp what="both" why="denied" platform="ios" onRetry={onRetry} />, 'deviceCheck');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});
