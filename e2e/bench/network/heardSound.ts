import type { Page } from '@playwright/test';

/** What a page has received as sound so far. */
type HeardSound = {
  readonly packets: number;
  readonly samples: number;
  /** Of those, what the browser had to invent because packets came too late or not at all. */
  readonly concealed: number;
};
declare global {
  var earshotHeard: Map<RTCRtpReceiver, HeardSound> | undefined;
}

/** The page was opened with `installEars`. A receiver that is gone counts with what it had last. */
export function heardSound(page: Page): Promise<HeardSound> {
  return page.evaluate(async () => {
    const heard = (globalThis.earshotHeard ??= new Map<RTCRtpReceiver, HeardSound>());
    for (const receiver of globalThis.earshotEars?.receivers ?? []) {
      if (receiver.track.kind !== 'audio') continue;
      for (const stats of (await receiver.getStats()).values() as Iterable<RTCInboundRtpStreamStats>) {
        if (stats.type !== 'inbound-rtp') continue;
        const { packetsReceived = 0, totalSamplesReceived = 0, concealedSamples = 0 } = stats;
        heard.set(receiver, { packets: packetsReceived, samples: totalSamplesReceived, concealed: concealedSamples });
      }
    }
    const sum = (of: keyof HeardSound) => [...heard.values()].reduce((all, one) => all + one[of], 0);
    return { packets: sum('packets'), samples: sum('samples'), concealed: sum('concealed') };
  });
}
