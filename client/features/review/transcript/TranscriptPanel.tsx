import { Button } from '@mantine/core';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { SpeechNote } from './SpeechNote.tsx';
import { codersIn, countFacets, EVERYTHING, filterLines } from './transcriptFacets.ts';
import { TranscriptFilters } from './TranscriptFilters.tsx';
import { TranscriptList } from './TranscriptList.tsx';
import css from './TranscriptPanel.module.css';
import type { TranscriptPanelProps } from './transcriptProps.ts';

/** A session as lines that can be searched, filtered, played and annotated. */
export function TranscriptPanel({ lines, program, speech, onFindSpeech, ...list }: TranscriptPanelProps) {
  const { t } = useTranslation('transcript');
  const [filter, setFilter] = useState(EVERYTHING);
  const [isFollowing, setFollowing] = useState(true);
  const stopFollowing = useCallback(() => setFollowing(false), []);
  const asked = useDeferredValue(filter);
  const shown = useMemo(() => filterLines(lines, asked, program), [lines, asked, program]);
  const counts = useMemo(() => countFacets(lines), [lines]);
  const coders = useMemo(() => codersIn(lines), [lines]);
  const found = t('found', { count: shown.length, all: lines.length });
  return (
    <section className={css['panel']} aria-label={t('title')}>
      <TranscriptFilters filter={filter} onChange={setFilter} counts={counts} coders={coders}>
        <Button
          size="sm"
          variant={isFollowing ? 'light' : 'default'}
          aria-pressed={isFollowing}
          onClick={() => setFollowing(!isFollowing)}
        >
          {t('follow')}
        </Button>
      </TranscriptFilters>
      <SpeechNote speech={speech} onFindSpeech={onFindSpeech} />
      {filter === EVERYTHING ? null : <p className="quiet small figures">{found}</p>}
      <LiveRegion>{filter === EVERYTHING ? '' : found}</LiveRegion>
      {shown.length === 0 ? (
        <p className={css['empty']}>{t(lines.length === 0 ? 'empty' : 'nothingFound')}</p>
      ) : (
        <TranscriptList
          lines={shown}
          program={program}
          isFollowing={isFollowing}
          onStopFollowing={stopFollowing}
          {...list}
        />
      )}
    </section>
  );
}
