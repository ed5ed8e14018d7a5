import { codesIn, type Program } from '#shared/domain/programs/program.ts';
import { type CodedSpans, commonSpans } from '#shared/domain/reliability/commonSpans.ts';
import { compareCoders, type CompareOptions } from '#shared/domain/reliability/compareCoders.ts';
import { type CodedEvent, liesIn } from '#shared/domain/scoring/codedEvent.ts';
import type { Transcript } from '#shared/protocol/transcript.ts';
import { eventsToScore } from '#shared/protocol/transcriptEvents.ts';
import { rounded } from '../rounded.ts';

/** The comparison of two coders, as it is printed. Both transcripts are of this program. Rule REL9. */
export function compareTranscripts(
  reference: Transcript,
  trainee: Transcript,
  program: Program,
  options: Omit<CompareOptions, 'codes'>,
) {
  const [ours, theirs] = [codedSpans(reference), codedSpans(trainee)];
  const stretches = commonSpans(ours, theirs);
  const isCompared = ({ at }: CodedEvent) =>
    stretches === null ? !liesIn([...ours.voided, ...theirs.voided], at) : liesIn(stretches, at);
  const codes = codesIn(program, 'parent').map(({ code }) => code);
  const given = (transcript: Transcript) =>
    eventsToScore(transcript, program).filter((event) => event.void !== true && codes.includes(event.code));
  const outside = (transcript: Transcript) =>
    given(transcript).flatMap((event) => (isCompared(event) ? [] : [{ at: event.at, code: event.code }]));
  const compared = compareCoders(given(reference).filter(isCompared), given(trainee).filter(isCompared), {
    ...options,
    codes,
  });
  const { agreements, substitutions, omissions, commissions, byCode, confusion } = compared;
  return {
    agreements,
    substitutions,
    omissions,
    commissions,
    eventAgreement: rounded(compared.eventAgreement),
    countAgreement: rounded(compared.countAgreement),
    kappaMatched: rounded(compared.kappaMatched.kappa),
    kappaWithNil: rounded(compared.kappaWithNil.kappa),
    lagMs: compared.lagMs,
    /** Also codes that neither coder gave: their shares are null, as is the kappa of a rare code. */
    perCode: Object.fromEntries(
      byCode.map(({ code, agreement, countAgreement, kappa, ...figures }) => [
        code,
        {
          reference: figures.reference,
          trainee: figures.trainee,
          agreements: figures.agreements,
          agreement: rounded(agreement),
          countAgreement: rounded(countAgreement),
          kappa: rounded(kappa.kappa),
        },
      ]),
    ),
    /** Rows are the reference's. */
    confusion,
    /** In ms of session time, what both coded; null (everything was compared) if no file has a window that counts. */
    stretches,
    windows: { reference: windowsOf(reference), trainee: windowsOf(trainee) },
    /** Codes at times that the other coder did not code or that do not count. They are in no figure. */
    outside: { reference: outside(reference), trainee: outside(trainee) },
  };
}

function codedSpans({ windows }: Transcript): CodedSpans {
  const spansOf = (isVoid: boolean) =>
    windows.flatMap((window) => ((window.void ?? false) === isVoid ? window.spans : []));
  return { counting: spansOf(false), voided: spansOf(true) };
}

function windowsOf({ windows }: Transcript) {
  return windows.map(({ id, kind, spans, void: isVoid = false }) => ({ id, kind, spans, void: isVoid }));
}
