import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalHelp } from '#client/live/device-check/RefusalHelp.tsx';
import type { RoomSource } from '../roomCapture.ts';
import { CheckStep, type StepPlace } from './CheckStep.tsx';
import type { CheckedSource } from './useRoomSource.ts';

type Props = StepPlace & {
  readonly source: RoomSource;
  readonly checked: CheckedSource;
  readonly onOpen: () => void;
  readonly onNext: () => void;
  /** Shown while the source is on. */
  readonly children: ReactNode;
};

/** The camera or microphone step: an explanation, then the browser's question, then the result. */
export function SourceStep({ source, checked: { answer, isAsked, track }, onOpen, onNext, children, ...place }: Props) {
  const { t } = useTranslation('deviceCheck');
  const says = track !== undefined ? 'on' : !isAsked ? 'text' : answer === undefined ? 'asking' : 'refused';
  const turnOn = isAsked ? undefined : { label: t(`family.${source}.turnOn`), onPress: onOpen };
  return (
    <CheckStep
      {...place}
      title={t(`family.${source}.title.${track === undefined ? 'off' : 'on'}`)}
      text={t(`family.${source}.${says}`)}
      action={track === undefined ? turnOn : { label: t('family.next'), onPress: onNext }}
    >
      {answer?.is === 'refused' ? <RefusalHelp what={source} why={answer.why} onRetry={onOpen} /> : null}
      {track === undefined ? null : children}
    </CheckStep>
  );
}
