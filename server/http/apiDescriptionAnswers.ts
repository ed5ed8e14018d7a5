import type { apiDescriptionRoutes } from '#shared/protocol/http/apiDescription.ts';
import { openApi } from '#shared/protocol/http/openApi.ts';
import { ROUTES } from '#shared/protocol/http/routes.ts';
import type { AnswersTo } from './httpAnswers.ts';

/** The table of routes, for developers. Describing it takes a while, so it is done once, at the start. */
export function apiDescriptionAnswers(): AnswersTo<typeof apiDescriptionRoutes> {
  const description = openApi(ROUTES);
  return { 'api-description:read': async () => description };
}
