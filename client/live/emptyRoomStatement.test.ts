import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { PARENT, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { aLiveSession, NOOR } from './testing/aLiveSession.ts';
import { emptyRoomStatement } from './emptyRoomStatement.ts';

const GONE = { type: 'participant.left', by: 'server', participantId: PARENT } as const;

test.for<[string, readonly FactDraft[], string]>([
  ['nobody of the family was let in yet', UNTIL_CHECK_IN.filter(({ type }) => type !== 'device.admitted'), 'waiting'],
  ['the family is here', UNTIL_CHECK_IN, 'starting'],
  ['the family is cut off', [...UNTIL_CHECK_IN, { ...GONE, why: 'connection' }], 'familyCutOff'],
  ['the family has left', [...UNTIL_CHECK_IN, { ...GONE, why: 'left' }], 'familyLeft'],
])('what stands in place of the picture where %s', ([, drafts, statement]) => {
  const { session, connection } = aLiveSession(drafts, NOOR).getSnapshot();
  expect(emptyRoomStatement({ session, connection, media: 'connected' })).toBe(statement);
});
