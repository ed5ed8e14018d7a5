// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { MeProvider } from '#client/api/me.ts';
import { readCourse } from '#client/planning/useFamilyCourse.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { aFamilyRecord, day } from '#shared/course/testing/aFamilyRecord.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { FamilyScreenProvider } from '../FamilyScreen.tsx';
import { TherapistsSection } from './TherapistsSection.tsx';

const NOOR = { userId: ParticipantId.parse('noor'), name: 'Noor' };

async function show(answer: () => Response) {
  vi.stubGlobal('fetch', () => Promise.resolve(answer()));
  const found = readCourse(aFamilyRecord(), new Date(day(30)))!;
  const onGone = vi.fn();
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await renderScreen(
    <QueryClientProvider client={queries}>
      <MeProvider value={{ ...NOOR, email: 'noor@clinic.example', role: 'therapist' }}>
        <FamilyScreenProvider value={{ ...found, mayWrite: true, enter: () => Promise.resolve(), onGone }}>
          <TherapistsSection />
        </FamilyScreenProvider>
      </MeProvider>
    </QueryClientProvider>,
    'caseloads',
    'families',
  );
  return { onGone };
}

test('[PER9] says who treats the family', async () => {
  const { onGone } = await show(() => Response.json([{ ...NOOR, cover: null, isActive: true }]));
  expect(await screen.findByText('Noor')).toBeTruthy();
  expect(onGone).not.toHaveBeenCalled();
});

test('[PER9] the page of a family closes when the reader’s access has ended', async () => {
  const { onGone } = await show(() => Response.json({ error: 'There is no such family.' }, { status: 404 }));
  await waitFor(() => expect(onGone).toHaveBeenCalled());
});

test('the page stays when the server cannot answer', async () => {
  const { onGone } = await show(() => Response.json({ error: 'Later.' }, { status: 503 }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(onGone).not.toHaveBeenCalled();
});
