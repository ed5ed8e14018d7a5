import { expect, onTestFinished, test, vi } from 'vitest';
import { openLiveSession } from './liveSession.ts';
import { aBrowserStore } from './pressStore.builder.ts';
import type { SessionSocket } from './socket.ts';

/** A session on a socket that a server has just refused for a fault of its own. */
function refusedSession() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const listeners = new Map<string, (problem: Error) => void>();
  const connect = vi.fn();
  const socket = {
    active: false,
    connect,
    disconnect: vi.fn(),
    on: (name: string, listener: (problem: Error) => void) => listeners.set(name, listener),
  };
  const session = openLiveSession(
    { as: 'device' },
    {
      store: aBrowserStore().window(),
      heardDelayMs: () => 0,
      localNow: () => 0,
      wallNow: () => 0,
      random: () => 0.5,
      makeId: () => '',
      isElsewhere: () => false,
      report: () => undefined,
    },
    () => socket as unknown as SessionSocket,
  );
  connect.mockClear();
  listeners.get('connect_error')?.(new Error('internal'));
  return { session, connect };
}

test('a server that was in trouble is asked again', () => {
  const { connect } = refusedSession();
  vi.advanceTimersByTime(1_000);
  expect(connect).toHaveBeenCalledTimes(1);
});

test('a session that was left is not connected again', () => {
  const { session, connect } = refusedSession();
  session.close();
  vi.advanceTimersByTime(10_000);
  expect(connect).not.toHaveBeenCalled();
});
