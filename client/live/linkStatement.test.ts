import { expect, test } from 'vitest';
import { PHASES } from '#shared/domain/phase.ts';
import type { Quality } from '#shared/protocol/contract.ts';
import { LEAD, SUPERVISOR } from '#shared/session/testing/aSession.ts';
import { NOTHING_SEEN, type SenseSight } from '#shared/session/sight/sightState.ts';
import { linkStatement, type LinkScene } from './linkStatement.ts';

const GOOD: Quality = { roundTripMs: 40, lossPercent: 0, playoutDelayMs: null };
const SENSES: readonly SenseSight[] = [
  { is: 'unknown' },
  { is: 'seen', since: 0 },
  { is: 'lost', since: 0, why: 'device-stopped' },
];

function* everyScene(): Generator<LinkScene> {
  for (const connection of ['connecting', 'live', 'lost', 'over'] as const)
    for (const media of ['idle', 'starting', 'connected', 'mending'] as const)
      for (const quality of [undefined, GOOD])
        for (const self of [undefined, LEAD, SUPERVISOR])
          for (const phase of PHASES)
            for (const picture of SENSES)
              for (const sound of SENSES)
                yield {
                  connection,
                  media,
                  quality,
                  self,
                  session: { lead: LEAD, phase, sight: { ...NOTHING_SEEN, picture, sound } },
                };
}

test('[WIN4] the lead coach’s line over the room says that all is well only where they see and hear it', () => {
  const said = new Set<string>();
  for (const scene of everyScene()) {
    const statement = linkStatement(scene);
    const { connection, media, self, session } = scene;
    const isWell = ['media.connected', 'good', 'fair', 'poor'].includes(statement);
    const lacks = [session.sight.picture, session.sight.sound].some(({ is }) => is === 'lost');
    const isBlind = self === LEAD && session.phase !== 'closed' && lacks;
    const isLinked = connection === 'live' && media === 'connected';
    expect({ scene, isWell }).toEqual({ scene, isWell: isLinked && !isBlind });
    expect({ scene, is: statement === 'blind' }).toEqual({ scene, is: isLinked && isBlind });
    said.add(statement);
  }
  expect([...said].sort()).toEqual([
    'blind',
    'connecting',
    'good',
    'lost',
    'media.connected',
    'media.idle',
    'media.mending',
    'media.starting',
    'over',
  ]);
});
