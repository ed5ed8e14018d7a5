import { z } from 'zod';
import { Fact } from '../facts.ts';
import { FamilyFact } from '../familyFacts.ts';
import { Family } from './families.ts';
import { HttpFailure } from './failure.ts';
import { SessionReport } from './report.ts';
import { SessionSummary } from './sessions.ts';
import { paramsOf, type RefusalStatus, type Route, type Routes } from './route.ts';

type Content = { readonly [K in string]: unknown };

/** Schemas shared by several answers, described once under their names. */
const NAMED = { Fact, Family, FamilyFact, HttpFailure, SessionReport, SessionSummary } as const;
const names = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(NAMED)) names.add(schema, { id });

/** The meaning of a status if the row of a route does not give it. */
const MEANINGS = {
  400: 'The input is not right.',
  401: 'Nobody is signed in.',
  403: 'This is not for the asker’s role.',
  404: 'What the path names is not there, or not the asker’s.',
  429: 'It was asked too often, or too much at once.',
  503: 'The server cannot save. Nothing was changed.',
} as const;

/** The routes as an OpenAPI 3.1 document. */
export function openApi(routes: Routes): Content {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  return { openapi: '3.1.0', info: { title: 'Earshot', version: '1' }, ...withComponents(paths) };
}

/** Every JSON schema contains its own definitions. The document has one place for all. */
function withComponents(paths: Content): Content {
  const schemas = {};
  const hoisted: unknown = JSON.parse(JSON.stringify(paths), (key, value: unknown) => {
    if (key === '$schema') return undefined;
    if (key === '$ref') return String(value).replace('#/$defs/', '#/components/schemas/');
    if (key !== '$defs') return value;
    Object.assign(schemas, value);
    return undefined;
  });
  return { paths: hoisted, components: { schemas } };
}

function operationOf(name: string, route: Route): Content {
  const { does, body, query } = route;
  return {
    operationId: name,
    tags: [name.split(':')[0]],
    summary: does,
    description: `For: ${route.for.join(', ')}.${route.asksAgain ? ' Asks again who it is.' : ''} Limit: ${route.limit}.`,
    parameters: [...parametersOf('path', paramsOf(route)), ...parametersOf('query', query)],
    ...(body && { requestBody: { required: true, content: json(body, 'input') } }),
    responses: responsesOf(route),
  };
}

function parametersOf(where: 'path' | 'query', schema?: z.ZodObject): readonly Content[] {
  const shape: Readonly<Record<string, z.ZodType>> = schema?.shape ?? {};
  return Object.entries(shape).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path',
    schema: jsonSchema(one, 'input'),
  }));
}

function responsesOf(route: Route): Content {
  const refused = Object.fromEntries(
    Object.entries({ ...impliedBy(route), ...route.refusals }).map(([status, description]) => [
      status,
      { description, content: json(HttpFailure, 'output') },
    ]),
  );
  const { answer } = route;
  const content = answer instanceof z.ZodType ? json(answer, 'output') : { [answer.file]: {} };
  return { 200: { description: 'Done.', content }, ...refused };
}

/** The refusals that follow from the row of a route. */
function impliedBy(route: Route): { readonly [S in RefusalStatus | 503]?: string } {
  const hasInput = route.path.includes(':') || route.body !== undefined || route.query !== undefined;
  const isOpen = route.for.includes('nobody');
  return {
    ...(hasInput && { 400: MEANINGS[400] }),
    ...(!isOpen && { 401: MEANINGS[401], 403: MEANINGS[403] }),
    ...(/:(sessionId|familyId)/.test(route.path) && { 404: MEANINGS[404] }),
    429: MEANINGS[429],
    503: MEANINGS[503],
  };
}

function json(schema: z.ZodType, io: 'input' | 'output'): Content {
  return { 'application/json': { schema: jsonSchema(schema, io) } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Content {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', ...(io === 'output' && { metadata: names }) });
}
