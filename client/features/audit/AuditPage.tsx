import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { useMe } from '#client/api/me.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { AUDIT_KINDS, type AuditKind } from '#shared/domain/audit/audited.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { type AuditedFamily, AuditLines } from './AuditLines.tsx';
import css from './AuditPage.module.css';

/** Which rows are shown. Undefined: all. */
type Shown = {
  readonly family?: AuditedFamily | undefined;
  readonly actorId?: ParticipantId | undefined;
  readonly kind?: AuditKind | undefined;
};

/** For the admin: the whole audit, by family, person or kind. Rule ADT4. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      {useMe().role === 'admin' ? <Audit /> : <EmptyState title={t('notAdmin')}>{t('askAdmin')}</EmptyState>}
    </PageFrame>
  );
}

/** The content of the page. */
export function Audit() {
  const { t } = useTranslation('audit');
  const [shown, setShown] = useState<Shown>({});
  const { family, actorId, kind } = shown;
  const query = { ...(family && { familyId: family.familyId }), ...(actorId && { actorId }), ...(kind && { kind }) };
  const people = useQuery(queryOf('people:list'));
  return (
    <>
      <div className={`${css['filters'] ?? ''} not-in-print`} role="group" aria-label={t('filters')}>
        <NativeSelect
          label={t('person')}
          value={actorId ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setShown({ ...shown, actorId: value === '' ? undefined : ParticipantId.parse(value) })
          }
          data={[
            { value: '', label: t('everybody') },
            ...(people.data ?? []).map(({ userId, name }) => ({ value: userId, label: name })),
          ]}
        />
        <NativeSelect
          label={t('kind')}
          value={kind ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setShown({ ...shown, kind: AUDIT_KINDS.find((one) => one === value) })
          }
          data={[
            { value: '', label: t('everything') },
            ...AUDIT_KINDS.map((one) => ({ value: one, label: t(`kinds.${one}`) })),
          ]}
        />
        {family !== undefined && (
          <p className={css['family']}>
            {family.name === null ? t('familyNameless') : t('family', { family: family.name })}
            <Button variant="default" size="xs" onClick={() => setShown({ ...shown, family: undefined })}>
              {t('allFamilies')}
            </Button>
          </p>
        )}
      </div>
      <AuditLines
        asked={['audit:list', query]}
        read={(before) => call('audit:list', { query: { ...query, ...before } })}
        onFamily={(one) => setShown({ ...shown, family: one })}
      />
    </>
  );
}
