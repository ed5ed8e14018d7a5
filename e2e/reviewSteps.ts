import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type RecordedTake, SessionRecording } from '#shared/protocol/recording.ts';
import { Review } from '#shared/protocol/review.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

/** What was recorded and saved, as the server reports it. The page must be signed in. */

/** The session's review as this reader may see it, folded. */
export async function reviewOf(page: Page, sessionId: string): Promise<SessionState> {
  const answer = await page.request.get(new URL(pathOf('review:read', { sessionId }), page.url()).href);
  expect(answer.status(), await answer.text()).toBe(200);
  return foldFacts(Review.parse(await answer.json()).facts);
}

/** The takes of the session's recording, oldest first. */
export async function takesOf(page: Page, sessionId: string): Promise<readonly RecordedTake[]> {
  const answer = await page.request.get(new URL(`/api/sessions/${sessionId}/recording`, page.url()).href);
  expect(answer.status(), await answer.text()).toBe(200);
  return SessionRecording.parse(await answer.json()).takes;
}

/** Downloads one whole take as a file. */
export async function fetchTake(page: Page, sessionId: string, { partId }: RecordedTake): Promise<string> {
  const answer = await page.request.get(new URL(`/api/sessions/${sessionId}/recording/${partId}`, page.url()).href);
  expect(answer.status()).toBe(200);
  const file = join(await mkdtemp(join(tmpdir(), 'earshot-take-')), `${partId}.webm`);
  await writeFile(file, await answer.body());
  return file;
}

/** On the family's device somebody agrees to the recording of picture and sound, for supervision. */
export async function familySaysYes(room: Page): Promise<void> {
  await room.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(room.getByText(/who is answering|may the picture be recorded/i).first()).toBeVisible();
  if (await room.getByText('Who is answering?').isVisible()) {
    await room.getByRole('button', { name: 'Siri' }).click();
  }
  await room.getByRole('button', { name: 'Yes, the picture' }).click();
  await room.getByRole('button', { name: 'Yes, the sound' }).click();
  await room.getByText(/^helping/i).click();
  await room.getByRole('button', { name: 'Done' }).click();
  await room.getByRole('button', { name: 'Back to the session' }).click();
}

/** The coach agrees to the recording of their own voice. */
export async function coachSaysYes(coach: Page): Promise<void> {
  await coach.getByRole('button', { name: /recording and consent/i }).click();
  const own = coach.getByRole('region', { name: 'Your own voice' }).last();
  await own.getByRole('button', { name: 'supervision' }).click();
  await own.getByRole('button', { name: 'Allow recording of my voice' }).click();
  await expect(coach.getByRole('button', { name: 'Withdraw my consent' })).toBeVisible();
  await coach.getByRole('button', { name: /recording and consent/i }).click();
}

/** The console says that it is recorded. */
export async function expectRecording(coach: Page): Promise<void> {
  await expect(coach.getByRole('button', { name: /^recording picture/i })).toBeVisible({ timeout: 60_000 });
}
