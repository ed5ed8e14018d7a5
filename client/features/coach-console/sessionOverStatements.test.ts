import { expect, test } from 'vitest';
import type { UnsentPress } from '#client/api/outbox.ts';
import { type Claims, expectEachToBeTrue, pairsTogether, truthsOf } from '#client/testing/statements.ts';
import { CodeId, PressId } from '#shared/protocol/ids.ts';
import { CAREGIVER_A } from '#shared/session/testing/aSession.ts';
import { type LeftBehind, sessionOverStatements } from './sessionOverStatements.ts';

const ID = '00000000-0000-4000-9000-000000000001';
const A_CODE: UnsentPress = {
  kind: 'code',
  pressId: PressId.parse(ID),
  codeId: CodeId.parse(ID),
  place: 1,
  code: 'LP',
  caregiverId: CAREGIVER_A,
  pressedAt: 1_000,
  heardDelayMs: 0,
};
const ENDINGS = ['turned-away', 'closed', 'revoked', 'taken-over', 'not-signed-in'] as const;

type Scene = { readonly ending: (typeof ENDINGS)[number]; readonly left: LeftBehind };

function* everyScene(): Generator<Scene> {
  for (const ending of ENDINGS)
    for (const unsent of [[], [A_CODE]])
      for (const refused of [[], [A_CODE]])
        for (const isKept of [true, false])
          for (const isSendingStopped of [true, false])
            yield { ending, left: { unsent, refused, isKept, isSendingStopped } };
}

function statementsOf({ ending, left }: Scene): readonly string[] {
  const { unsent, isRefused, kept } = sessionOverStatements(ending, left);
  return [`ended.${ending}`, ...(unsent === undefined ? [] : [unsent]), ...(isRefused ? ['notKept'] : []), kept];
}

const CLAIMS: Claims = {
  ...Object.fromEntries(ENDINGS.map((ending) => [`ended.${ending}`, [ending]])),
  stillSending: ['unsent', 'takes them'],
  waiting: ['unsent', '!takes them', 'stored'],
  notSent: ['unsent', '!takes them', '!stored'],
  notKept: ['refused'],
  kept: ['!unsent', '!refused'],
  keptRest: ['some not'],
};

function truths({ ending, left: { unsent, refused, isKept, isSendingStopped } }: Scene): ReadonlySet<string> {
  return truthsOf({
    ...Object.fromEntries(ENDINGS.map((one) => [one, one === ending])),
    unsent: unsent.length > 0,
    refused: refused.length > 0,
    'some not': unsent.length + refused.length > 0,
    'takes them': (ending === 'closed' || ending === 'taken-over') && !isSendingStopped,
    stored: isKept,
  });
}

const SCREENS = { scenes: everyScene, statementsOf };

test('[LOG5] however a session ended, what the screen says about its codes is true', () => {
  expectEachToBeTrue(SCREENS, CLAIMS, truths);
});

test('only these pairs of statements appear together after a session', () => {
  expect(pairsTogether(SCREENS)).toMatchInlineSnapshot(`
    [
      "ended.closed + kept",
      "ended.closed + keptRest",
      "ended.closed + notKept",
      "ended.closed + notSent",
      "ended.closed + stillSending",
      "ended.closed + waiting",
      "ended.not-signed-in + kept",
      "ended.not-signed-in + keptRest",
      "ended.not-signed-in + notKept",
      "ended.not-signed-in + notSent",
      "ended.not-signed-in + waiting",
      "ended.revoked + kept",
      "ended.revoked + keptRest",
      "ended.revoked + notKept",
      "ended.revoked + notSent",
      "ended.revoked + waiting",
      "ended.taken-over + kept",
      "ended.taken-over + keptRest",
      "ended.taken-over + notKept",
      "ended.taken-over + notSent",
      "ended.taken-over + stillSending",
      "ended.taken-over + waiting",
      "ended.turned-away + kept",
      "ended.turned-away + keptRest",
      "ended.turned-away + notKept",
      "ended.turned-away + notSent",
      "ended.turned-away + waiting",
      "notKept + keptRest",
      "notSent + keptRest",
      "notSent + notKept",
      "stillSending + keptRest",
      "stillSending + notKept",
      "waiting + keptRest",
      "waiting + notKept",
    ]
  `);
});
