// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { CONSENT_PURPOSES } from '#shared/domain/consent/consentPurposes.ts';
import { OwnAnswer, type OwnConsents } from '#shared/protocol/http/ownConsents.ts';
import { CaregiverId } from '#shared/protocol/ids.ts';
import { OwnConsentsPage } from './OwnConsentsPage.tsx';
import { STEADY_AFTER_MS } from '#client/ui/useSteadyButtons.ts';

const MARIA = CaregiverId.parse('00000000-0000-4000-8000-000000000001');

let now = 0;
beforeEach(() => {
  now = 10_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

/** The clinic’s side of the network: what it was told, and what it answers. */
function aClinic() {
  const told: OwnAnswer[] = [];
  const standings = (about: 'me' | 'child'): OwnConsents['own'] =>
    CONSENT_PURPOSES.map((purpose) => {
      const last = told.findLast((one) => one.purpose === purpose && one.about === about);
      return { purpose, is: last?.answer ?? 'not-asked', until: last?.answer === 'given' ? '2027-11-30' : null };
    });
  vi.stubGlobal('fetch', (_path: string, init?: RequestInit) => {
    if (typeof init?.body === 'string') told.push(OwnAnswer.parse(JSON.parse(init.body)));
    return Promise.resolve(
      Response.json({
        caregiverId: MARIA,
        caregiverName: 'Maria',
        childInitials: 'L',
        own: standings('me'),
        forChild: standings('child'),
      } satisfies OwnConsents),
    );
  });
  return { answers: () => told.map(({ about, answer, assent }) => [about, answer, assent]) };
}

async function openResearch(about: 'For me' | 'For my child (L)') {
  await renderScreen(<OwnConsentsPage />, 'ownConsents');
  const heading = await screen.findByRole('heading', { name: about });
  return within(within(heading.parentElement!).getByRole('region', { name: 'Research' }));
}

test('[CNS1] a second tap on the same place does not take back what the first one gave, nor give it again', async () => {
  const clinic = aClinic();
  const research = await openResearch('For me');
  fireEvent.click(research.getByRole('button', { name: 'Yes' }));
  const toNo = await research.findByRole('button', { name: 'Change to no' });
  now += 300;
  fireEvent.click(toNo);
  expect(clinic.answers()).toEqual([['me', 'given', null]]);
  now += STEADY_AFTER_MS;
  fireEvent.click(toNo);
  const again = await research.findByRole('button', { name: 'Yes' });
  fireEvent.click(again);
  expect(clinic.answers()).toEqual([
    ['me', 'given', null],
    ['me', 'withdrawn', null],
  ]);
  expect(research.getByText('You changed your answer to no.')).toBe(document.activeElement);
});

test('[CNS1] a yes for the child asks for its own wish, which no second tap answers', async () => {
  const clinic = aClinic();
  const research = await openResearch('For my child (L)');
  fireEvent.click(research.getByRole('button', { name: 'Yes' }));
  const agrees = research.getByRole('button', { name: 'My child agrees' });
  fireEvent.click(agrees);
  expect(clinic.answers()).toEqual([]);
  expect(research.getByText('What does your child think?')).toBe(document.activeElement);
  now += STEADY_AFTER_MS;
  fireEvent.click(research.getByRole('button', { name: 'My child does not want it' }));
  await research.findByRole('button', { name: 'Change to no' });
  expect(clinic.answers()).toEqual([['child', 'given', 'objects']]);
});
