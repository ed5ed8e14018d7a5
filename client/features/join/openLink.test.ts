import { expect, test } from 'vitest';
import { HttpError, type HttpProblem } from '#client/api/http.ts';
import { type Claims, expectEachToBeTrue, pairsTogether, truthsOf } from '#client/testing/statements.ts';
import { type JoinTrouble, mayPass, openLink } from './openLink.ts';

const ANSWERS = [
  'ok',
  'offline',
  'signed-out',
  'second-factor',
  'confirmation',
  'not-allowed',
  'not-found',
  'gone',
  'refused',
  'too-many',
  'fault',
] as const satisfies readonly ('ok' | HttpProblem)[];
type Answer = (typeof ANSWERS)[number];

type Scene = {
  readonly hasSecret: boolean;
  /** What the server answers to the link and knows about this browser. */
  readonly redeemed: Answer;
  readonly known: Answer;
  readonly trouble: JoinTrouble | undefined;
};

const answering = (answer: Answer) => () =>
  answer === 'ok' ? Promise.resolve() : Promise.reject(new HttpError(answer));

async function open(hasSecret: boolean, redeemed: Answer, known: Answer): Promise<Scene> {
  const ports = { redeem: answering(redeemed), readDevice: answering(known) };
  return { hasSecret, redeemed, known, trouble: await openLink(hasSecret ? 'a-secret' : undefined, ports) };
}

const SCENES = await Promise.all(
  [true, false].flatMap((hasSecret) =>
    ANSWERS.flatMap((redeemed) => ANSWERS.map((known) => open(hasSecret, redeemed, known))),
  ),
);

function statementsOf({ trouble }: Scene): readonly string[] {
  if (trouble === undefined) return ['joined'];
  return [trouble, mayPass(trouble) ? 'try again' : 'no more to try'];
}

const CLAIMS: Claims = {
  joined: ['in'],
  gone: ['!in', 'reached', 'whole', 'used up', '!this device'],
  incomplete: ['!in', 'reached', '!whole', '!this device'],
  offline: ['!in', '!reached'],
  failed: ['!in', 'reached', 'at fault'],
  tooMany: ['!in', 'reached', 'too often'],
  'try again': ['!in', 'passes'],
  'no more to try': ['!in', '!passes'],
};

/** What is true. The last request tells whether the server is reachable. */
function truths({ hasSecret, redeemed, known }: Scene): ReadonlySet<string> {
  const asksDevice = !hasSecret || redeemed === 'gone';
  const last = asksDevice ? known : redeemed;
  return truthsOf({
    in: last === 'ok',
    reached: last !== 'offline',
    whole: hasSecret ? last !== 'refused' : last === 'gone',
    'used up': [redeemed, known].some((one) => one === 'gone' || one === 'signed-out' || one === 'not-found'),
    'this device': last === 'ok',
    'at fault': ['fault', 'not-allowed', 'second-factor', 'confirmation'].includes(last),
    'too often': last === 'too-many',
    passes: ['offline', 'fault', 'not-allowed', 'second-factor', 'confirmation', 'too-many'].includes(last),
  });
}

const SCREENS = { scenes: () => SCENES, statementsOf };

test('whatever the server answers to a link, everything that the family reads is true', () => {
  expectEachToBeTrue(SCREENS, CLAIMS, truths);
});

test('only these pairs of statements appear together when a link is opened', () => {
  expect(pairsTogether(SCREENS)).toMatchInlineSnapshot(`
    [
      "failed + try again",
      "gone + no more to try",
      "incomplete + no more to try",
      "offline + try again",
      "tooMany + try again",
    ]
  `);
});
