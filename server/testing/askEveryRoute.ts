import { type Actor, EVERY_ACTOR } from '#shared/protocol/access/actors.ts';
import { isLetIn, ROUTE_ACCESS } from '#shared/protocol/access/routeAccess.ts';
import type { Sent } from '#shared/protocol/http/route.ts';
import { type RouteName, ROUTES } from '#shared/protocol/http/routes.ts';
import { PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import type { ClinicOfActors } from './aClinicOfActors.ts';
import { aServerOfActors } from './aServerOfActors.ts';
import { allRows } from './allRows.ts';
import { COMES } from './comeAs.ts';
import { requestsOf } from './requestsOf.ts';
import { sendRequest } from './sendRequest.ts';

const EVERY_ROUTE = Object.keys(ROUTES) as readonly RouteName[];

/** How an object is refused without saying whether it exists. */
const NOT_YOURS = [
  'There is no such family, or it is not yours.',
  'There is no such session, or it is not yours.',
  'This family or person does not exist, or you do not have access. Nothing was changed.',
  'There is no such passkey.',
  'You are signed out there already.',
  'This try is no longer open. Open the clip again to code it.',
];

/** These end a sign-in, or what others need, so they are asked last. */
const LAST: readonly RouteName[] = [
  ...(['diary-links:withdraw', 'session-links:withdraw', 'caseloads:end-cover', 'caseloads:hand-over'] as const),
  ...(['sign-ins:end', 'sign-ins:end-others', 'passkey:remove', 'authenticator:remove'] as const),
  ...(['account:set-password', 'account:sign-out', 'diary:close'] as const),
];

/** One route asked by one actor. `told`: the answer, as text. */
type Asked = { readonly name: RouteName; readonly status: number; readonly told: string; readonly isLetIn: boolean };

export type Visit = {
  readonly actor: Actor;
  readonly asked: readonly Asked[];
  /** Whether something was changed by requests that were to be refused. */
  readonly isUnchanged: boolean;
};

/** Every actor asks every route of a server of their own over HTTP: first what is to be refused, then the rest. */
export async function askEveryRoute(clinic: ClinicOfActors): Promise<readonly Visit[]> {
  const visits: Visit[] = [];
  for (const actor of EVERY_ACTOR) visits.push(await visit(clinic, actor));
  return visits;
}

async function visit(clinic: ClinicOfActors, actor: Actor): Promise<Visit> {
  const server = await aServerOfActors(clinic);
  const { db, url } = server;
  const cookie = await COMES[actor](server);
  const requests: Readonly<Record<RouteName, Sent | undefined>> = requestsOf(clinic);

  async function ask(name: RouteName): Promise<Asked> {
    const answer = await sendRequest(url, name, requests[name], {
      ...{ origin: PUBLIC_URL, range: 'bytes=0-9', 'x-forwarded-for': '198.51.100.7' },
      ...(cookie !== undefined && { cookie }),
    });
    const [{ status }, told] = [answer, await answer.text()];
    return { name, status, told, isLetIn: !isRefused(name, status, told) };
  }

  async function askAll(names: readonly RouteName[]): Promise<Asked[]> {
    const asked: Asked[] = [];
    for (const name of names) asked.push(await ask(name));
    return asked;
  }

  const before = await allRows(db);
  const refused = await askAll(EVERY_ROUTE.filter((name) => !isLetIn(actor, name)));
  const isUnchanged = (await allRows(db)) === before;
  const first = EVERY_ROUTE.filter((name) => isLetIn(actor, name) && !LAST.includes(name));
  const asked = await askAll([...first, ...LAST.filter((name) => isLetIn(actor, name))]);
  await server.close();
  return { actor, asked: [...refused, ...asked], isUnchanged };
}

function isRefused(name: RouteName, status: number, told: string): boolean {
  if (ROUTE_ACCESS[name].who === 'secret') return [401, 403, 404, 410].includes(status);
  return status === 401 || status === 403 || (status === 404 && NOT_YOURS.some((text) => told.includes(text)));
}
