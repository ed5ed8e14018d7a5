import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '#server/network/freePort.ts';
import { createMeasures } from './measures.ts';
import { readiness } from './readiness.ts';
import { serveWatching } from './serveWatching.ts';

async function aWatchedServer() {
  const measures = createMeasures();
  const state: { isClosing: boolean; trouble: 'disk-full' | undefined } = { isClosing: false, trouble: undefined };
  const port = await freePort('127.0.0.1');
  const stop = await serveWatching(
    { registry: measures.registry, unready: () => readiness(state) },
    { host: '127.0.0.1', port },
  );
  onTestFinished(stop);
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: response.status, said: await response.text() };
  };
  return { measures, state, ask };
}

test('a server is ready while it may get visitors, and says why not', async () => {
  const { state, ask } = await aWatchedServer();
  expect(await ask('/readyz')).toEqual({ status: 200, said: 'ready\n' });
  state.trouble = 'disk-full';
  expect(await ask('/readyz')).toEqual({ status: 503, said: 'The store is in trouble: disk-full.\n' });
  state.isClosing = true;
  expect((await ask('/readyz')).said).toBe('The server is stopping.\nThe store is in trouble: disk-full.\n');
  expect(await ask('/healthz')).toEqual({ status: 200, said: 'alive\n' });
  expect((await ask('/api/sessions')).status).toBe(404);
});

test('metrics say what is felt, what is stored, and what is awake, as it is when somebody asks', async () => {
  const { measures, ask } = await aWatchedServer();
  let people = 2;
  measures.watch({
    rooms: { figures: () => ({ sessions: { coding: 1, closed: 3 }, people, recording: 1 }) },
    media: {
      figures: async () => [
        { plane: 'voice', port: 44_444, pid: 1, cpuMs: 1_500, memoryBytes: 10, load: 4, replaced: 0 },
      ],
    },
    isSaving: () => true,
  });
  measures.answered('code:record', true, 4);
  measures.answered('device:admit', false, 4);
  measures.stored(1);
  measures.connection({ roundTripMs: 80, lossPercent: 1, playoutDelayMs: null });
  measures.connection({ roundTripMs: null, lossPercent: null, playoutDelayMs: null });
  measures.lease('lost');
  const { said } = await ask('/metrics');
  expect(said).toContain('earshot_command_seconds_count{kind="felt",outcome="done"} 1');
  expect(said).toContain('earshot_command_seconds_count{kind="other",outcome="refused"} 1');
  expect(said).toContain('earshot_store_seconds_count 1');
  expect(said).toContain('earshot_round_trip_seconds_sum 0.08');
  expect(said).toContain('earshot_loss_ratio_sum 0.01');
  expect(said).toContain('earshot_lease_changes_total{change="lost"} 1');
  expect(said).toContain('earshot_sessions{phase="coding"} 1');
  expect(said).toContain('earshot_media_cpu_seconds{plane="voice",port="44444"} 1.5');
  expect(said).toContain('earshot_store_saves 1');
  expect(said).toContain('nodejs_eventloop_lag_p99_seconds');
  people = 5;
  expect((await ask('/metrics')).said).toContain('earshot_people 5');
});
