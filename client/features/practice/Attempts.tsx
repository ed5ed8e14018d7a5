import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { useMe } from '#client/api/me.ts';
import { attemptsQuery } from './attemptsQuery.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { Coded } from '#shared/practice/scoreRun.ts';
import css from './Attempts.module.css';
import { AttemptList } from './AttemptList.tsx';
import { AttemptTrend } from './AttemptTrend.tsx';
import { CodesOverAttempts } from './CodesOverAttempts.tsx';

type Props = { readonly clips: readonly Coded[] };

/** Practice over time: one's own and, for supervisors, that of everyone who practiced. Rule PRA2. */
export function Attempts({ clips }: Props) {
  const { t } = useTranslation('practice');
  const { userId, role } = useMe();
  const [coder, setCoder] = useState<ParticipantId>(userId);
  return (
    <section className={css['attempts']} aria-labelledby="attempts">
      <div className={css['top']}>
        <h2 id="attempts">{t('attempts.title')}</h2>
        {role === 'supervisor' && <CoderChoice coder={coder} own={userId} onChoose={setCoder} />}
      </div>
      <AttemptsOf coder={coder} isOwn={coder === userId} clips={clips} />
    </section>
  );
}

type ChoiceProps = {
  readonly coder: ParticipantId;
  readonly own: ParticipantId;
  readonly onChoose: (coder: ParticipantId) => void;
};

function CoderChoice({ coder, own, onChoose }: ChoiceProps) {
  const { t } = useTranslation('practice');
  const coders = useQuery(queryOf('practice-coders:list'));
  const others = coders.data?.filter(({ userId }) => userId !== own) ?? [];
  return (
    <NativeSelect
      label={t('attempts.whose')}
      value={coder}
      onChange={({ currentTarget: { value } }) =>
        onChoose([own, ...others.map(({ userId }) => userId)].find((one) => one === value) ?? own)
      }
      data={[
        { value: own, label: t('attempts.own') },
        ...others.map(({ userId, name, attempts }) => ({
          value: userId,
          label: t('attempts.coder', { name, count: attempts }),
        })),
      ]}
    />
  );
}

type OfProps = { readonly coder: ParticipantId; readonly isOwn: boolean; readonly clips: readonly Coded[] };

function AttemptsOf({ coder, isOwn, clips }: OfProps) {
  const { t } = useTranslation('practice');
  const pages = useInfiniteQuery(attemptsQuery(coder));
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <HttpErrorNote error={pages.error} onRetry={() => void pages.refetch()} />;
  const attempts = pages.data.pages.flatMap((page) => page.attempts);
  if (attempts.length === 0) return <p className="quiet">{t(isOwn ? 'attempts.none' : 'attempts.noneOf')}</p>;
  return (
    <>
      <AttemptTrend attempts={attempts} clips={clips} />
      <div className={css['tables']}>
        <div>
          <AttemptList attempts={attempts} clips={clips} />
          {pages.hasNextPage && (
            <Button
              variant="default"
              mt="sm"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              {t('attempts.older')}
            </Button>
          )}
        </div>
        <CodesOverAttempts attempts={attempts} clips={clips} />
      </div>
    </>
  );
}
