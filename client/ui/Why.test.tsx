// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { findRule } from '#shared/domain/rules/findRule.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { Why } from './Why.tsx';

const dialog = () => screen.queryByRole('dialog');

test('[CDI1] answers with the rule’s words, its source and the figures, and is closed until asked', async () => {
  await renderScreen(<Why rule="CDI1" about="Labeled praise" figures="9 of at least 10" />);
  expect(dialog()).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Why? Labeled praise' }));
  const rule = findRule('CDI1');
  expect(dialog()?.textContent).toContain(rule?.says);
  expect(dialog()?.textContent).toContain(rule?.source);
  expect(dialog()?.textContent).toContain('Found: 9 of at least 10');
  expect(dialog()?.textContent).toContain('Reported by a secondary source');
  expect(dialog()?.textContent).not.toContain('local rule');
});

test('Escape puts the answer away, and the question has the focus again', async () => {
  await renderScreen(<Why rule="CDI1" />);
  const ask = screen.getByRole('button', { name: 'Why? Rule CDI1' });
  ask.focus();
  fireEvent.click(ask);
  await waitFor(() => {
    expect(document.activeElement).toBe(dialog());
  });
  fireEvent.keyDown(document.activeElement ?? ask, { key: 'Escape' });
  await waitFor(() => {
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(ask);
  });
});

test.for([
  ['a rule of ours', { rule: 'WIN4' }, 'A choice made by Earshot'],
  ['a published goal that the clinic changed', { rule: 'CDI1', origin: 'local' }, 'no longer counts as mastery'],
  ['a goal that the clinic added', { rule: 'L1' }, 'A goal that your clinic added'],
] as const)('[PRO1] %s has the sign of a local rule', async ([, props, words]) => {
  await renderScreen(<Why {...props} />);
  fireEvent.click(screen.getByRole('button', { name: /^Why\?/ }));
  expect(dialog()?.textContent).toContain('local rule');
  expect(dialog()?.textContent).toContain(words);
});
