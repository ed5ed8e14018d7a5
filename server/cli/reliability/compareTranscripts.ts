import { codesIn, type Programme } from '#shared/domain/programmes/programme.ts';
import { compareCoders, type CompareOptions } from '#shared/domain/reliability/compareCoders.ts';
import { liesIn } from '#shared/domain/scoring/codedEvent.ts';
import type { Transcript } from '#shared/protocol/transcript.ts';
import { eventsToScore } from '#shared/protocol/transcriptEvents.ts';
import { rounded } from '../rounded.ts';

/** How two coders are compared, as it is printed. Both transcripts are of this programme. Rule REL9. */
export function compareTranscripts(
  reference: Transcript,
  trainee: Transcript,
  programme: Programme,
  options: Omit<CompareOptions, 'codes'>,
) {
  const voided = [...reference.windows, ...trainee.windows].flatMap((window) => (window.void ? window.spans : []));
  const counting = (transcript: Transcript) =>
    eventsToScore(transcript, programme).filter((event) => event.void !== true && !liesIn(voided, event.at));
  const codes = codesIn(programme, 'parent').map(({ code }) => code);
  const compared = compareCoders(counting(reference), counting(trainee), { ...options, codes });
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
    /** Every code of the parent, also one that neither gave: its shares are null, as the kappa of a rare one is. */
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
  };
}
