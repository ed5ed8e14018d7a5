import { aCoding } from '#shared/domain/reliability/testing/aCoding.ts';
import { CodeId, ParticipantId, WindowId } from '#shared/protocol/ids.ts';
import type { CoderPair } from '#shared/session/review/reliabilityOf.ts';
import type { WindowCoding } from '#shared/session/review/windowCodings.ts';

const REFERENCE =
  '2.0 LP, 6.5 BD, 10.0 RF, 14.0 QU, 19.0 LP, 23.5 UP, 30.0 BD, 34.0 TA, 40.0 DC, 47.0 LP, 52.0 RF, 58.0 BD';
const TRAINEE =
  '2.6 LP, 7.4 BD, 11.2 RF, 14.9 QU, 19.8 UP, 24.1 UP, 34.8 TA, 36.0 TA, 40.9 IC, 47.7 LP, 52.9 RF, 58.8 BD';

/** For tests: a coding of these words, by a person of this name. */
export function codingOf(name: string, words: string, over: Partial<WindowCoding> = {}): WindowCoding {
  const codes = aCoding(words).map((given, index) => ({ ...given, codeId: CodeId.parse(uuid(index)) }));
  const coder = ParticipantId.parse(name.toLowerCase());
  return { id: name, how: 'recording', coder, name, role: 'supervisor', independent: true, codes, ...over };
}

/** For tests: a supervisor's coding from the recording and a therapist's live one, which differ in four events. */
export function aPair(over: Partial<CoderPair> = {}): CoderPair {
  return {
    windowId: WindowId.parse(uuid(1)),
    kind: 'cdi',
    spans: [
      [0, 30_000],
      [40_000, 330_000],
    ],
    reference: codingOf('Ada', REFERENCE),
    trainee: codingOf('Noor', TRAINEE, { how: 'lead', role: 'therapist' }),
    independent: true,
    samePerson: false,
    medium: 'live and recorded',
    ...over,
  };
}

function uuid(n: number): string {
  return `00000000-0000-4000-b000-${String(n).padStart(12, '0')}`;
}
