import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { useMe } from '#client/api/me.ts';
import { invalidate } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { formatShortDay } from '#client/i18n/formatWhen.ts';
import type { AssignedFamily, FamilyTherapist } from '#shared/protocol/http/caseloads.ts';
import { type Bring, BringDialog } from './BringDialog.tsx';
import css from './TherapistLines.module.css';

type Props = {
  readonly family: AssignedFamily;
  /** Called when the asker gave the family away. */
  readonly onGone?: () => void;
};

/** Who treats a family and who covers it, with what the reader may do about it. Rule PER9. */
export function TherapistLines({ family, onGone }: Props) {
  const { t } = useTranslation('caseloads');
  const { userId, role } = useMe();
  const [bring, setBring] = useState<Bring>();
  const treats = family.therapists.some((one) => one.userId === userId && one.cover === null);
  const mayAdd = role !== 'therapist' || treats;
  const key = family.therapists.length === 0 ? 'assign' : 'join';

  function done() {
    const isGone = bring?.how === 'hand-over' && bring.from.userId === userId;
    setBring(undefined);
    if (isGone) onGone?.();
  }

  return (
    <div className={css['therapists']}>
      {family.therapists.length === 0 && <p className="quiet">{t('line.none')}</p>}
      <ul className={css['lines']}>
        {family.therapists.map((therapist) => (
          <li key={therapist.userId} className={css['line']}>
            {therapist.cover === null ? (
              <Treating therapist={therapist} family={family} onBring={setBring} />
            ) : (
              <Covering therapist={therapist} family={family} mayEnd={mayAdd || therapist.userId === userId} />
            )}
          </li>
        ))}
      </ul>
      {mayAdd && (
        <Button
          size="xs"
          variant={key === 'assign' ? 'filled' : 'subtle'}
          aria-label={t(`${key}Of`, { family: family.name })}
          onClick={() => setBring({ how: 'join' })}
        >
          {t(key)}
        </Button>
      )}
      {bring && <BringDialog family={family} bring={bring} onDone={done} onClose={() => setBring(undefined)} />}
    </div>
  );
}

type LineProps = { readonly therapist: FamilyTherapist; readonly family: AssignedFamily };

function Treating({ therapist, family, onBring }: LineProps & { readonly onBring: (bring: Bring) => void }) {
  const { t } = useTranslation('caseloads');
  const { userId, role } = useMe();
  const names = { family: family.name, name: therapist.name };
  const mayMove = role !== 'therapist' || therapist.userId === userId;
  return (
    <>
      <span>
        {t('line.treats', names)} {!therapist.isActive && <span className="aside">{t('line.left')}</span>}
      </span>
      {mayMove && (
        <span className="actions">
          <Button
            size="xs"
            variant="default"
            aria-label={t('handOverOf', names)}
            onClick={() => onBring({ how: 'hand-over', from: therapist })}
          >
            {t('handOver')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={t('coverOf', names)}
            onClick={() => onBring({ how: 'cover', from: therapist })}
          >
            {t('cover')}
          </Button>
        </span>
      )}
    </>
  );
}

function Covering({ therapist, family, mayEnd }: LineProps & { readonly mayEnd: boolean }) {
  const { t } = useTranslation('caseloads');
  const queries = useQueryClient();
  const { familyId, name: familyName } = family;
  const { userId, name, cover } = therapist;
  const ending = useMutation({
    mutationFn: () => call('caseloads:end-cover', { body: { familyId, userId } }),
    onSuccess: () => invalidate(queries, 'caseloads:list', 'family-therapists:read', 'sessions:list', 'needs:list'),
  });
  if (cover === null) return null;
  return (
    <>
      <span>{t('line.covers', { name, absent: cover.for, day: formatShortDay(cover.until) })}</span>
      {mayEnd && (
        <Button
          size="xs"
          variant="default"
          loading={ending.isPending}
          aria-label={t('endCoverOf', { family: familyName, name })}
          onClick={() => ending.mutate()}
        >
          {t('endCover')}
        </Button>
      )}
      {ending.isError && <HttpErrorNote error={ending.error} onRetry={() => ending.mutate()} />}
    </>
  );
}
