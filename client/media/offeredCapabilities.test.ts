import { expect, test } from 'vitest';
import { RtpCapabilities } from '#shared/protocol/media.ts';
import { offeredCapabilities } from './offeredCapabilities.ts';

const [MID, ORIENTATION] = ['urn:ietf:params:rtp-hdrext:sdes:mid', 'urn:3gpp:video-orientation'];
const ALL = RtpCapabilities.parse({
  codecs: [],
  headerExtensions: [MID, ORIENTATION].map((uri, index) => ({ kind: 'video', uri, preferredId: index + 1 })),
});

test.for([
  ['Chrome111', 'send', [MID, ORIENTATION]],
  ['Firefox120', 'send', [MID, ORIENTATION]],
  ['Safari12', 'send', [MID]],
  ['Safari12', 'receive', [MID, ORIENTATION]],
] as const)('%s, to %s, is offered %o', ([handlerName, direction, uris]) => {
  expect(offeredCapabilities(handlerName, direction, ALL).headerExtensions?.map(({ uri }) => uri)).toEqual(uris);
});
