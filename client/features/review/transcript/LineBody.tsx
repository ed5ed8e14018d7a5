import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { gapTitle } from '#shared/domain/gapCauses.ts';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import type { TranscriptLine, TranscriptLineOf } from '#shared/session/review/transcriptLine.ts';
import { CodeBody } from './CodeBody.tsx';
import { SaidWords } from './SaidWords.tsx';

type Props = { readonly line: TranscriptLine; readonly program: Program };

/** The text of a line. */
export function LineBody({ line, program }: Props) {
  const { t } = useTranslation(['transcript', 'common']);
  switch (line.type) {
    case 'code':
      return <CodeBody line={line} program={program} />;
    case 'words':
      return (
        <>
          <span className="strong">{t(line.speaker ? `facet.${line.speaker}` : 'someone')}</span>{' '}
          <SaidWords words={line.words} />
        </>
      );
    case 'uncoded':
      return <span className="strong caution">{t('uncoded', { seconds: secondsOf(line.to - line.at) })}</span>;
    case 'prompt':
      return <PromptBody line={line} />;
    case 'voice':
      return <VoiceBody line={line} />;
    case 'phase':
      return <strong>{t(`common:phase.${line.phase}`)}</strong>;
    case 'window': {
      const phase = findTreatmentPhase(program, line.kind)?.name ?? line.kind;
      return (
        <>
          {t(`window.${line.is}`, { phase, caregiver: line.caregiverName })}
          {line.voided !== undefined && (
            <span className="quiet small"> {t('window.voided', { why: line.voided })}</span>
          )}
        </>
      );
    }
    case 'gap': {
      const lost = gapTitle([line.causes]);
      return (
        <span>
          {line.to === undefined
            ? t('gapOpen', { lost })
            : t('gap', { lost, time: formatClock(line.to - line.at, 'up') })}
        </span>
      );
    }
    case 'step':
      return (
        <>
          {t(`step.${line.step}`)}
          {line.outcome !== undefined && <span className="quiet small"> {t(`outcome.${line.outcome}`)}</span>}
        </>
      );
    case 'note':
    case 'comment':
      return (
        <>
          <span className="strong">{line.by.name}</span> {line.text}
        </>
      );
    case 'bookmark':
      return (
        <>
          <span className="strong">{line.by.name}</span> {line.label === '' ? t('bookmark') : line.label}
        </>
      );
  }
}

function PromptBody({ line }: { readonly line: TranscriptLineOf<'prompt'> }) {
  const { t } = useTranslation('transcript');
  const { text, caregiverName, deliveries } = line;
  const became =
    deliveries.length === 0
      ? t('prompt.nowhere')
      : deliveries
          .map(({ kind, outcome }) =>
            t('prompt.on', { outcome: t(`prompt.${outcome}`), device: t(`device.${kind ?? 'combined'}`) }),
          )
          .join(', ');
  return (
    <>
      <span className="strong">{t('prompt.to', { name: caregiverName })}</span> <q>{text}</q>{' '}
      <span className="quiet small">{became}</span>
    </>
  );
}

function VoiceBody({ line }: { readonly line: TranscriptLineOf<'voice'> }) {
  const { t } = useTranslation('transcript');
  const { speaker, hearers, track, at, to } = line;
  const names = new Intl.ListFormat('en').format(new Set(hearers.map(({ name }) => name)));
  const what = track === 'coach-voice' ? 'voice.coach' : 'voice.supervisor';
  return (
    <>
      <span className="strong">{speaker.name}</span> {names === '' ? t('voice.toNobody') : t(what, { names })}{' '}
      <span className="quiet small">
        {to === undefined ? t('voice.open') : t('seconds', { seconds: secondsOf(to - at) })}
      </span>
    </>
  );
}

/** Shows tenths only if they are not zero. */
function secondsOf(ms: number): string {
  return (ms / 1_000).toLocaleString('en', { maximumFractionDigits: ms < 10_000 ? 1 : 0 });
}
