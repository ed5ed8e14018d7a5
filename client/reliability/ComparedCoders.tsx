import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import { Why } from '#client/ui/Why.tsx';
import type { CoderPair } from '#shared/session/review/reliabilityOf.ts';
import css from './ComparedCoders.module.css';

type Props = { readonly pair: CoderPair; readonly onExchange: () => void };

/** Whose codes are compared, how each coding was made, and what that means for the figures. */
export function ComparedCoders({ pair, onExchange }: Props) {
  const { t } = useTranslation('reliability');
  const { reference, trainee, medium, samePerson, spans } = pair;
  const list = spans.map(([from, to]) => `${formatClock(from, 'up')}–${formatClock(to, 'up')}`).join(', ');
  return (
    <div className={css['compared']}>
      <dl className={css['coders']}>
        {(
          [
            ['reference', reference],
            ['trainee', trainee],
          ] as const
        ).map(([part, coding]) => (
          <div key={part}>
            <dt>{t(`who.${part}`)}</dt>
            <dd>
              <strong>{coding.name}</strong> <span className="quiet">{t(`how.${coding.how}`)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowsExchange size={16} aria-hidden="true" />}
        onClick={onExchange}
      >
        {t('who.exchange')}
      </Button>
      <ul className={css['signs']}>
        <li>
          <Independence pair={pair} /> <Why rule="REL9" about={t('sign.independent')} />
        </li>
        {samePerson ? (
          <li>
            <StatusDot tone="caution" label={t('sign.samePerson')} />
          </li>
        ) : null}
        <li className={css['medium']}>{t(`medium.${medium}`)}</li>
        {list === '' ? null : (
          <li className={css['medium']}>
            {t('comparedSpans', { list })} <Why rule="REL9" about={t('comparedSpans', { list })} />
          </li>
        )}
      </ul>
    </div>
  );
}

function Independence({ pair: { reference, trainee, independent } }: { readonly pair: CoderPair }) {
  const { t } = useTranslation('reliability');
  if (independent) return <StatusDot tone="good" label={t('sign.independent')} />;
  const dependent = [reference, trainee].filter((coding) => !coding.independent);
  const [one = '', other] = dependent.map(({ name }) => name);
  const names = other === undefined ? one : t('names.both', { one, other });
  // For an imported coding nobody knows what its coder saw.
  const isBrought = dependent.some(({ how }) => how === 'imported');
  return <StatusDot tone="caution" label={t(isBrought ? 'sign.unknown' : 'sign.seen', { names })} />;
}
