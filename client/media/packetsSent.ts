import { z } from 'zod';
import type { StatsReport } from './statsReport.ts';

const Outbound = z.object({
  type: z.literal('outbound-rtp'),
  kind: z.literal('audio'),
  packetsSent: z.number().nonnegative().default(0),
});

export function soundPacketsSent(reports: readonly StatsReport[]): number {
  let sent = 0;
  for (const report of reports) {
    report.forEach((stat) => {
      sent += Outbound.safeParse(stat).data?.packetsSent ?? 0;
    });
  }
  return sent;
}
