import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call } from '#client/api/http.ts';
import { invalidate } from '#client/api/queryOf.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { HOLD_ENDS, HOLD_REASONS } from '#shared/domain/retention/erasure.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { ReasonSelect } from './ReasonSelect.tsx';

type Props = {
  readonly family: { readonly familyId: FamilyId; readonly name: string };
  readonly act: 'set' | 'lift';
  readonly onClose: () => void;
};

const SetForm = z.object({ reason: z.enum(HOLD_REASONS) });
const LiftForm = z.object({ reason: z.enum(HOLD_ENDS) });

/** Sets a legal hold, or lifts it, with the reason. Rule ERA4. */
export function HoldDialog({ family, act, onClose }: Props) {
  const { t } = useTranslation('erasures');
  const queries = useQueryClient();
  const { familyId, name } = family;

  async function done() {
    onClose();
    await invalidate(queries, 'erasure:read', 'erasures:list', 'holds:list');
  }

  if (act === 'set') {
    return (
      <FormDialog
        title={t('holdDialog.set', { family: name })}
        submitLabel={t('holdDialog.submit')}
        schema={SetForm}
        send={({ reason }) => call('hold:set', { body: { familyId, reason } })}
        onDone={() => void done()}
        onClose={onClose}
      >
        {(isMissing) => (
          <>
            <p>{t('holdDialog.says')}</p>
            <ReasonSelect
              reasons={HOLD_REASONS}
              say={(one) => t(`holdReasons.${one}`)}
              isMissing={isMissing('reason')}
            />
          </>
        )}
      </FormDialog>
    );
  }
  return (
    <FormDialog
      title={t('holdDialog.lift', { family: name })}
      submitLabel={t('holdDialog.liftSubmit')}
      schema={LiftForm}
      send={({ reason }) => call('hold:lift', { body: { familyId, reason } })}
      onDone={() => void done()}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p>{t('holdDialog.liftSays')}</p>
          <ReasonSelect reasons={HOLD_ENDS} say={(one) => t(`holdEnds.${one}`)} isMissing={isMissing('reason')} />
        </>
      )}
    </FormDialog>
  );
}
