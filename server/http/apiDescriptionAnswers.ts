import type { apiDescriptionRoutes } from '#shared/protocol/http/apiDescription.ts';
import { openApi } from '#shared/protocol/http/openApi.ts';
import { ROUTES } from '#shared/protocol/http/routes.ts';
import type { AnswersTo } from './httpAnswers.ts';

/** The table of routes, for those who build on it. It takes a while to describe, so it is described once, at the start. */
export function apiDescriptionAnswers(): AnswersTo<typeof apiDescriptionRoutes> {
  const description = openApi(ROUTES);
  return { 'api-description:read': async () => description };
}
