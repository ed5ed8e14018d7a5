import type { Earshot } from '../../earshot.ts';
import { invitePeople } from '../../people.ts';
import { expectRecording, familySaysYes } from '../../reviewSteps.ts';
import { hold, letIn, nextStep, openConsole, openRoomDevice, sessionIdOf, waitUntilSeenAndHeard } from '../../steps.ts';
import type { BenchTools } from '../bench.ts';

/** The demo's session in check-in, recorded with the family's consent. `close` closes it. */
export async function openRecorded(earshot: Earshot, keep: BenchTools['keep']) {
  const people = keep(await invitePeople(), (invited) => invited.goodbye());
  const [{ page: coach }, { page: room }] = [await people.invite({ hertz: 500 }), await people.invite('the family')];
  await openConsole(coach, earshot);
  await openRoomDevice(room, earshot);
  await letIn(coach);
  await waitUntilSeenAndHeard(room);
  await nextStep(coach, /start check-in/i);
  await familySaysYes(room);
  await expectRecording(coach);
  return {
    coach,
    sessionId: sessionIdOf(coach),
    close: async () => {
      await hold(coach, /end coding early/i);
      await nextStep(coach, /finish with feedback/i);
      await hold(coach, /close session/i);
    },
  };
}
