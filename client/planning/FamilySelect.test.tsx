// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { aFamilyRecord } from '#shared/course/testing/aFamilyRecord.ts';
import { FamilyId } from '#shared/protocol/ids.ts';
import { FamilySelect, type ListedFamily } from './FamilySelect.tsx';

const COURSE = { program: 'PCIT', stage: 'Intake', next: null, standing: 'running', alerts: 0, silence: null } as const;
const { family } = aFamilyRecord();
const NAMES = ['Lark', 'Larkin', 'Wren'];
const FAMILIES = NAMES.map((name) => ({
  ...{ ...family, name, childInitials: '', course: COURSE },
  familyId: FamilyId.parse(crypto.randomUUID()),
}));

/** Answers like the server, with the families whose name contains what is asked for. Returns what was asked. */
function answering() {
  const asked: (string | null)[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    const words = new URL(address, 'http://localhost').searchParams.get('family');
    asked.push(words);
    const families = FAMILIES.filter(({ name }) => name.toLowerCase().includes((words ?? '').toLowerCase()));
    return Promise.resolve(Response.json({ families, next: null }));
  });
  return asked;
}

function Chooser({ first }: { readonly first: ListedFamily | undefined }) {
  const [chosen, setChosen] = useState(first);
  return (
    <>
      <FamilySelect chosen={chosen} isMissing={false} onChoose={setChosen} />
      <output>{chosen?.name}</output>
    </>
  );
}

const render = (first?: ListedFamily) =>
  renderScreen(
    <QueryClientProvider client={new QueryClient()}>
      <Chooser first={first} />
    </QueryClientProvider>,
    'planning',
  );

test('a family is found by a part of its name, and chosen by the keyboard alone', async () => {
  const asked = answering();
  await render();
  await userEvent.tab();
  await userEvent.keyboard('ark');
  await waitFor(() => expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['Lark', 'Larkin']));
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(screen.getByRole('status').textContent).toBe('Larkin');
  expect(asked).toContain('ark');
});

test('the name of the chosen family is not looked for, so that the others can be chosen too', async () => {
  const asked = answering();
  const [lark] = FAMILIES;
  await render(lark);
  await waitFor(() => expect(screen.getByRole('combobox')).toHaveProperty('value', 'Lark'));
  await userEvent.click(screen.getByRole('combobox'));
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(3));
  expect(asked).toEqual([null]);
});
