import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { MoreButton } from '#client/ui/MoreButton.tsx';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import { formatDate } from '#client/i18n/formatWhen.ts';
import type { AuditLine, AuditPage } from '#shared/protocol/http/audit.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import css from './AuditLines.module.css';

export type AuditedFamily = { readonly familyId: FamilyId; readonly name: string | null };

type Props = {
  /** The key of the query: the route and its filter. */
  readonly asked: readonly unknown[];
  /** Reads the page with the rows before one, or the first page. */
  readonly read: (before: { readonly before?: number }) => Promise<AuditPage>;
  /** On a page about many families: shows only the rows of one. */
  readonly onFamily?: ((family: AuditedFamily) => void) | undefined;
};

/** Rows of the audit, the latest first, page by page. */
export function AuditLines({ asked, read, onFamily }: Props) {
  const { t } = useTranslation('audit');
  const pages = useInfiniteQuery({
    queryKey: asked,
    queryFn: ({ pageParam }) => read(pageParam === null ? {} : { before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    // Nothing about a family stays in the page's memory after the list is left.
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const lines = pages.data?.pages.flatMap((page) => page.lines);
  return (
    <>
      {pages.isPending && <Loading />}
      {pages.isError && <HttpErrorNote error={pages.error} onRetry={() => void pages.refetch()} />}
      {lines?.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      {/* A printed page says whom it is about. */}
      {onFamily === undefined && lines?.[0] !== undefined && <p className="strong">{lines[0].familyName}</p>}
      {lines !== undefined && lines.length > 0 && (
        <ul className="rows">
          {lines.map((line) => (
            <Line key={line.seq} line={line} onFamily={onFamily} />
          ))}
        </ul>
      )}
      <MoreButton pages={pages}>{t('more')}</MoreButton>
    </>
  );
}

function Line({ line, onFamily }: { readonly line: AuditLine } & Pick<Props, 'onFamily'>) {
  const { t } = useTranslation('audit');
  const { dayOf, timeOf } = useClinicTime();
  const { at, actor, actorName, what, kind, familyId, familyName, subjectName } = line;
  const family = familyName ?? t('nameless');
  return (
    <li className={css['line']}>
      <span className={css['when']}>
        {formatDate(dayOf(at))}, {timeOf(at)}
      </span>
      <span>
        {actorName === null ? (
          t(`actors.${actor}`)
        ) : (
          <>
            <span className="strong">{actorName}</span> <span className="quiet">{t(`actors.${actor}`)}</span>
          </>
        )}
      </span>
      <span>
        {kind === 'denial' && (
          <>
            <StatusDot tone="bad" label={t('refused')} />{' '}
          </>
        )}
        {t(`what.${what}`)}
        {subjectName !== null && ` (${t('about', { name: subjectName })})`}
        {familyId !== null && onFamily !== undefined && (
          <>
            {': '}
            <Button
              size="compact-md"
              variant="subtle"
              aria-label={t('only', { family })}
              onClick={() => onFamily({ familyId, name: familyName })}
            >
              {family}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
