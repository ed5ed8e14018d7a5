import { counted } from '#shared/domain/counted.ts';
import { percentText } from '#shared/domain/criterionFigures.ts';
import { findTreatmentPhase } from '#shared/domain/programs/program.ts';
import type { CoderComparison } from '#shared/domain/reliability/compareCoders.ts';
import type { Caregiver } from '#shared/protocol/facts.ts';
import { type CoderPair, comparePair, reliabilityOf } from '#shared/session/review/reliabilityOf.ts';
import type { GivenCode, WindowCoding } from '#shared/session/review/windowCodings.ts';
import { spanText } from './clockText.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';

type ExportedAgreement = {
  readonly pair: CoderPair;
  readonly compared: CoderComparison<GivenCode>;
  readonly caregiver: Caregiver | undefined;
};

/** Every two codings of each window, compared with the default settings of the review. Rule REL9. */
export function exportedAgreements({ state, program }: ExportScene): readonly ExportedAgreement[] {
  return reliabilityOf(state, program).map((pair) => {
    const window = state.windows.find(({ windowId }) => windowId === pair.windowId);
    const caregiver = state.caregivers.find(({ caregiverId }) => caregiverId === window?.caregiverId);
    return { pair, compared: comparePair(pair, program), caregiver };
  });
}

const HOW = {
  lead: 'live, as lead coach',
  observer: 'live, observing',
  recording: 'from the recording',
  imported: 'brought in a file',
} as const;

/** How a file refers to coders and to the coded caregiver. */
type People = {
  readonly coder: (coding: Pick<WindowCoding, 'name' | 'how'>) => string;
  readonly caregiver: (name: string) => string;
};

/** By name, written by `sayName`. */
export function byName(sayName: (name: string) => string = (name) => name): People {
  return {
    coder: ({ name, how }) => `${sayName(name)} (${HOW[how]})`,
    caregiver: (name) => ` of ${sayName(name)}`,
  };
}

/** For a file that names nobody. */
export const BY_PART: People = { coder: ({ how }) => `a coder (${HOW[how]})`, caregiver: () => '' };

/** The comparison in words: the window and its spans, the figures, and whether the codings were independent. */
export function agreementText(
  { pair, compared, caregiver }: ExportedAgreement,
  { program }: Pick<ExportScene, 'program'>,
  people: People = byName(),
): string {
  const { kind, reference, trainee, spans } = pair;
  const { agreements, rows, eventAgreement, countAgreement, kappaMatched, kappaWithNil, toleranceMs } = compared;
  const phase = findTreatmentPhase(program, kind)?.shortName ?? kind;
  const whose = caregiver === undefined ? '' : people.caregiver(caregiver.name);
  const comparedTime = spans.map(([from, to]) => spanText(from, to)).join(', ');
  const share = (value: number | null) => (value === null ? 'none' : percentText(value));
  return [
    `${phase}${whose}: ${people.coder(reference)} and ${people.coder(trainee)}.`,
    `Compared: ${comparedTime || 'nothing'} of the session.`,
    `Event agreement ${share(eventAgreement)}: ${agreements} of ${counted(rows.length, 'event')}, each within ${toleranceMs / 1_000} s.`,
    `Count agreement ${share(countAgreement)}.`,
    `Kappa on which code it was ${kappaText(kappaMatched.kappa)}, on seeing the event and on its code ${kappaText(kappaWithNil.kappa)}.`,
    standingOf(pair),
  ].join(' ');
}

function kappaText(kappa: number | null): string {
  return kappa === null ? 'none' : kappa.toFixed(2);
}

function standingOf({ samePerson, independent }: CoderPair): string {
  if (samePerson) return 'The same person coded twice, so this is not agreement between two people.';
  return independent ? 'Independent.' : 'Not independent: one of them had seen other coders’ codes.';
}
