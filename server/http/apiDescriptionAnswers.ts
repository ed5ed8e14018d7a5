import type { apiDescriptionRoutes } from '#shared/protocol/http/apiDescription.ts';
import { inThread } from '#server/processes/inThread.ts';
import type { AnswersTo } from './httpAnswers.ts';

type Description = { readonly [K in string]: unknown };

/** The table of routes, for developers. It is described when somebody asks for the first time. */
export function apiDescriptionAnswers(): AnswersTo<typeof apiDescriptionRoutes> {
  let description: Promise<Description> | undefined;

  function describe(): Promise<Description> {
    const described = inThread<Description>(new URL('./apiDescriptionWorker.ts', import.meta.url), undefined);
    // Whoever asks next tries again.
    described.catch(() => (description = undefined));
    return described;
  }

  return { 'api-description:read': () => (description ??= describe()) };
}
