import fc from 'fast-check';
import { commands, Handshake } from '#shared/protocol/contract.ts';
import { addressOf, paramsOf, type Route } from '#shared/protocol/http/route.ts';
import { ROUTES } from '#shared/protocol/http/routes.ts';
import { textFrame } from '#server/sockets/testing/rawWebSocket.ts';
import { type KnownIds, ofSchema } from '#server/testing/ofSchema.ts';
import { spoiled, spoiledText } from './spoiled.ts';

export type HostileRequest = {
  readonly method: string;
  readonly address: string;
  readonly contentType: string;
  readonly body: string | undefined;
};

/** What hostile clients send, made from the schemas of the contract so that much of it comes far. */
type HostileInputs = {
  /** The data with which somebody asks to join. */
  readonly handshake: fc.Arbitrary<string>;
  /** A command on an open socket, as the bytes of its frame. */
  readonly command: fc.Arbitrary<Buffer>;
  /** What may be no command, no packet and no frame. The server cuts who sends such a thing. */
  readonly frame: fc.Arbitrary<Buffer>;
  readonly request: fc.Arbitrary<HostileRequest>;
  /** Instead of a request. */
  readonly rawRequest: fc.Arbitrary<Buffer>;
};

/** They end what the attacker came with, and then everything after them would only be refused. */
const ENDS: readonly string[] = ['session:close', 'account:sign-out'];
const isKept = ([name]: readonly [string, unknown]) => !ENDS.includes(name);

export function hostileInputs(known: KnownIds): HostileInputs {
  const aRequest = fc.oneof(
    ...Object.entries<Route>(ROUTES)
      .filter(isKept)
      .map(([, route]) => requestFor(route, known)),
  );
  return {
    handshake: json(spoiled(ofSchema(Handshake, known))),
    command: aCommand(known).map(textFrame),
    frame: fc.oneof(
      { weight: 10, arbitrary: spoiledText(aCommand(known)).map(textFrame) },
      { weight: 2, arbitrary: aPacket.map(textFrame) },
      { weight: 1, arbitrary: aBrokenFrame },
    ),
    request: aRequest,
    rawRequest: spoiledText(aRequest.map(asText)).map((text) => Buffer.from(text, 'latin1')),
  };
}

function aCommand(known: KnownIds): fc.Arbitrary<string> {
  const some = Object.entries(commands)
    .filter(isKept)
    .map(([name, { input }]) => fc.tuple(fc.constant(name), spoiled(ofSchema(input, known)), fc.nat(9_999)));
  return fc.oneof(...some).map(([name, input, id]) => `42${id}${JSON.stringify([name, input])}`);
}

/** Packets of Engine.IO and Socket.IO that no client of ours sends. */
const aPacket: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['', '0', '1', '2probe', '3', '5', '6', '9', '40', '40/check,{}', '40/nowhere,{}', '41/check,', '43', '430[]'],
    ...['42', '42[]', '42[null]', '42["session:join"]', '42["__proto__",{}]', '42["disconnect",{}]', '44{}'],
    ...['451-["clock:read",{"_placeholder":true,"num":0}]', '4599999-["clock:read"]', '461-0["x"]', '4299999999999[1]'],
  ),
  fc.string({ maxLength: 20 }).map((text) => `4${text}`),
  fc.nat(9).map((type) => `4${type}[]`),
);

/** Any opcode, any length, with a mask or without. */
const aBrokenFrame: fc.Arbitrary<Buffer> = fc
  .tuple(fc.nat(255), fc.nat(255), fc.uint8Array({ maxLength: 300 }))
  .map(([first, second, rest]) => Buffer.from([first, second, ...rest]));

function requestFor(route: Route, known: KnownIds): fc.Arbitrary<HostileRequest> {
  const { method, body, query } = route;
  return fc
    .record({
      params: ofSchema(paramsOf(route), known),
      query: query ? ofSchema(query, known) : fc.constant({}),
      body: body ? json(spoiled(ofSchema(body, known))) : fc.constant(undefined),
      spoil: fc.nat(9),
      method: fc.constantFrom('GET', 'POST', 'DELETE', 'PUT', 'HEAD', 'OPTIONS'),
      contentType: fc.constantFrom('application/json', 'application/json', 'text/plain', 'multipart/form-data', 'x'),
    })
    .map((made) => {
      const given = {
        ...(made.params as Readonly<Record<string, unknown>>),
        query: made.query as Readonly<Record<string, unknown>>,
      };
      const address = addressOf(route, given);
      return {
        method: made.spoil === 0 ? made.method : method,
        address: made.spoil === 1 ? address.replace(/[a-f]/, '%6') : address,
        contentType: made.spoil === 2 ? made.contentType : 'application/json',
        body: made.body,
      };
    });
}

function asText({ method, address, contentType, body = '' }: HostileRequest): string {
  const head = [`${method} ${address} HTTP/1.1`, 'Host: 127.0.0.1', `Content-Type: ${contentType}`];
  return [...head, `Content-Length: ${body.length}`, '', body].join('\r\n');
}

/** As text; `undefined` inside becomes nothing, and alone becomes null. */
const json = (value: fc.Arbitrary<unknown>) => value.map((one) => JSON.stringify(one ?? null));
