import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import { ExportButton } from '#client/export/ExportButton.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import { BlindCoding } from './coding/BlindCoding.tsx';
import { ReviewGate } from './gate/ReviewGate.tsx';
import { usePlayer } from './player/usePlayer.ts';
import { ReviewContext, type ReviewView } from './reviewContext.ts';
import { ReviewFrame } from './ReviewFrame.tsx';
import type { ReviewLog } from './reviewLog.ts';
import { Workspace } from './Workspace.tsx';

type Props = {
  readonly log: ReviewLog;
  readonly program: Program;
} & Pick<ReviewView, 'enter' | 'importCodings'>;

/** A review as far as this reader may see it: the gate, a blind coding, or everything. Rule REV1. */
export function OpenedReview({ log, program, enter, importCodings }: Props) {
  const { t } = useTranslation('review');
  const { whenOf } = useClinicTime();
  const { session, self, sight, state } = log;
  const playing = usePlayer(session.sessionId, state);
  const { player } = playing;
  const review = useMemo(
    (): ReviewView => ({ session, self, sight, state, program, enter, importCodings }),
    [session, self, sight, state, program, enter, importCodings],
  );
  const context = useMemo(() => ({ review, player }), [review, player]);

  return (
    <ReviewContext value={context}>
      <ReviewFrame
        title={t('titleOf', { family: session.familyName })}
        lead={whenOf(session.startsAt)}
        scrolls={sight === 'gate'}
        actions={
          sight === 'open' && (
            <>
              <ButtonLink
                to="/session/$sessionId/report"
                params={{ sessionId: session.sessionId }}
                size="sm"
                variant="subtle"
              >
                {t('report')}
              </ButtonLink>
              <ExportButton sessionId={session.sessionId} size="sm" />
            </>
          )
        }
      >
        {sight === 'gate' && <ReviewGate />}
        {sight === 'coding' && <BlindCoding session={playing} />}
        {sight === 'open' && <Workspace session={playing} />}
      </ReviewFrame>
    </ReviewContext>
  );
}
