import { type CommandName, PERMISSIONS } from '#shared/domain/permissions.ts';
import { type Phase, PHASES } from '#shared/domain/phase.ts';
import { type Actor, EVERY_ACTOR } from '#shared/protocol/access/actors.ts';
import { type Place, placesOf } from '#shared/protocol/access/placesOf.ts';
import { PRESSES } from '#shared/protocol/contract.ts';
import type { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { cookieFrom, PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import { deviceCookie } from '#server/auth/deviceCookie.ts';
import type { ClinicOfActors } from './aClinicOfActors.ts';
import { aSceneInPhase, type Scene } from './aSceneInPhase.ts';
import { aServerOfActors, type ServerOfActors } from './aServerOfActors.ts';
import { COMES } from './comeAs.ts';
import { commandInputsOf } from './commandInputsOf.ts';
import { joinSession } from './joinSession.ts';
import { sendUnasked } from './sendUnasked.ts';

const EVERY_COMMAND = Object.keys(PERMISSIONS) as readonly CommandName[];

/** One command sent by one actor. `code`: of the refusal; `none` if nobody answered. */
export type SentCommand = {
  readonly actor: Actor;
  readonly place: Place;
  readonly name: CommandName;
  readonly code: string | undefined;
  /** Whether the log of the session grew. */
  readonly changed: boolean;
};

/** Every actor sends every command over real sockets, from each of their places. */
export async function sendEveryCommand(clinic: ClinicOfActors): Promise<readonly SentCommand[]> {
  const sent: SentCommand[] = [];
  for (const phase of PHASES) sent.push(...(await inPhase(clinic, phase)));
  const isOutside = (actor: Actor) => placesOf(actor).includes('outside');
  for (const actor of EVERY_ACTOR.filter(isOutside)) sent.push(...(await fromOutside(clinic, actor)));
  return sent;
}

/** Each at a server of their own, so that nobody is refused because they come too often. */
async function inPhase(clinic: ClinicOfActors, phase: Phase): Promise<readonly SentCommand[]> {
  const sent: SentCommand[] = [];
  for (const actor of EVERY_ACTOR) {
    const place = placesOf(actor).find((one) => one !== 'outside' && one.phase === phase);
    if (place === undefined) continue;
    const server = await aServerOfActors(clinic);
    sent.push(...(await fromInside(server, actor, place, phase)));
    await server.close();
  }
  return sent;
}

/** In the same session until something changes in it, or a press of the connection is owed. */
async function fromInside(server: ServerOfActors, actor: Actor, place: Place, phase: Phase) {
  const cookies = await cookiesOf(server, actor);
  const sent: SentCommand[] = [];
  let there: Awaited<ReturnType<typeof come>> | undefined;
  for (const name of EVERY_COMMAND) {
    there ??= await come(server, actor, phase, cookies);
    // The lead is handed to somebody who is there.
    if (name === 'lead:hand') await there.withSupervisor();
    const before = await there.seq();
    const reply = await there.ask(name, there.inputs[name]);
    const changed = (await there.seq()) !== before;
    sent.push({ actor, place, name, code: reply.ok ? undefined : reply.error.code, changed });
    const isOwed = !reply.ok && (PRESSES as readonly CommandName[]).includes(name);
    if (!changed && !isOwed) continue;
    there.end();
    there = undefined;
  }
  there?.end();
  return sent;
}

type Cookies = { readonly own: string; readonly supervisors: string };

/** Of the actor, and of a supervisor who is there too. Devices of the session get theirs with it. */
async function cookiesOf(server: ServerOfActors, actor: Actor): Promise<Cookies> {
  const supervisors = (await COMES.supervisor(server)) ?? '';
  return { own: (await COMES[actor](server)) ?? '', supervisors };
}

async function come(server: ServerOfActors, actor: Actor, phase: Phase, cookies: Cookies) {
  const scene = await aSceneInPhase(server, phase, actor);
  const { sessionId } = scene.session;
  const asStaff = { as: 'staff', sessionId } as const;
  let colleague: Awaited<ReturnType<typeof joinSession>> | undefined;
  const isDevice = 'kind' in whoIs(actor, server.clinic, scene);
  const { me, session, cookie } = whoComes(actor, server.clinic, scene, cookies);
  const { ask, end } = await joinSession(server.url, cookie, isDevice ? { as: 'device' } : asStaff);
  return {
    ask,
    inputs: commandInputsOf(me, server.clinic, scene),
    seq: async () => (await server.rooms.stateOf(session))?.seq,
    async withSupervisor() {
      if (actor !== 'supervisor') colleague = await joinSession(server.url, cookies.supervisors, asStaff);
    },
    end() {
      colleague?.end();
      end();
    },
  };
}

type Device = { readonly deviceId: ParticipantId; readonly credential: string; readonly kind: string };

function whoIs(actor: Actor, { people, devices }: ClinicOfActors, scene: Scene) {
  const all: { readonly [A in Actor]?: Device } = { ...devices, ...scene.devices };
  const staff: { readonly [A in Actor]?: { readonly userId: ParticipantId } } = {
    ...people,
    unconfirmed: people.therapist,
  };
  const found = all[actor] ?? staff[actor];
  if (found === undefined) throw new Error(`${actor} is in no session.`);
  return found;
}

function whoComes(actor: Actor, clinic: ClinicOfActors, scene: Scene, { own }: Cookies) {
  const who = whoIs(actor, clinic, scene);
  if (!('deviceId' in who)) return { me: who.userId, session: scene.session.sessionId, cookie: own };
  const session: SessionId = 'sessionId' in who ? (who.sessionId as SessionId) : scene.session.sessionId;
  const cookie = cookieFrom([deviceCookie(PUBLIC_URL).write(who.credential, new Date(8e15))]);
  return { me: who.deviceId, session, cookie };
}

/** Somebody whom no session admits sends the commands all the same, each over a connection of its own. */
async function fromOutside(clinic: ClinicOfActors, actor: Actor): Promise<readonly SentCommand[]> {
  const server = await aServerOfActors(clinic);
  const cookie = await COMES[actor](server);
  const scene = await aSceneInPhase(server, 'check-in', actor);
  const { sessionId, lead } = scene.session;
  const inputs = commandInputsOf(lead, clinic, scene);
  const seq = async () => (await server.rooms.stateOf(sessionId))?.seq;
  const before = await seq();
  const auth =
    cookie?.includes('device') === true ? ({ as: 'device' } as const) : ({ as: 'staff', sessionId } as const);
  const sent: SentCommand[] = [];
  for (const name of EVERY_COMMAND) {
    const code = await sendUnasked(server.url, { cookie, auth, name, input: inputs[name], from: sent.length });
    sent.push({ actor, place: 'outside', name, code, changed: (await seq()) !== before });
  }
  await server.close();
  return sent;
}
