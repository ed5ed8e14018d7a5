import { useEffect, useRef } from 'react';

type Props = {
  readonly track: MediaStreamTrack;
  readonly label: string;
  readonly className?: string | undefined;
};

/** A picture without sound: the element gets only the video track, and is muted as well. */
export function Picture({ track, label, className }: Props) {
  const place = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const video = place.current;
    if (video === null) return;
    video.srcObject = new MediaStream([track]);
    return () => {
      video.srcObject = null;
    };
  }, [track]);

  return <video ref={place} className={className} aria-label={label} autoPlay playsInline muted />;
}
