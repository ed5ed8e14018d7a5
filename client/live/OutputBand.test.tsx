// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { aLiveSession, liveParts } from './testing/aLiveSession.ts';
import { LiveProvider } from './LiveContext.tsx';
import { OutputBand } from './OutputBand.tsx';

test('a coach whose sound output is pulled out reads so for as long as it is gone, and chooses another in the session', async () => {
  const { parts, output, setOutputGone } = liveParts(aLiveSession());
  await renderScreen(
    <LiveProvider parts={parts}>
      <OutputBand />
    </LiveProvider>,
    'console',
  );
  expect(screen.queryByRole('alert')).toBeNull();
  act(() => setOutputGone(true));
  expect(screen.getByRole('alert').textContent).toContain('you can’t hear anything');
  await screen.findByRole('option', { name: 'Loudspeaker' });
  fireEvent.change(screen.getByRole('combobox', { name: 'Choose a sound output …' }), {
    target: { value: 'loudspeaker' },
  });
  expect(output.chosen).toBe('loudspeaker');
  expect(screen.queryByRole('alert')).toBeNull();
});
