import { expect, test } from 'vitest';
import { type Claims, expectEachToBeTrue, pairsTogether, truthsOf } from '#client/testing/statements.ts';
import type { CheckedPerson } from './captureFor.ts';
import {
  cameraStatement,
  type CheckedDevices,
  joinStatement,
  mayJoin,
  microphoneStatement,
  networkStatement,
  refusalsOf,
  sentOf,
} from './checkStatements.ts';
import type { MediaFinding } from './mediaFinding.ts';

const STATES: readonly NonNullable<CheckedDevices>['camera'][] = [
  { is: 'working' },
  { is: 'muted' },
  { is: 'refused', why: 'denied' },
  { is: 'refused', why: 'not-found' },
];
const FINDINGS: readonly (MediaFinding | undefined)[] = [undefined, 'good', 'fair', 'poor', 'blocked', 'none'];

type Scene = {
  readonly who: CheckedPerson;
  readonly devices: CheckedDevices;
  readonly isHeard: boolean;
  readonly finding: MediaFinding | undefined;
};

/** Every state of the page before joining, for a coach and for an observer. */
function* everyScene(): Generator<Scene> {
  for (const who of ['coach', 'observer'] as const)
    for (const devices of devicesOf(who))
      for (const isHeard of [true, false]) for (const finding of FINDINGS) yield { who, devices, isHeard, finding };
}

function devicesOf(who: CheckedPerson): readonly CheckedDevices[] {
  const unwanted = { is: 'unwanted' } as const;
  const cameras = { coach: [...STATES, unwanted], observer: [unwanted] }[who];
  return [undefined, ...cameras.flatMap((camera) => STATES.map((microphone) => ({ camera, microphone })))];
}

function statementsOf({ who, devices, isHeard, finding }: Scene): readonly string[] {
  const camera = cameraStatement(who, devices);
  const microphone = microphoneStatement(who, devices, isHeard);
  const join = joinStatement(who, devices);
  return [
    `lead.${who}`,
    ...refusalsOf(devices).map(({ what, why }) => `refused.${what}.${why}`),
    ...(camera === undefined ? [] : [`camera.${camera}`]),
    ...(microphone === undefined ? [] : [`microphone.${microphone}`]),
    `network.${networkStatement(sentOf(devices), finding)}`,
    ...(join === undefined ? [] : [`join.${join}`]),
  ];
}

const networkClaims = (sent: 'both' | 'sound', claim: string): Claims => ({
  [`network.${sent}.measuring`]: ['answered', claim, '!measured'],
  [`network.${sent}.good`]: ['answered', claim, 'throughput'],
  [`network.${sent}.fair`]: ['answered', claim, 'throughput'],
  [`network.${sent}.poor`]: ['answered', claim, 'throughput'],
  [`network.${sent}.blocked`]: ['answered', claim, 'measured', 'server', '!throughput'],
});

const CLAIMS: Claims = {
  ...networkClaims('both', 'picture'),
  ...networkClaims('sound', '!picture'),
  'network.waiting': ['!answered'],
  'network.none': ['answered', 'measured', '!server'],
  'lead.coach': [],
  'lead.observer': [],
  'camera.asking': ['!answered'],
  'camera.good': ['picture'],
  'camera.muted': ['!picture', 'camera'],
  'camera.without': ['!picture', '!camera', 'answered'],
  'microphone.asking': ['!answered'],
  'microphone.silent': ['sound', '!heard'],
  'microphone.good': ['sound', 'heard'],
  'microphone.muted': ['!sound', 'microphone'],
  'microphone.without': ['!sound', '!microphone', 'joins'],
  'refused.camera.denied': ['answered', '!camera'],
  'refused.camera.not-found': ['answered', '!camera'],
  'refused.microphone.denied': ['answered', '!microphone'],
  'refused.microphone.not-found': ['answered', '!microphone'],
  'refused.both.denied': ['answered', '!camera', '!microphone'],
  'refused.both.not-found': ['answered', '!camera', '!microphone'],
  'join.byEnter': ['joins'],
  'join.waitVoice': ['!joins', '!microphone'],
};

function truths({ who, devices, isHeard, finding }: Scene): ReadonlySet<string> {
  const camera = devices?.camera.is;
  const microphone = devices?.microphone.is;
  const known = {
    answered: devices !== undefined,
    camera: camera === 'working' || camera === 'muted',
    picture: camera === 'working',
    microphone: microphone === 'working' || microphone === 'muted',
    sound: microphone === 'working',
    heard: isHeard,
    joins: mayJoin(who, devices),
    measured: finding !== undefined,
    server: finding !== undefined && finding !== 'none',
    throughput: finding !== undefined && finding !== 'none' && finding !== 'blocked',
  };
  return truthsOf(known);
}

const SCREENS = { scenes: everyScene, statementsOf };

test('whatever the devices and connection, everything that the check says is true', () => {
  expectEachToBeTrue(SCREENS, CLAIMS, truths);
});

test('only these pairs of statements appear together before joining', () => {
  expect(pairsTogether(SCREENS)).toMatchSnapshot();
});
