import { expect, test } from 'vitest';
import { PARENT, UNTIL_CHECK_IN } from '#shared/session/aSession.ts';
import { aLiveSession, NOOR } from './aLiveSession.ts';
import { emptyStatement } from './emptyStatement.ts';

test('an empty room is one that nobody of the family was let into yet, and no other', () => {
  const before = UNTIL_CHECK_IN.filter(({ type }) => type !== 'device.admitted');
  expect(emptyStatement(aLiveSession(before, NOOR).getSnapshot())).toBe('waiting');
  const live = aLiveSession(UNTIL_CHECK_IN, NOOR);
  expect(emptyStatement(live.getSnapshot())).toBe('starting');
  live.happen({ type: 'participant.left', by: 'server', participantId: PARENT, why: 'connection' });
  expect(emptyStatement(live.getSnapshot())).toBe('cutOff');
});
