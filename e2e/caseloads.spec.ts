import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openConsole, openPage } from './steps.ts';
import { test } from './story.ts';

test('[PER9] a supervisor hands a family over: the former therapist loses it at once, also in an open session', async ({
  earshot,
  people,
}) => {
  const { page: coach } = await people.invite('nothing');
  await openConsole(coach, earshot);

  const { page: supervisor } = await people.invite('nothing');
  await supervisor.goto(earshot.links.supervisor);
  await openPage(supervisor, 'Families');
  await expect(supervisor.getByRole('link', { name: 'Progress of Hargreave' })).toBeVisible();
  await expect(supervisor.getByRole('link', { name: 'Progress of Ivanova' })).toHaveCount(0);
  await supervisor.getByRole('link', { name: 'Progress of Solberg' }).click();
  const therapists = supervisor.getByRole('region', { name: 'Who treats this family' });
  await therapists.getByRole('button', { name: 'Hand over Solberg from Ragna Dahl' }).click();
  const dialog = supervisor.getByRole('dialog');
  await dialog.getByLabel('To').selectOption('Yara Lund');
  await expectAccessible(supervisor);
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await expect(therapists.getByRole('button', { name: 'Hand over Solberg from Yara Lund' })).toBeVisible();

  await expect(coach.getByText('You no longer have access to this session.')).toBeVisible();
  await coach.goto(`${earshot.url}/families`);
  await expect(coach.getByRole('link', { name: 'Progress of Oyelaran' })).toBeVisible();
  await expect(coach.getByRole('link', { name: 'Progress of Solberg' })).toHaveCount(0);
});
