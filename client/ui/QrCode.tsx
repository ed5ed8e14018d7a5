import { create } from 'qrcode';
import css from './QrCode.module.css';

/** The border that scanners need, in modules. */
const QUIET_ZONE = 4;

/** A text as QR code. Dark on light in both color schemes, as scanners need it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const side = size + 2 * QUIET_ZONE;
  const squares = Array.from(data, (dark, index) =>
    dark === 0 ? '' : `M${(index % size) + QUIET_ZONE} ${Math.floor(index / size) + QUIET_ZONE}h1v1h-1z`,
  );
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} className={css['code']}>
      <path d={squares.join('')} shapeRendering="crispEdges" />
    </svg>
  );
}
