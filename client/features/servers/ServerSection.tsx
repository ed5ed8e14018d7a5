import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import type { ServerLine } from '#shared/protocol/http/servers.ts';
import css from './ServerSection.module.css';

/** Above this, a coach begins to feel that a press waits, in ms. */
const FELT_MS = 50;
const MEGABYTE = 1_000_000;

/** One server: whether it is well, in words, and its figures. */
export function ServerSection({ server }: { readonly server: ServerLine }) {
  const { t } = useTranslation('servers');
  const { whenOf } = useClinicTime();
  const { address, startedAt, sessions, people, recordings, delayMs, memoryBytes } = server;
  const loadOf = (plane: 'room' | 'voice') =>
    server.media.filter((one) => one.plane === plane).reduce((sum, { load }) => sum + load, 0);
  return (
    <section className={css['server']} aria-label={address ?? t('only')}>
      <h2 className={css['name']}>
        {address ?? t('only')} <span className="aside">{t('since', { when: whenOf(startedAt) })}</span>
      </h2>
      <Standing server={server} />
      <dl className={`${css['figures'] ?? ''} figures`}>
        <Figure name={t('sessions')}>
          <Phases sessions={sessions} />
        </Figure>
        <Figure name={t('people')}>{people}</Figure>
        <Figure name={t('recordings')}>{recordings}</Figure>
        <Figure name={t('media')}>{t('streams', { pictures: loadOf('room'), voices: loadOf('voice') })}</Figure>
        <Figure name={t('delay')}>{t('milliseconds', { ms: Math.round(delayMs) })}</Figure>
        <Figure name={t('memory')}>{t('megabytes', { megabytes: Math.round(memoryBytes / MEGABYTE) })}</Figure>
      </dl>
    </section>
  );
}

function Standing({ server: { at, isSilent, isSaving, delayMs, media } }: { readonly server: ServerLine }) {
  const { t } = useTranslation('servers');
  const { timeOf } = useClinicTime();
  const died = media.reduce((sum, { replaced }) => sum + replaced, 0);
  if (isSilent) return <StatusDot tone="bad" label={t('noNews', { when: timeOf(at) })} />;
  return (
    <ul className={css['standing']}>
      <li>
        <StatusDot tone={isSaving ? 'good' : 'bad'} label={t(isSaving ? 'saves' : 'cannotSave')} />
      </li>
      <li>
        {delayMs < FELT_MS ? (
          <StatusDot tone="good" label={t('quick')} />
        ) : (
          <StatusDot tone="caution" label={t('slow', { ms: Math.round(delayMs) })} />
        )}
      </li>
      {died > 0 && (
        <li>
          <StatusDot tone="caution" label={t('workerDied', { count: died })} />
        </li>
      )}
    </ul>
  );
}

function Phases({ sessions }: Pick<ServerLine, 'sessions'>) {
  const { t } = useTranslation(['servers', 'common']);
  if (sessions.length === 0) return t('servers:noSessions');
  return (
    <ul>
      {sessions.map(({ phase, count }) => (
        <li key={phase}>
          {count} · {t(`common:phase.${phase}`)}
        </li>
      ))}
    </ul>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="caption">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
