import { IconPlugConnectedX } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';
import { useRunning } from '../FamilyContext.tsx';
import type { FamilyMedia } from '../familyMedia.ts';
import type { StoppedSource } from '../roomCapture.ts';

/** Sources that stopped by themselves: says which and why, and offers a retry or another device. */
export function Unplugged({ stopped }: { readonly stopped: readonly StoppedSource[] }) {
  const { t } = useTranslation('family');
  const { media } = useRunning();
  const [is, setIs] = useState<'idle' | 'trying' | 'failed'>('idle');
  const [first, ...more] = stopped;
  if (first === undefined) return null;

  async function again(chosen?: Parameters<FamilyMedia['captureAgain']>[0]) {
    setIs('trying');
    setIs((await media.captureAgain(chosen)) ? 'idle' : 'failed');
  }

  const what = more.length > 0 ? 'both' : first.source;
  const isElsewhere = stopped.every(({ why }) => why === 'muted' || why === 'silent');
  const isMuted = stopped.every(({ why }) => why === 'muted');
  const isSilent = more.length === 0 && first.why === 'silent';
  const whyOf = ({ why }: StoppedSource, count: number) =>
    is === 'failed' && why !== 'denied' && why !== 'muted' && why !== 'silent'
      ? t('unplugged.stillNot', { count })
      : t(`unplugged.why.${why}`, { count });
  const isAlike = more.every(({ why }) => why === first.why);
  return (
    <Saying
      icon={<IconPlugConnectedX size={48} />}
      title={t(isSilent ? 'unplugged.silent' : `unplugged.${what}.${isMuted ? 'muted' : 'title'}`)}
      text={isAlike ? whyOf(first, stopped.length) : undefined}
    >
      {!isAlike &&
        stopped.map((one) => <p key={one.source}>{t(`unplugged.each.${one.source}`, { why: whyOf(one, 1) })}</p>)}
      {!isElsewhere && (
        <BigButton look="main" isBusy={is === 'trying'} onPress={() => void again()}>
          {is === 'trying' ? t('unplugged.trying') : t('unplugged.action')}
        </BigButton>
      )}
      {stopped
        .filter(({ others }) => others.length > 0)
        .map(({ source, others }) => (
          <Fragment key={source}>
            <p>{t(`unplugged.choose.${source}`)}</p>
            {others.map(({ id: deviceId, label }) => (
              <BigButton key={deviceId} isBusy={is === 'trying'} onPress={() => void again({ source, deviceId })}>
                {label === '' ? t('unplugged.unnamed') : label}
              </BigButton>
            ))}
          </Fragment>
        ))}
      <CallClinic />
    </Saying>
  );
}
