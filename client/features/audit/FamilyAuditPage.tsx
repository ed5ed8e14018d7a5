import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { AuditLines } from './AuditLines.tsx';

/** For those who are tied to a family: who looked at its record, on a page that can be printed. Rule ADT4. */
export function FamilyAuditPage({ familyId }: { readonly familyId: FamilyId }) {
  const { t } = useTranslation('audit');
  return (
    <PageFrame
      title={t('ofFamily')}
      lead={t('ofFamilyLead')}
      actions={
        <>
          <ButtonLink variant="default" to="/families/$familyId" params={{ familyId }}>
            {t('back')}
          </ButtonLink>
          <Button variant="default" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </>
      }
    >
      <FamilyAudit familyId={familyId} />
    </PageFrame>
  );
}

/** The content of the page. */
export function FamilyAudit({ familyId }: { readonly familyId: FamilyId }) {
  return (
    <AuditLines
      asked={['family-audit:read', familyId]}
      read={(query) => call('family-audit:read', { familyId, query })}
    />
  );
}
