// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { SkipLink } from './SkipLink.tsx';

test('the first Tab stop jumps past the header and keeps the address', async () => {
  await renderScreen(
    <>
      <SkipLink />
      <header>
        <a href="/families">Families</a>
      </header>
      <main>Sessions</main>
    </>,
  );
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('main'));
  expect(location.hash).toBe('');
});
