import { setImmediate as restOfTheLoop } from 'node:timers/promises';
import { clinicDay } from '#shared/domain/clinicDay.ts';
import { RETAINED, type Retained, type RetentionRules } from '#shared/domain/retention/retentionRules.ts';
import { firstDayTooYoung, type Aging, type RetentionObstacle } from '#shared/domain/retention/whatIsDue.ts';
import type { Records } from '#server/storage/records.ts';
import type { AgingRow, RetainedThing } from '#server/storage/retentionRecords.ts';

/** `asRead`: so that it is erased only while it has not changed. */
export type AgingThing = Aging & RetainedThing & { readonly asRead: AgingRow };

type Ports = {
  readonly records: Pick<Records, 'listAging' | 'findFamily'>;
  readonly obstaclesTo: (thing: RetainedThing) => Promise<readonly RetentionObstacle[]>;
  /** A family that cannot be read keeps no other from its turn, and is itself kept. */
  readonly report: (error: unknown) => void;
};

/** The clinic's day and time zone, and the rules by which something is old. */
type Now = { readonly rules: RetentionRules; readonly today: string; readonly timeZone: string };

/** Everything that is old enough to be looked at, page by page; between the pages live sessions have their turn. */
export async function* agingThings(ports: Ports, now: Now): AsyncGenerator<readonly AgingThing[]> {
  for (const kind of RETAINED) {
    const before = firstDayTooYoung(now.rules[kind], now.today);
    for (let after: string | null = ''; before !== null && after !== null;) {
      const page = await ports.records.listAging(kind, { before, after: after === '' ? null : after });
      yield await asAging(ports, kind, page.rows, now);
      after = page.next;
      await restOfTheLoop();
    }
  }
}

/** Only what its rule asks for is opened, and only of what may be due. */
async function asAging(ports: Ports, kind: Retained, rows: readonly AgingRow[], now: Now) {
  const things: AgingThing[] = [];
  for (const row of rows) await oneAsAging(ports, kind, row, now).then((thing) => things.push(thing), ports.report);
  return things;
}

async function oneAsAging(ports: Ports, kind: Retained, row: AgingRow, now: Now): Promise<AgingThing> {
  const needsAge = kind === 'record' && now.rules.untilAge !== 'any';
  const isOver = row.announced !== null && row.announced.erasesOn <= now.today;
  return {
    ...row,
    asRead: row,
    kind,
    from: clinicDay(row.from, now.timeZone),
    birthMonth: needsAge ? ((await ports.records.findFamily(row.familyId))?.childBirthMonth ?? null) : null,
    obstacles: isOver ? await ports.obstaclesTo(row) : [],
  };
}
