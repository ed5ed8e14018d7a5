import { useEffect, useState } from 'react';
import css from './QrCode.module.css';

type Modules = { readonly size: number; readonly path: string };

/** A QR code, drawn as one path. Dark on white in either scheme, since cameras expect that. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [modules, setModules] = useState<Modules>();

  useEffect(() => {
    let isOver = false;
    void drawModules(text).then((drawn) => {
      if (!isOver) setModules(drawn);
    });
    return () => {
      isOver = true;
    };
  }, [text]);

  return (
    <div className={css['frame']}>
      {modules === undefined ? null : (
        <svg viewBox={`0 0 ${modules.size} ${modules.size}`} role="img" aria-label={label} shapeRendering="crispEdges">
          <path d={modules.path} fill="#000" />
        </svg>
      )}
    </div>
  );
}

/** The dark squares of a code as a path. The library loads only when a code is wanted. */
async function drawModules(text: string): Promise<Modules> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cells = Array.from({ length: modules.size * modules.size }, (_, index) => index);
  const path = cells
    .filter((index) => modules.data[index] === 1)
    .map((index) => `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z`)
    .join('');
  return { size: modules.size, path };
}
