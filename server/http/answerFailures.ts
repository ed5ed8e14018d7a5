import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { HttpFailure } from '#shared/protocol/http/failure.ts';
import { notSaved, storeFaultOf } from '#server/storage/storeFault.ts';
import type { Http } from './http.ts';

const WORDS: Readonly<Record<number, string>> = {
  404: 'There is nothing here.',
  413: 'This is too large.',
  415: 'Only JSON is accepted here.',
  429: 'There were too many attempts. Wait a minute and try again.',
};

/** Answers errors that no route handled: with a message for people, and details only in the log. */
export function answerFailures(http: Http): void {
  http.setErrorHandler<FastifyError>(async (error, request, reply): Promise<HttpFailure> => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      reply.code(400);
      return { error: describeIssues(error.validation) };
    }
    // The log already says when this trouble began.
    const fault = storeFaultOf(error);
    if (fault !== undefined) {
      reply.code(503);
      return { error: notSaved(fault) };
    }
    const status = error.statusCode ?? 500;
    reply.code(status);
    if (status < 500) return { error: WORDS[status] ?? 'This could not be understood.' };
    request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed');
    return { error: 'Something went wrong on our side. Please try again.' };
  });
}

function describeIssues(issues: readonly { instancePath: string; message?: string }[]): string {
  return issues.map(({ instancePath, message = 'Not valid' }) => `${fieldOf(instancePath)}${message}.`).join(' ');
}

/** `/caregiverNames/0` as `caregiverNames 0: `. */
function fieldOf(instancePath: string): string {
  const field = instancePath.split('/').filter(Boolean).join(' ');
  return field === '' ? '' : `${field}: `;
}
