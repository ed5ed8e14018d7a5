import { beforeEach, describe, expect, test, vi } from 'vitest';
import { isSameOutput, type OutputSign } from './isSameOutput.ts';
import { watchEarphones } from './watchEarphones.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const kindOf = (label: string): MediaDeviceKind => (label.startsWith('Microphone') ? 'audioinput' : 'audiooutput');

/** A browser with these devices. They are unnamed on a page that captures nothing. */
function anOutput(...labels: string[]) {
  let now = labels;
  let visibilityState: DocumentVisibilityState = 'visible';
  const target = new EventTarget();
  const page = Object.defineProperty(new EventTarget(), 'visibilityState', { get: () => visibilityState });
  const running: { state: AudioContextState; outputLatency: number } = { state: 'running', outputLatency: 0.02 };
  const context = Object.assign(new EventTarget(), running);
  const window = new EventTarget();
  const calls: string[] = [];
  const devices = Object.assign(target, {
    enumerateDevices: async () =>
      now.map((label) => ({ kind: kindOf(label), deviceId: label, label, groupId: '' }) as MediaDeviceInfo),
  });
  const watch = watchEarphones(
    { devices, page: page as EventTarget & { visibilityState: DocumentVisibilityState }, window, context },
    () => calls.push('maybe'),
    (changed) => calls.push(changed ? 'changed' : 'the same'),
  );
  return {
    calls,
    context,
    watch,
    replace: (...next: string[]) => (now = next),
    plug: (...next: string[]) => {
      now = next;
      target.dispatchEvent(new Event('devicechange'));
    },
    see: (state: DocumentVisibilityState) => {
      visibilityState = state;
      page.dispatchEvent(new Event('visibilitychange'));
    },
    focus: () => window.dispatchEvent(new Event('focus')),
    happen: (name: string) => context.dispatchEvent(new Event(name)),
  };
}

const settle = () => vi.advanceTimersByTimeAsync(300);

describe('[EAR1] where the browser names its devices', () => {
  test('pulling out the earphones reports a sign at once, and the change once', async () => {
    const { calls, plug } = anOutput('Speaker', 'Earphones');
    plug('Speaker');
    plug('Speaker');
    expect(calls).toEqual(['maybe', 'maybe']);
    await settle();
    expect(calls.slice(2)).toEqual(['changed']);
  });

  test('earphones that disappear without an event are noticed within two seconds', async () => {
    const { calls, replace } = anOutput('Speaker', 'Earphones');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(calls).toEqual([]);
    replace('Speaker');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls).toEqual(['maybe', 'changed']);
  });

  test('and the moment that the page is looked at again', async () => {
    const { calls, replace, focus } = anOutput('Speaker', 'Earphones');
    replace('Speaker');
    focus();
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toEqual(['maybe', 'changed']);
  });

  test('a sign without a change settles as the same', async () => {
    const { calls, plug, see, happen } = anOutput('Speaker');
    plug('Speaker');
    await settle();
    see('hidden');
    await settle();
    see('visible');
    await settle();
    happen('sinkchange');
    await settle();
    expect(calls.filter((call) => call !== 'maybe')).toEqual(['the same', 'the same', 'the same']);
  });

  test('a pause by the system always counts', async () => {
    const { calls, watch } = anOutput('Speaker');
    watch.tell('paused');
    watch.tell('context');
    await settle();
    expect(calls.at(-1)).toBe('changed');
  });
});

describe.for([
  ['none', ''],
  ['its microphones alone', 'Microphone of the phone'],
] as const)('[EAR1] where the browser names %s', ([, label]) => {
  test.for<[string, (output: ReturnType<typeof anOutput>) => void]>([
    ['an event of devices', ({ plug }) => plug(label)],
    ['a page that is hidden', ({ see }) => see('hidden')],
    [
      'a context that stops',
      ({ context, happen }) => {
        context.state = 'suspended';
        happen('statechange');
      },
    ],
    ['a context that moves', ({ happen }) => happen('sinkchange')],
  ])('%s closes the ear', async ([, happens]) => {
    const output = anOutput(label);
    happens(output);
    expect(output.calls).toEqual(['maybe']);
    await settle();
    expect(output.calls).toEqual(['maybe', 'changed']);
  });

  test('another latency means another output', async () => {
    const { calls, context } = anOutput(label);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls).toEqual([]);
    context.outputLatency = 0.2;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls).toEqual(['maybe', 'changed']);
  });
});

test.for<[OutputSign]>([['look'], ['devices'], ['hidden'], ['context'], ['paused']])(
  '[EAR1] devices that lost or gained their names are no longer certain (%s)',
  ([sign]) => {
    const named = { sound: 'a', namesOutput: true, latencyMs: 20 };
    const unnamed = { sound: undefined, namesOutput: false, latencyMs: 20 };
    expect(isSameOutput(named, unnamed, sign)).toBe(false);
    expect(isSameOutput(unnamed, named, sign)).toBe(false);
  },
);

test('[EAR1] a headset whose microphone disappears without an event is noticed, although no output has a name', async () => {
  const { calls, replace } = anOutput('Microphone of the phone', 'Microphone of the headset');
  replace('Microphone of the phone');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(calls).toEqual(['maybe', 'changed']);
});

test('a closed watch reports nothing', async () => {
  const { calls, plug, watch } = anOutput('Speaker');
  plug('Speaker', 'Earphones');
  watch.close();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(calls).toEqual(['maybe']);
});
