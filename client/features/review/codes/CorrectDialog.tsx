import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { codesIn, findCode } from '#shared/domain/programs/program.ts';
import { useReview } from '../reviewContext.ts';
import { CodeAndReason } from './CodeAndReason.tsx';
import type { ReviewCode } from './reviewCodes.ts';

/** The same schema as on the wire, so that the server accepts whatever the form accepts. */
const Correction = z.object({ code: z.string().min(1), reason: z.string().trim().min(3).max(300) });

/** The list's value for a code that was never said. */
const NEVER_SAID = '—';

/** Corrects a code, with a reason. The original code stays visible. Rule REV3. */
export function CorrectDialog({ code, onClose }: { readonly code: ReviewCode; readonly onClose: () => void }) {
  const { t } = useTranslation('review');
  const { review } = useReview();
  const name = findCode(review.program, code.code)?.name ?? code.code;
  const choices = codesIn(review.program, code.stream).filter((one) => one.code !== code.counts);

  return (
    <FormDialog
      title={t('correct.title', { name, at: formatClock(code.at, 'up') })}
      submitLabel={t('correct.submit')}
      schema={Correction}
      send={(correction) =>
        review.enter({
          type: 'code.correct',
          codeId: code.codeId,
          code: correction.code === NEVER_SAID ? null : correction.code,
          reason: correction.reason,
        })
      }
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p>{t('correct.lead')}</p>
          <CodeAndReason
            label={t('correct.code')}
            reasonHint={t('correct.reasonHint')}
            codes={choices}
            besides={code.counts === undefined ? [] : [{ value: NEVER_SAID, label: t('correct.never') }]}
            isMissing={isMissing}
          />
        </>
      )}
    </FormDialog>
  );
}
