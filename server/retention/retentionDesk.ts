import { clinicDay, clinicHour } from '#shared/domain/clinicDay.ts';
import { addDays } from '#shared/domain/course/days.ts';
import { isTimeToErase } from '#shared/domain/retention/isTimeToErase.ts';
import { ANNOUNCED_DAYS, type RetentionRules } from '#shared/domain/retention/retentionRules.ts';
import { type Due, type RetentionObstacle, type RulesInForce, whatIsDue } from '#shared/domain/retention/whatIsDue.ts';
import type { Retention, RetentionPreview } from '#shared/protocol/http/retention.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import type { ErasureDesk } from '#server/erasures/erasureDesk.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import type { Records } from '#server/storage/records.ts';
import type { RetainedThing, RetentionRecords } from '#server/storage/retentionRecords.ts';
import { type AgingThing, agingThings } from './agingThings.ts';
import { removeEndedThings } from './endedThings.ts';
import { rulesInForce } from './rulesInForce.ts';
import type { TellAdmins } from './tellAdmins.ts';

/** Announces and erases what is too old by the clinic's rules, and removes what ended long ago. Rules RET1 to RET6, RET8. */
export type RetentionDesk = {
  readonly read: () => Promise<Retention>;
  /** What the rules that differ from those in force would announce at once. Changes nothing. */
  readonly preview: (rules: RetentionRules) => Promise<RetentionPreview>;
  /** Sets the rules, and announces what is over by them. Erases nothing. False if they are in force already. */
  readonly change: (rules: RetentionRules, by: ParticipantId) => Promise<boolean>;
  readonly obstaclesTo: (thing: RetainedThing) => Promise<readonly RetentionObstacle[]>;
  /** Whether it is the hour in which `run` is to be called. Rule RET5. */
  readonly isTime: () => Promise<boolean>;
  /** Withdraws, announces, erases and removes what is to be today. Asked twice at once, it runs one after the other. */
  readonly run: () => Promise<void>;
  /** Ends what runs after the thing that it is erasing. Safe to call twice. */
  readonly close: () => Promise<void>;
};

type Ports = {
  readonly records: RetentionRecords & Pick<Records, 'findFamily'>;
  readonly erasures: Pick<ErasureDesk, 'obstaclesTo' | 'eraseByRule' | 'eraseRecording'>;
  readonly rooms: Pick<SessionRooms, 'isAnybodyIn'>;
  readonly clinic: Clinic;
  /** Called when something was announced. */
  readonly tellAdmins: TellAdmins;
  readonly now: () => Date;
  readonly report: (error: unknown) => void;
};

export function createRetentionDesk(ports: Ports): RetentionDesk {
  const { records, erasures, rooms, clinic, tellAdmins, now, report } = ports;
  let turn: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  const obstaclesTo: RetentionDesk['obstaclesTo'] = async ({ familyId, sessionId }) => {
    const obstacles = await erasures.obstaclesTo(familyId);
    const isCoded = sessionId !== null && (await records.hasOpenCoding(sessionId));
    return isCoded ? [...obstacles, 'coding-open'] : obstacles;
  };

  async function* dueUnder(inForce: RulesInForce, today: string) {
    const { timeZone } = await clinic.card();
    for await (const things of agingThings(
      { records, obstaclesTo, report },
      { rules: inForce.rules, today, timeZone },
    )) {
      yield whatIsDue(inForce, things, today);
    }
  }

  async function note(due: readonly Due<AgingThing>[], today: string) {
    const step = (next: Due<AgingThing>['next']) => due.filter((one) => one.next === next);
    await records.withdrawAnnouncements(step('withdraw').map(({ thing }) => thing));
    const fresh = step('announce').map(({ thing: { familyId, sessionId }, on }) => ({
      familyId,
      sessionId,
      erasesOn: on,
    }));
    await records.announce(fresh, today);
    return fresh;
  }

  async function erase({ asRead, sessionId }: AgingThing, today: string, ruleBy: ParticipantId | null) {
    if (sessionId !== null) await erasures.eraseRecording({ ...asRead, sessionId }, today);
    else if (ruleBy !== null) await erasures.eraseByRule({ ruleBy, today, asRead });
  }

  function tell(announced: readonly (RetainedThing & { readonly erasesOn: string })[]) {
    const [first] = announced.map(({ erasesOn }) => erasesOn).toSorted();
    const record = announced.filter(({ sessionId }) => sessionId === null).length;
    if (first !== undefined) tellAdmins({ counts: { recording: announced.length - record, record }, from: first });
  }

  async function work(mayErase: boolean): Promise<void> {
    const inForce = await rulesInForce(ports);
    const today = await clinic.today();
    const announced = [];
    try {
      for await (const due of dueUnder(inForce, today)) {
        announced.push(...(await note(due, today)));
        for (const { thing, next } of due) {
          if (isClosed) return;
          // One thing that cannot be erased must not keep the others.
          if (mayErase && next === 'erase') await erase(thing, today, inForce.recordBy).catch(report);
        }
      }
    } finally {
      // Whatever ended the run: nobody is told of these again.
      tell(announced);
    }
    if (mayErase && !isClosed) await records.noteRetentionRun(today, now());
  }

  return {
    obstaclesTo,

    async read() {
      const { rules } = await rulesInForce(ports);
      const lookedOn = (await records.findRetentionRun()) ?? null;
      return { rules, announced: await records.countAnnounced(), lookedOn };
    },

    async preview(rules) {
      const counts = { recording: 0, record: 0 };
      const today = await clinic.today();
      const before = (await rulesInForce(ports)).rules;
      const isChanged = { recording: rules.recording !== before.recording, record: !hasSameRecordRule(rules, before) };
      for await (const due of dueUnder({ rules, since: { recording: null, record: null } }, today)) {
        for (const { thing, next } of due) if (isChanged[thing.kind] && next !== 'withdraw') counts[thing.kind] += 1;
      }
      return { counts, from: addDays(today, ANNOUNCED_DAYS) };
    },

    async change(rules, by) {
      const hasChanged = await records.changeRetentionRules(rules, by, now());
      // The rules are in force. What this fails to announce, the next run announces.
      await inTurn(() => work(false)).catch(report);
      return hasChanged;
    },

    async isTime() {
      const { timeZone } = await clinic.card();
      const [today, hour] = [clinicDay(now(), timeZone), clinicHour(now(), timeZone)];
      const lastOn = (await records.findRetentionRun()) ?? null;
      return isTimeToErase({ today, hour, lastOn, isAnybodyIn: await rooms.isAnybodyIn() });
    },

    run: () =>
      inTurn(async () => {
        // First, and with its own faults: it does not depend on the rules.
        await removeEndedThings({ records, report, isClosed: () => isClosed }, now());
        await work(true);
      }),

    async close() {
      isClosed = true;
      await turn;
    },
  };
}

const hasSameRecordRule = (one: RetentionRules, other: RetentionRules) =>
  one.record === other.record && one.untilAge === other.untilAge;
